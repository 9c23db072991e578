import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { count } from './layout.js';

/** How firm the first place is, from the data: one sentence. */
export function verdict(appraisal: Appraisal): string {
  const { ranking } = appraisal;
  const leaders = ranking.filter(({ rank }) => rank === 1);
  const mayLead = ranking.filter(option => option.mayLead);
  const open = openAmong(appraisal, mayLead);
  const among = `${mayLead.length} of ${ranking.length}`;
  if (leaders.length > 1)
    return `Tied: ${leaders.map(({ title }) => title).join(', ')} share the first place.`;
  if (mayLead.length <= 1) return 'Firm: whatever the uncertain facts turn out to be, no other option leads.';
  if (open > 0 && isClose(appraisal)) {
    return `Too much is unknown to name a first option with assurance: ${among} could still lead.`;
  }
  const [first, second] = ranking as [RankedOption, RankedOption];
  const lead = `${first.title} leads ${second.title} by ${(first.score - second.score).toFixed(1)} points`;
  const why = open > 0 ? `${count(open, 'rule')} undetermined` : 'what is not certain';
  return `${isClose(appraisal) ? 'Close: ' : ''}${lead} on the best estimates; with ${why}, ${among} could still lead.`;
}

/** How many undetermined rules bear on the options that may lead. */
function openAmong({ undetermined }: Appraisal, mayLead: readonly RankedOption[]): number {
  const leading = new Set(mayLead.map(({ option }) => option));
  return undetermined.filter(({ effects }) => effects.some(({ option }) => leading.has(option))).length;
}

/** Whether the first two are nearer than a noticeable difference on the points scale. */
function isClose({ margin }: Appraisal): boolean {
  return margin !== null && margin < CLOSE;
}

const CLOSE = 5;
