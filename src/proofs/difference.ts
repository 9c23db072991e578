import type { RowBits, Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';

/** How each view of a situation came out: the situation itself, or the same with some facts changed. */
export type Views = readonly Truths[];

/** One option in one view. */
export interface Seen {
  option: number;
  view: number;
}

/** Bounds of how much higher one option scores than another, gates apart; overwritten by the next call. */
export type Difference = (views: Views, row: number) => { low: number; high: number };

/** A rule that speaks of one of the two, and what it adds to the score of each. */
interface Part {
  node: number;
  first: number;
  second: number;
  /** Whether it holds in both views or in neither. */
  isTied: boolean;
}

/** A cell that its rules can take past the end of the scale. */
interface Clamped {
  weight: number;
  view: number;
  adds: readonly { node: number; points: number }[];
}

/**
 * Bounds of `score of a - score of b` over all situations of a row, rule by rule: one that must hold counts in full, one that
 * may only where that widens the bounds, and one that holds in both views or in neither counts once, for the difference of
 * what it gives the two. What a clamp can swallow is added at the end. `weights` is by criterion; `isTied` tells of which
 * rules the two views agree.
 */
export function difference(
  program: Program,
  weights: readonly number[],
  a: Seen,
  b: Seen,
  isTied: (rule: number) => boolean,
): Difference {
  const parts = partsOf(program, weights, a, b, isTied);
  const [ofFirst, ofSecond] = [clampedCells(program, weights, a), clampedCells(program, weights, b)];
  const bounds = { low: 0, high: 0 };
  return (views, row) => {
    bounds.low = 0;
    bounds.high = 0;
    const [first, second] = [views[a.view]!, views[b.view]!];
    for (const { node, first: x, second: y, isTied } of parts) {
      if (isTied) widen(bounds, x - y, first, node, row);
      else {
        widen(bounds, x, first, node, row);
        widen(bounds, -y, second, node, row);
      }
    }
    for (const cell of ofFirst) {
      const { up, down } = swallowed(cell, views, row);
      bounds.low -= down;
      bounds.high += up;
    }
    for (const cell of ofSecond) {
      const { up, down } = swallowed(cell, views, row);
      bounds.low -= up;
      bounds.high += down;
    }
    return bounds;
  };
}

function widen(
  bounds: { low: number; high: number },
  by: number,
  truths: Truths,
  node: number,
  row: number,
): void {
  if (by === 0 || !isSet(truths.may[node]!, row)) return;
  const must = isSet(truths.must[node]!, row);
  if (must || by < 0) bounds.low += by;
  if (must || by > 0) bounds.high += by;
}

/** By how much the clamp can raise, and lower, the weighed points of a cell. */
function swallowed({ adds, weight, view }: Clamped, views: Views, row: number): { up: number; down: number } {
  const { low, high } = sumBounds(adds, views[view]!, row);
  return { up: weight * Math.max(0, -100 - low), down: weight * Math.max(0, high - 100) };
}

/** The least and the greatest sum of points that the rules of a row can come to. */
export function sumBounds(
  adds: readonly { node: number; points: number }[],
  truths: Truths,
  row: number,
): { low: number; high: number } {
  const bounds = { low: 0, high: 0 };
  for (const { node, points } of adds) widen(bounds, points, truths, node, row);
  return bounds;
}

function partsOf(
  { rules, criteria }: Program,
  weights: readonly number[],
  a: Seen,
  b: Seen,
  isTied: (rule: number) => boolean,
): Part[] {
  return rules.flatMap(({ node, adds }, rule) => {
    const given = (option: number) =>
      adds.reduce(
        (sum, { cell, points }) =>
          Math.floor(cell / criteria.length) === option
            ? sum + weights[cell % criteria.length]! * points
            : sum,
        0,
      );
    const [first, second] = [given(a.option), given(b.option)];
    return first === 0 && second === 0
      ? []
      : [{ node, first, second, isTied: a.view === b.view || isTied(rule) }];
  });
}

function clampedCells(program: Program, weights: readonly number[], { option, view }: Seen): Clamped[] {
  return program.criteria.flatMap((_, criterion) => {
    const adds = addsOf(program, option, criterion);
    const most = adds.reduce((sum, { points }) => sum + Math.max(0, points), 0);
    const least = adds.reduce((sum, { points }) => sum + Math.min(0, points), 0);
    const weight = weights[criterion]!;
    return weight > 0 && (most > 100 || least < -100) ? [{ weight, view, adds }] : [];
  });
}

/** What the rules of a program add to one cell. */
export function addsOf(
  program: Program,
  option: number,
  criterion: number,
): readonly { node: number; points: number }[] {
  const known = ADDS.get(program) ?? addsByCell(program);
  ADDS.set(program, known);
  return known[option * program.criteria.length + criterion]!;
}

/** Kept with each program: every pair of options asks for all cells of both. */
const ADDS = new WeakMap<Program, readonly (readonly { node: number; points: number }[])[]>();

function addsByCell({ rules, criteria, options }: Program): { node: number; points: number }[][] {
  const cells = Array.from(
    { length: options.length * criteria.length },
    (): { node: number; points: number }[] => [],
  );
  for (const { node, adds } of rules)
    for (const { cell, points } of adds) cells[cell]!.push({ node, points });
  return cells;
}

/** Whether the bit of a row is set. */
export function isSet(bits: RowBits, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}
