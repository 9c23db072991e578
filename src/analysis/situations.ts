import { BLOCK, blockEvaluator, type Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { LATTICE_POINTS, shiftedLattices } from './lattice.js';
import type { Axis, RegionSpace } from './regions.js';

/** A block of situations drawn from what a scenario holds possible. */
export interface DrawnBlock {
  truths: Truths;
  rows: number;
  /** Whether each situation is possible: 1 or 0. */
  possible: Float64Array;
  replicate: number;
  /** For each axis the step in each situation. */
  columns: readonly Uint16Array[];
}

/** Draws situations by a randomly shifted lattice, replicate by replicate. What is visited is overwritten by the next block. */
export function drawSituations(
  program: Program,
  { axes }: RegionSpace,
  seed: number,
  replicates: number,
  visit: (block: DrawnBlock) => void,
): void {
  const evaluate = blockEvaluator(program);
  const possible = new Float64Array(BLOCK);
  const varying = axes.flatMap(({ steps }, i) => (steps.length > 1 ? [i] : []));
  shiftedLattices(seed, replicates).forEach((pointsOf, replicate) => {
    const columns = axes.map(({ steps }) => new Uint16Array(LATTICE_POINTS).fill(steps[0]!));
    varying.forEach((axis, dimension) => {
      draw(axes[axis]!, pointsOf(dimension), columns[axis]!);
    });
    for (let from = 0; from < LATTICE_POINTS; from += BLOCK) {
      const rows = Math.min(BLOCK, LATTICE_POINTS - from);
      const truths = evaluate(columns, from, rows);
      possible.fill(1);
      for (const node of program.impossible) {
        const bits = truths.must[node]!;
        for (let row = 0; row < rows; row += 1) if ((bits[row >> 5]! >>> (row & 31)) & 1) possible[row] = 0;
      }
      const columnsHere = columns.map(column => column.subarray(from, from + rows));
      visit({ truths, rows, possible, replicate, columns: columnsHere });
    }
  });
}

/** The step of each point: the first up to which the masses sum to more than it. */
function draw({ steps, masses }: Axis, points: Float64Array, column: Uint16Array): void {
  for (let i = 0; i < points.length; i += 1) {
    let at = 0;
    for (let sum = masses[0]!; sum <= points[i]! && at < steps.length - 1; sum += masses[at]!) at += 1;
    column[i] = steps[at]!;
  }
}
