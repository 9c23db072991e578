import { useEffect, useRef, useState } from 'preact/hooks';
import { type Incoming, incoming, save, scenarioFile } from '../files.js';
import type { Host } from '../host.js';
import { asEdited, atWork, type Session, type Sound, useSession, type View } from '../session.js';
import { startFrom } from '../state/work.js';
import { useFile } from '../use-file.js';
import { useLink } from '../use-link.js';
import { Dialog } from './dialog.js';
import { Facts } from './facts.js';
import { Frames } from './findings.js';
import { Leader } from './leader.js';
import { LinkDialog } from './link-dialog.js';
import { FileNotice, Notices } from './notices.js';
import { Progress } from './progress.js';
import { Ranking } from './ranking.js';
import { Reasons } from './reasons.js';
import { Toolbar } from './toolbar.js';
import { Weights } from './weights.js';

const PARTS = { facts: 'Facts', ranking: 'Ranking', reasons: 'Reasons' } as const;
type PartName = keyof typeof PARTS;

/** The whole page. */
export function App({ host }: { host: Host }) {
  const session = useSession(host);
  const { refused, forget } = useLink(host, session);
  const behind = useFile(host, session);
  const [part, setPart] = useState<PartName>('ranking');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [came, setCame] = useState<Incoming | { unreadable: string } | null>(null);
  const [linking, setLinking] = useState(false);
  const last = useLastSound(session.view);
  const reasons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reasons.current) reasons.current.scrollTop = 0;
  }, [session.option]);
  useKeys(session);
  const open = async (file: File) => {
    const read = await incoming(file.name, await file.arrayBuffer(), host.data.ruleSet);
    if ('source' in read && read.sound) {
      session.dispatch({ do: 'restore', work: startFrom(read.source) });
      session.choose(null);
    }
    if ('unreadable' in read || read.diagnostics.length > 0) setCame(read);
  };
  const dragging = useDropping(open);
  const { view, broken } = session;
  if (broken.length > 0) return <Frames diagnostics={broken} />;
  if (!view || !last) return <p class="loading">Reading the scenario …</p>;
  const judged = atWork(view);
  const edited = asEdited(view, session);
  const sound = judged.scenario ? judged : last;
  const chosen = session.option ?? sound.appraisal.ranking[0]!.option;
  const toggle = (fact: string, isOpen: boolean) =>
    setOpened(before => (before.has(fact) === isOpen ? before : toggled(before, fact, isOpen)));
  const goTo = (fact: string) => {
    setPart('facts');
    setOpened(before => toggled(before, fact, true));
    requestAnimationFrame(() => focusOn(`fact-${fact}`));
  };
  const choose = (option: string | null) => {
    session.choose(option);
    if (option !== null && matchMedia('(max-width: 60rem)').matches) setPart('reasons');
  };
  const all = { session: { ...session, choose }, view, goTo };
  return (
    <>
      <header>
        <Head {...all} />
        <Toolbar
          {...{ session, open }}
          view={edited}
          ruleSet={host.data.ruleSet}
          link={() => setLinking(true)}
          {...(behind.save && { toDisk: behind.save })}
          {...(host.file && { wholeReport: host.file.report })}
        />
      </header>
      <nav class="parts" aria-label="Parts of the page">
        {(Object.keys(PARTS) as PartName[]).map(name => (
          <button type="button" key={name} aria-pressed={part === name} onClick={() => setPart(name)}>
            {PARTS[name]}
          </button>
        ))}
      </nav>
      {refused && <Notices refused={refused} close={forget} />}
      {behind.told && <FileNotice told={behind.told} close={behind.forget} />}
      <main data-part={part} class={dragging ? 'dragging' : ''}>
        <div class="column facts">
          <Weights session={session} view={edited} />
          <Facts {...{ session, opened, toggle }} view={edited} />
        </div>
        <div class="column ranking">
          <Ranking {...all} chosen={chosen} last={last} />
        </div>
        <div class="column reasons" ref={reasons}>
          <Progress session={session} />
          <Reasons key={chosen} {...all} judged={sound} option={chosen} />
        </div>
      </main>
      <Leader judged={judged} name={view.b ? view.work.on : null} />
      {came && <Came came={came} close={() => setCame(null)} />}
      {linking && (
        <LinkDialog
          address={location.href}
          close={() => setLinking(false)}
          saveFile={() => save(scenarioFile(edited.work, host.data.ruleSet), 'application/yaml')}
        />
      )}
    </>
  );
}

function Head({ view, session: { ruleSet } }: { view: View; session: Session }) {
  const { title, asOf, summary } = view.start.scenario;
  return (
    <>
      <h1>{title}</h1>
      <p>
        As of {asOf}, by the rules of {ruleSet.title} {ruleSet.version}
      </p>
      {summary !== undefined && <p class="hint summary">{summary}</p>}
    </>
  );
}

/** What was found in a file that came in, as the command line prints it. */
function Came({ came, close }: { came: Incoming | { unreadable: string }; close: () => void }) {
  if ('unreadable' in came)
    return (
      <Dialog title="The file was not opened" close={close}>
        <p role="alert">{came.unreadable}.</p>
      </Dialog>
    );
  return (
    <Dialog title={came.sound ? 'The file is open, with warnings' : 'The file was not opened'} close={close}>
      {!came.sound && <p>Nothing was changed. This is what was found in {came.source.path}:</p>}
      <Frames diagnostics={came.diagnostics} />
    </Dialog>
  );
}

function toggled(before: ReadonlySet<string>, fact: string, isOpen: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (isOpen) after.add(fact);
  else after.delete(fact);
  return after;
}

function focusOn(id: string): void {
  const summary = document.getElementById(id)?.querySelector('summary');
  summary?.scrollIntoView({ block: 'center' });
  summary?.focus();
}

/** The last situation that could be judged: it stays on show, marked, while the present one cannot. */
function useLastSound(view: View | null): Sound | null {
  const last = useRef<Sound | null>(null);
  if (view) {
    const now = atWork(view);
    last.current = now.scenario ? now : (last.current ?? view.start);
  }
  return last.current;
}

/** Ctrl+Z and Ctrl+Y, or Shift+Ctrl+Z; text that is being typed keeps its own. */
function useKeys({ undo, redo }: Session): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('[type=search], textarea')) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Opens a file that is dropped anywhere on the page. */
function useDropping(open: (file: File) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) latest.current(file);
    };
    const all = { dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(all)) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(all))
        removeEventListener(name, listener as EventListener);
    };
  }, []);
  return dragging;
}
