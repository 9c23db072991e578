import type { Program } from '../engine/program.js';
import { boundsOf, type Near } from './near.js';
import { type Adds, addsOf, type Bounds, canPass, type Views } from './sums.js';
import { collected, type Part, type Term } from './terms.js';

/** Widens the bounds of a sum by what a clamp can do to it. */
export type Correct = (bounds: Bounds, views: Views, row: number, near: Near | undefined) => void;

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
      if (!like) return [alone(program, cell)];
      return cell.sign === 1 ? together(program, cell, like, isTied) : together(program, like, cell, isTied);
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

function alone(program: Program, cell: Clamped): Correct {
  const swallowed = swallowedOf(program, cell);
  return (bounds, views, row, near) => {
    const { up, down } = swallowed(views, row, near);
    bounds.low -= cell.sign === 1 ? down : up;
    bounds.high += cell.sign === 1 ? up : down;
  };
}

/** A clamp goes the way of what it clamps and no further, so of two cells no more is swallowed than they differ by. */
function together(
  program: Program,
  plus: Clamped,
  minus: Clamped,
  isTied: (node: number) => boolean,
): Correct[] {
  const { weight } = plus;
  const parts = collected([plus, minus].flatMap(partsOf), isTied);
  if (parts.length === 0) return [];
  const apart = boundsOf(program, parts);
  const [ofFirst, ofSecond] = [plus, minus].map(cell => swallowedOf(program, cell)) as [Swallowed, Swallowed];
  return [
    (bounds, views, row, near) => {
      const { low, high } = apart(views, row, near);
      const [first, second] = [ofFirst(views, row, near), ofSecond(views, row, near)];
      bounds.low -= Math.min(first.down + second.up, weight * Math.max(0, high));
      bounds.high += Math.min(first.up + second.down, weight * Math.max(0, -low));
    },
  ];
}

function partsOf({ sign, view, adds }: Clamped): Part[] {
  return adds.map(({ node, points }) => ({ node, view, by: sign * points }));
}

/** By how much a clamp can raise, and lower, the weighed points of a cell. */
type Swallowed = (views: Views, row: number, near: Near | undefined) => { up: number; down: number };

function swallowedOf(program: Program, cell: Clamped): Swallowed {
  const { weight } = cell;
  const points = boundsOf(program, partsOf({ ...cell, sign: 1 }));
  return (views, row, near) => {
    const { low, high } = points(views, row, near);
    return { up: weight * Math.max(0, -100 - low), down: weight * Math.max(0, high - 100) };
  };
}
