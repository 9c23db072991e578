import { useRef } from 'preact/hooks';
import type { RuleSet } from '../../index.js';
import { reportFile, save, scenarioFile } from '../files.js';
import type { Session, View } from '../session.js';
import { changesIn, situationOf } from '../state/work.js';

/** What can be done with the whole: back and forth, side by side, in and out. */
export function Toolbar({
  session,
  view,
  ruleSet,
  open,
  link,
  toDisk,
  wholeReport,
}: {
  session: Session;
  view: View;
  /** As it was read, for what leaves the page. */
  ruleSet: RuleSet;
  open: (file: File) => void;
  link: () => void;
  /** Writes the file that the page came from; absent where there is none, or it may not be. */
  toDisk?: () => void;
  /** The whole report on a scenario file, as a page; absent where no server can make one. */
  wholeReport?: (text: string) => Promise<string | undefined>;
}) {
  const { history, dispatch, undo, redo } = session;
  const file = useRef<HTMLInputElement>(null);
  const changes = changesIn(situationOf(view.work));
  const report = async () => {
    const { path, text } = scenarioFile(view.work, ruleSet);
    const page = await wholeReport?.(text);
    if (page !== undefined) return save({ path: path.replace(/\.yaml$/, '.html'), text: page }, 'text/html');
    const made = await reportFile(view.work, ruleSet);
    if (made) save(made, 'text/markdown');
  };
  return (
    <div class="toolbar">
      <span class="group">
        <button type="button" onClick={undo} disabled={history.past.length === 0} title="Ctrl+Z">
          Undo
        </button>
        <button type="button" onClick={redo} disabled={history.future.length === 0} title="Ctrl+Y">
          Redo
        </button>
        <button type="button" onClick={() => dispatch({ do: 'reset-all' })} disabled={changes === 0}>
          Reset all
        </button>
      </span>
      <Situations session={session} view={view} />
      <span class="group">
        <button type="button" onClick={() => file.current?.click()}>
          Open …
        </button>
        <input
          ref={file}
          type="file"
          class="sr"
          tabIndex={-1}
          aria-label="Open a scenario file"
          accept=".yaml,.yml"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) open(chosen);
            currentTarget.value = '';
          }}
        />
        {toDisk && (
          <button type="button" onClick={toDisk} disabled={changes === 0}>
            Save to its file
          </button>
        )}
        <button type="button" onClick={() => save(scenarioFile(view.work, ruleSet), 'application/yaml')}>
          {toDisk ? 'Save a copy' : 'Save scenario'}
        </button>
        <button type="button" onClick={report}>
          Save report
        </button>
        <button type="button" onClick={link}>
          Link …
        </button>
      </span>
    </div>
  );
}

/** One situation, or two side by side and which of them is worked on. */
function Situations({ session: { dispatch }, view: { work } }: { session: Session; view: View }) {
  if (!work.b)
    return (
      <span class="group">
        <button type="button" onClick={() => dispatch({ do: 'set-beside' })}>
          Set a second situation beside it
        </button>
      </span>
    );
  return (
    <fieldset class="group">
      <legend class="sr">Two situations</legend>
      {(['a', 'b'] as const).map(name => (
        <button
          type="button"
          key={name}
          class={`pick ${name}`}
          aria-pressed={work.on === name}
          onClick={() => dispatch({ do: 'work-on', on: name })}
        >
          {name.toUpperCase()}
          <span class="hint"> {changesIn(work[name]!)} changed</span>
        </button>
      ))}
      <button type="button" onClick={() => dispatch({ do: 'put-away', keep: work.on })}>
        Keep only {work.on.toUpperCase()}
      </button>
    </fieldset>
  );
}
