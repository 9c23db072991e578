import type { Program } from '../engine/program.js';
import { signedSum } from './signed-sum.js';
import type { BoundsOf } from './terms.js';

/** One option in one view. */
export interface Seen {
  option: number;
  view: number;
}

/**
 * Bounds of `score of a - score of b` over all situations of a row, gates apart. `weights` is by criterion; `isTied` tells of
 * which rules the two views agree.
 */
export function difference(
  program: Program,
  weights: readonly number[],
  a: Seen,
  b: Seen,
  isTied: (rule: number) => boolean,
): BoundsOf {
  const tied = new Set(program.rules.flatMap(({ node }, rule) => (isTied(rule) ? [node] : [])));
  const terms = [
    { ...a, weights, sign: 1 },
    { ...b, weights, sign: -1 },
  ] as const;
  return signedSum(program, terms, node => tied.has(node));
}
