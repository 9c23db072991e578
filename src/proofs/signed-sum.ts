import type { Program } from '../engine/program.js';
import { correctionsOf } from './clamp-corrections.js';
import { boundsOf } from './near.js';
import { addsOf } from './sums.js';
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
  const sum = boundsOf(program, partsOf(program, terms, isTied));
  const corrections = correctionsOf(program, terms, isTied);
  return (views, row, near) => {
    const bounds = sum(views, row, near);
    for (const correct of corrections) correct(bounds, views, row, near);
    return bounds;
  };
}

function partsOf(program: Program, terms: readonly Term[], isTied: (node: number) => boolean): Part[] {
  const all = terms.flatMap(({ option, view, weights, sign }) =>
    program.criteria.flatMap((_, criterion) =>
      addsOf(program, option, criterion).map(({ node, points }) => ({
        node,
        view,
        by: sign * weights[criterion]! * points,
      })),
    ),
  );
  return collected(all, isTied);
}
