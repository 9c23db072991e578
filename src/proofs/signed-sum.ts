import type { Program } from '../engine/program.js';
import { correctionsOf } from './clamp-corrections.js';
import { widen } from './sums.js';
import { type BoundsOf, collected, type Part, type Term } from './terms.js';

/**
 * Bounds of a sum of scores over all situations of a row, gates apart: a condition that must hold counts in full, one that
 * may only where that widens the bounds, and each once for all that it gives the terms, so that what they share cancels. What
 * clamps can swallow is added at the end. `isTied` tells of which nodes all views agree.
 */
export function signedSum(
  program: Program,
  terms: readonly Term[],
  isTied: (node: number) => boolean,
): BoundsOf {
  const parts = partsOf(program, terms, isTied);
  const corrections = correctionsOf(program, terms, isTied);
  const bounds = { low: 0, high: 0 };
  return (views, row) => {
    bounds.low = 0;
    bounds.high = 0;
    for (const { node, view, by } of parts) widen(bounds, by, views[view]!, node, row);
    for (const correct of corrections) correct(bounds, views, row);
    return bounds;
  };
}

/** Less than this is what arithmetic leaves of things that cancel. */
const NOTHING = 1e-12;

function partsOf(
  { rules, criteria }: Program,
  terms: readonly Term[],
  isTied: (node: number) => boolean,
): Part[] {
  const all = terms.flatMap(({ option, view, weights, sign }) =>
    rules.flatMap(({ node, adds }) =>
      adds.flatMap(({ cell, points }) =>
        Math.floor(cell / criteria.length) === option
          ? [{ node, view, by: sign * weights[cell % criteria.length]! * points }]
          : [],
      ),
    ),
  );
  return collected(all, isTied).filter(({ by }) => Math.abs(by) > NOTHING);
}
