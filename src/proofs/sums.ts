import type { RowBits, Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';

/** How each view of a situation came out: the situation itself, or the same with some facts changed. */
export type Views = readonly Truths[];

/** The least and the greatest that something can be. */
export interface Bounds {
  low: number;
  high: number;
}

/** Points that conditions add where they hold. */
export type Adds = readonly { node: number; points: number }[];

/** Kept with each program, by cell: every goal asks for them. */
const ADDS = new WeakMap<Program, Adds[]>();

/** What the rules of a program add to one cell. */
export function addsOf(program: Program, option: number, criterion: number): Adds {
  const known = ADDS.get(program) ?? addsByCell(program);
  ADDS.set(program, known);
  return known[option * program.criteria.length + criterion]!;
}

function addsByCell({ rules, options, criteria }: Program): Adds[] {
  const cells = Array.from({ length: options.length * criteria.length }, () => [] as Adds[number][]);
  for (const { node, adds } of rules)
    for (const { cell, points } of adds) cells[cell]!.push({ node, points });
  return cells;
}

/** Whether what adds to a cell can take it past the end of the scale. */
export function canPass(adds: Adds): boolean {
  const most = adds.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  const least = adds.reduce((sum, { points }) => sum + Math.min(0, points), 0);
  return most > 100 || least < -100;
}

/** The least and the greatest sum of points that the rules of a row can come to. */
export function sumBounds(adds: Adds, truths: Truths, row: number): Bounds {
  const bounds = { low: 0, high: 0 };
  for (const { node, points } of adds) widen(bounds, points, truths, node, row);
  return bounds;
}

/** Widens bounds by what a condition adds: in full where it must hold, only outwards where it may. */
export function widen(bounds: Bounds, by: number, truths: Truths, node: number, row: number): void {
  if (by === 0 || !isSet(truths.may[node]!, row)) return;
  const must = isSet(truths.must[node]!, row);
  if (must || by < 0) bounds.low += by;
  if (must || by > 0) bounds.high += by;
}

/** Whether the bit of a row is set. */
export function isSet(bits: RowBits, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}
