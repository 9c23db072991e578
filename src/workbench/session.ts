import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Diagnostic, RuleSet, ScenarioFile, SourceText } from '../index.js';
import { type Analyst, analystOf, IDLE, type Standing } from './analyses/analyst.js';
import type { Task } from './analyses/protocol.js';
import type { Host } from './host.js';
import { type Judged, judge, type Read, read } from './judge.js';
import { isPlain, shown } from './shown.js';
import { beginning, goOn, type History, redo, settled, undo } from './state/history.js';
import { type Action, reduce, startFrom, type Work } from './state/work.js';

/** A situation that could be judged. */
export type Sound = Extract<Judged, { scenario: object }>;

/** What is known of the situations at hand, all of one moment. */
export interface View {
  work: Work;
  /** What the scenario says before any change, in its own file's terms. */
  original: ScenarioFile;
  /** The scenario without any change, and both situations; `b` where there are two. */
  start: Sound;
  a: Judged;
  b: Judged | null;
  /** How long it took to judge, in milliseconds. */
  took: number;
}

/** Everything that the page shows, and what it can do about it. */
export interface Session {
  ruleSet: RuleSet;
  view: View | null;
  history: History<Work>;
  standing: Standing;
  /** The option that was chosen; null to follow the leader. */
  option: string | null;
  /** Findings that keep a page from opening at all. */
  broken: readonly Diagnostic[];
  dispatch(action: Action, gesture?: string): void;
  /** The end of a gesture such as a drag. */
  settle(): void;
  undo(): void;
  redo(): void;
  choose(option: string | null): void;
  stop(): void;
  resume(): void;
}

/** Long enough that a drag does not start analyses at every step. */
const CALM = 250;

/** The state of the page: a history of work, judged at each step, and analyses of the situation that is worked on. */
export function useSession(host: Host): Session {
  const ruleSet = useMemo(() => shown(host.data.ruleSet), [host]);
  const [history, setHistory] = useState(() => beginning(startFrom(host.data.scenario)));
  const [option, choose] = useState<string | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [broken, setBroken] = useState<readonly Diagnostic[]>([]);
  const work = history.present;
  useEffect(() => {
    let current = true;
    void viewOf(work, host.data.ruleSet).then(found => {
      if (!current) return;
      if ('broken' in found) setBroken(found.broken);
      else setView(found);
    });
    return () => {
      current = false;
    };
  }, [work]);
  const { standing, analyst } = useAnalyses(host, view, option);
  const dispatch = useCallback(
    (action: Action, gesture?: string) =>
      setHistory(before => goOn(before, reduce(before.present, action), gesture)),
    [],
  );
  return {
    ...{ ruleSet, view, history, standing, option, broken, dispatch, choose },
    settle: useCallback(() => setHistory(settled), []),
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    stop: useCallback(() => analyst.current?.stop(), []),
    resume: useCallback(() => analyst.current?.resume(), []),
  };
}

/** The situation that is worked on. */
export function atWork({ work, a, b }: View): Judged {
  return work.on === 'b' && b ? b : a;
}

/** The view with the work as it is this moment: what is edited must not wait until it is judged. */
export function asEdited(view: View, { history: { present } }: Session): View {
  return present.base === view.work.base ? { ...view, work: present } : view;
}

/** Has the analyses made that go with the situation and the option, once it is calm. */
function useAnalyses(host: Host, view: View | null, option: string | null) {
  const [standing, setStanding] = useState<Standing>(IDLE);
  const analyst = useRef<Analyst | undefined>(undefined);
  const scenario = view ? atWork(view).scenario : undefined;
  const leader = view ? atWork(view).appraisal?.ranking[0]?.option : undefined;
  useEffect(() => {
    if (!scenario || leader === undefined) return;
    const tasks: Task[] = ['flips', 'information', 'robustness'];
    if (option !== null && option !== leader && !scenario.leaveOut.has(option))
      tasks.unshift(`flips-to:${option}`);
    const timer = setTimeout(() => {
      analyst.current ??= analystOf(host.openWorker(), host.data.ruleSet, standing =>
        setStanding(shown(standing)),
      );
      analyst.current.want(scenario, tasks);
    }, CALM);
    return () => clearTimeout(timer);
  }, [scenario, leader, option]);
  const isOld = standing.of !== (scenario?.hash ?? null);
  return { standing: isOld ? { ...IDLE, of: scenario?.hash ?? null } : standing, analyst };
}

const PLAIN = new WeakMap<RuleSet, boolean>();

function hasPlainTexts(ruleSet: RuleSet): boolean {
  if (!PLAIN.has(ruleSet)) PLAIN.set(ruleSet, shown(ruleSet) === ruleSet);
  return PLAIN.get(ruleSet)!;
}

const READ = new Map<string, { read: Read; start: Promise<Judged> }>();

/** A scenario is read once, and judged once without changes; the last few are kept. */
export function startOf(source: SourceText, ruleSet: RuleSet) {
  const known = READ.get(source.text);
  if (known) return known;
  const fresh = read(source);
  const made = { read: fresh, start: judge(fresh, { facts: {} }, ruleSet) };
  READ.set(source.text, made);
  if (READ.size > 8) READ.delete(READ.keys().next().value!);
  return made;
}

/** All that is shown of some work, or why its scenario cannot be read. */
export async function viewOf(
  work: Work,
  ruleSet: RuleSet,
): Promise<View | { broken: readonly Diagnostic[] }> {
  const { read, start: first } = startOf(work.base, ruleSet);
  const start = await first;
  const original = read.parsed.authored?.value;
  if (!start.scenario || !original) return { broken: start.diagnostics };
  const began = performance.now();
  const [a, b] = [await judge(read, work.a, ruleSet), work.b && (await judge(read, work.b, ruleSet))];
  const took = performance.now() - began;
  // To look through every text of an appraisal takes as long as to draw it, and most files have nothing to be found.
  const safe = isPlain(work.base.text) && hasPlainTexts(ruleSet) ? <T>(all: T): T => all : shown;
  return { work, original, start: safe(start), a: safe(a), b: safe(b), took };
}

/** What a scenario file says before it is changed, for who writes it anew. */
export function readOf(work: Work, ruleSet: RuleSet): Read {
  return startOf(work.base, ruleSet).read;
}
