import type { Program } from '../engine/program.js';
import { type Adds, addsOf, type Bounds, canPass, sumBounds, type Views, widen } from './sums.js';
import { collected, type Term } from './terms.js';

/** Widens the bounds of a sum by what a clamp can do to it. */
export type Correct = (bounds: Bounds, views: Views, row: number) => void;

/** A cell that its rules can take past the end of the scale. */
interface Clamped {
  sign: 1 | -1;
  weight: number;
  view: number;
  adds: Adds;
}

/** What clamps can do to a sum of scores: a cell that is added and one like it that is taken away are looked at together. */
export function correctionsOf(
  program: Program,
  terms: readonly Term[],
  isTied: (node: number) => boolean,
): Correct[] {
  return program.criteria.flatMap((_, criterion) => {
    const cells = terms
      .map(
        ({ option, view, weights, sign }): Clamped => ({
          ...{ sign, weight: weights[criterion]!, view },
          adds: addsOf(program, option, criterion),
        }),
      )
      .filter(({ weight, adds }) => weight > 0 && canPass(adds));
    return paired(cells).flatMap(([cell, like]) => {
      if (!like) return [alone(cell)];
      return cell.sign === 1 ? together(cell, like, isTied) : together(like, cell, isTied);
    });
  });
}

/** Cells each with one of the other sign that is like it, if there is any left. */
function paired(cells: readonly Clamped[]): [Clamped, Clamped?][] {
  const [first, ...rest] = cells;
  if (!first) return [];
  const like = rest.find(
    ({ sign, weight, adds }) => sign !== first.sign && weight === first.weight && isLike(first.adds, adds),
  );
  return [like ? [first, like] : [first], ...paired(rest.filter(one => one !== like))];
}

/** Whether at least half of what adds to either adds to both. */
function isLike(a: Adds, b: Adds): boolean {
  const nodes = new Set(a.map(({ node }) => node));
  return 2 * b.filter(({ node }) => nodes.has(node)).length >= Math.max(a.length, b.length);
}

function alone(cell: Clamped): Correct {
  return (bounds, views, row) => {
    const { up, down } = swallowed(cell, views, row);
    bounds.low -= cell.sign === 1 ? down : up;
    bounds.high += cell.sign === 1 ? up : down;
  };
}

/** A clamp goes the way of what it clamps and no further, so of two cells no more is swallowed than they differ by. */
function together(plus: Clamped, minus: Clamped, isTied: (node: number) => boolean): Correct[] {
  const { weight } = plus;
  const parts = [plus, minus].flatMap(({ sign, view, adds }) =>
    adds.map(({ node, points }) => ({ node, view, by: sign * points })),
  );
  const apart = collected(parts, isTied).filter(({ by }) => by !== 0);
  if (apart.length === 0) return [];
  const own = { low: 0, high: 0 };
  return [
    (bounds, views, row) => {
      own.low = 0;
      own.high = 0;
      for (const { node, view, by } of apart) widen(own, by, views[view]!, node, row);
      const [first, second] = [swallowed(plus, views, row), swallowed(minus, views, row)];
      bounds.low -= Math.min(first.down + second.up, weight * Math.max(0, own.high));
      bounds.high += Math.min(first.up + second.down, weight * Math.max(0, -own.low));
    },
  ];
}

/** By how much the clamp can raise, and lower, the weighed points of a cell. */
function swallowed({ adds, weight, view }: Clamped, views: Views, row: number): { up: number; down: number } {
  const { low, high } = sumBounds(adds, views[view]!, row);
  return { up: weight * Math.max(0, -100 - low), down: weight * Math.max(0, high - 100) };
}
