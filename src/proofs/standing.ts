import type { Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { round9 } from '../model/order.js';
import { addsOf, isSet } from './sums.js';

/** Reads how options stand in one situation, and what gates may do to them in many. */
export interface Reader {
  /** Whether some gate holds in every situation of the row. */
  mustBeOut(truths: Truths, option: number, row: number): boolean;
  /** Whether some gate may hold in one. */
  mayBeOut(truths: Truths, option: number, row: number): boolean;
  /** The score where all is certain, rounded as every score is, gates apart. */
  score(truths: Truths, option: number, row: number): number;
}

/** The reader of a program under some weights, by criterion. */
export function readerOf(program: Program, weights: readonly number[]): Reader {
  const gates = program.options.map((_, option) =>
    program.rules.filter(rule => rule.gates.includes(option)).map(({ node }) => node),
  );
  const cells = program.options.map((_, option) =>
    program.criteria.map((_, criterion) => addsOf(program, option, criterion)),
  );
  return {
    mustBeOut: ({ must }, option, row) => gates[option]!.some(node => isSet(must[node]!, row)),
    mayBeOut: ({ may }, option, row) => gates[option]!.some(node => isSet(may[node]!, row)),
    score: (truths, option, row) =>
      round9(
        cells[option]!.reduce(
          (sum, adds, criterion) => sum + weights[criterion]! * clamped(pointsOf(adds, truths, row)),
          0,
        ),
      ),
  };
}

/** The sum of points of the rules that hold where all is certain, before any clamp. */
export function pointsOf(
  adds: readonly { node: number; points: number }[],
  { must }: Truths,
  row: number,
): number {
  return adds.reduce((sum, { node, points }) => (isSet(must[node]!, row) ? sum + points : sum), 0);
}

/** Points on the scale. */
export function clamped(points: number): number {
  return Math.max(-100, Math.min(100, points));
}
