import type { Told } from '../use-file.js';
import type { Refused } from '../use-link.js';
import { Frames } from './findings.js';

const WHY = {
  unreadable: 'The link is cut or damaged.',
  'other-rule-set': 'The link was made with another rule set, or another version of it.',
  'other-scenario': 'The link was made on the page of another scenario, or of another version of it.',
} as const;

/** Why a link was not followed. */
export function Notices({ refused, close }: { refused: Refused; close: () => void }) {
  return (
    <div class="notice alert" role="alert">
      <p>
        {'why' in refused ? WHY[refused.why] : 'What the link says does not fit the rule set.'} The scenario
        is shown as it came with the page.{' '}
        <button type="button" onClick={close}>
          Close
        </button>
      </p>
      {'diagnostics' in refused && <Frames diagnostics={refused.diagnostics} />}
    </div>
  );
}

const TOLD: Record<Told['what'], string> = {
  saved: 'Saved to the file.',
  'picked-up': 'The file was changed on disk. The page follows it; what you changed here stays on top.',
  changed:
    'Not saved: the file was changed on disk since this page read it. Look at what it says now, and save again.',
  gone: 'The file is no longer where it was: it was deleted, moved or renamed. The page stays as it was, and cannot be saved to it; a copy can.',
  wrong: 'Not saved: the file would have errors.',
  broken: 'The file was changed on disk and has errors. The page stays as it was.',
  unreached: 'Not saved: the server does not answer.',
};

/** What became of the file behind the page. */
export function FileNotice({ told, close }: { told: Told; close: () => void }) {
  const isWell = told.what === 'saved' || told.what === 'picked-up';
  return (
    <div class={isWell ? 'notice' : 'notice alert'} role={isWell ? 'status' : 'alert'}>
      <p>
        {TOLD[told.what]}{' '}
        <button type="button" onClick={close}>
          Close
        </button>
      </p>
      {'diagnostics' in told && <Frames diagnostics={told.diagnostics} />}
    </div>
  );
}
