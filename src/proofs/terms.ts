import type { Near } from './near.js';
import type { Bounds, Views } from './sums.js';

/** The score of one option in one view under some weights, by criterion, which is added to a sum or taken from it. */
export interface Term {
  option: number;
  view: number;
  weights: readonly number[];
  sign: 1 | -1;
}

/**
 * Bounds of something over all situations of a row, or only over those that differ from one of them in few facts; overwritten
 * by the next call.
 */
export type BoundsOf = (views: Views, row: number, near?: Near) => Bounds;

/** What a condition adds to a sum where it holds in a view. */
export interface Part {
  node: number;
  view: number;
  by: number;
}

/** Less than this is what arithmetic leaves of things that cancel. */
const NOTHING = 1e-12;

/** Each condition once in each view in which it may differ, with all that it adds there, unless that is nothing. */
export function collected(parts: readonly Part[], isTied: (node: number) => boolean): Part[] {
  const known = new Map<string, Part>();
  for (const { node, view, by } of parts) {
    const own = isTied(node) ? 0 : view;
    const key = `${node} ${own}`;
    const part = known.get(key) ?? { node, view: own, by: 0 };
    part.by += by;
    known.set(key, part);
  }
  return [...known.values()].filter(({ by }) => Math.abs(by) > NOTHING);
}
