import type { Appraisal } from '../model/appraisal.js';
import type { OptionStanding } from '../model/comparison.js';

/** Where an option stands in an appraisal; null where the rule set does not have it. */
export function standingOf(
  option: string,
  { ranking, excluded, leftOut, options }: Appraisal,
): OptionStanding | null {
  if (!(option in options)) return null;
  const ranked = ranking.find(one => one.option === option);
  if (ranked) return { standing: 'ranked', rank: ranked.rank, score: ranked.score };
  const left = leftOut.find(one => one.option === option);
  if (left) return { standing: 'left-out', reason: left.reason };
  const gates = excluded.find(one => one.option === option)?.gates ?? [];
  return {
    standing: 'excluded',
    by: gates.map(({ rule, reason, sources }) => ({ rule, reason, sources })),
  };
}
