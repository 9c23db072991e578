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
