import type { Thresholds } from '../model/rule-set.js';
import type { Cells } from './weight-stability.js';
import type { Weights } from './weights.js';

/** What speaks for an option against all others, what against it, and the difference: each from 0 to 1, the last from -1. */
export interface Flow {
  option: string;
  positive: number;
  negative: number;
  net: number;
}

/**
 * Outranking flows by PROMETHEE II with a linear preference function on every criterion (type V of Brans & Vincke 1985,
 * Management Science 31(6); recalled): a difference up to `indifference` counts for nothing, from `preference` on in full, in
 * between in proportion. Where both are alike, any difference above them counts in full. Net flows sum to 0; of a single option all are 0.
 */
export function prometheeFlows(
  cells: Cells,
  weights: Weights,
  thresholds: ReadonlyMap<string, Thresholds>,
): Flow[] {
  const preferred = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
    [...weights].reduce(
      (sum, [criterion, weight]) =>
        sum + weight * preference(a.get(criterion)! - b.get(criterion)!, thresholds.get(criterion)!),
      0,
    );
  const others = Math.max(1, cells.size - 1);
  return [...cells].map(([option, row]) => {
    const rivals = [...cells].filter(([other]) => other !== option).map(([, rival]) => rival);
    const positive = rivals.reduce((sum, rival) => sum + preferred(row, rival), 0) / others;
    const negative = rivals.reduce((sum, rival) => sum + preferred(rival, row), 0) / others;
    return { option, positive, negative, net: positive - negative };
  });
}

/** How far a difference in points is preferred, from 0 to 1. */
export function preference(difference: number, { indifference, preference }: Thresholds): number {
  if (difference <= indifference) return 0;
  if (difference >= preference) return 1;
  return (difference - indifference) / (preference - indifference);
}
