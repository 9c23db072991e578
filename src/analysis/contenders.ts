import type { Appraisal } from '../model/appraisal.js';

/**
 * The options that could come first in some situation that the scenario holds possible, by the ranges of their scores, and
 * the baseline. Any other is beaten by one and the same option wherever it is ranked, so that it neither comes first nor has
 * the highest expected score, whatever becomes known.
 */
export function contenders({ ranking, excluded }: Appraisal): ReadonlySet<string> {
  return new Set([
    ...ranking.filter(({ mayLead, baseline }) => mayLead || baseline).map(({ option }) => option),
    ...excluded.filter(({ mayLead }) => mayLead).map(({ option }) => option),
  ]);
}

/** All options that lead together on the best estimates; none where one leads alone. */
export function tiedForFirst({ ranking }: Appraisal): string[] {
  return ranking[0]!.tied ? ranking.filter(({ rank }) => rank === 1).map(({ option }) => option) : [];
}
