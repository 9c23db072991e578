import { isOnRecalledAlone, isRecalled } from '../model/grounds.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** Sources that nobody has read, and rules that stand on such alone: a note for each kind, however many there are. */
export const recalled: RuleSetCheck = ({ authored: { entries }, report }) => {
  const unread = entries.source.filter(({ value }) => isRecalled(value));
  const [source] = unread;
  if (source) {
    const message =
      unread.length === 1
        ? `the source \`${source.id}\` is only recalled`
        : `${unread.length} of ${entries.source.length} sources are only recalled: ${few(unread)}`;
    const help = 'read them, then write `checked: read`; `demarche sources` shows what rests on them';
    report('rule-set/recalled-source', inside(source, 'checked'), 'value', message, help);
  }
  const sources = new Map(entries.source.map(({ id, value }) => [id, value]));
  const standing = entries.rule.filter(({ value }) => isOnRecalledAlone(value.sources, sources));
  const [rule] = standing;
  if (!rule) return;
  const message =
    standing.length === 1
      ? `the rule \`${rule.id}\` stands on recalled sources alone`
      : `${standing.length} of ${entries.rule.length} rules stand on recalled sources alone: ${few(standing)}`;
  const help = 'read a source of each, or find one that was read';
  report('rule-set/recalled-ground', inside(rule, 'sources'), 'key', message, help);
};

const NAMED = 3;

function few(entries: readonly { id: string }[]): string {
  const named = entries
    .slice(0, entries.length === NAMED + 1 ? NAMED + 1 : NAMED)
    .map(({ id }) => `\`${id}\``);
  const more = entries.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
