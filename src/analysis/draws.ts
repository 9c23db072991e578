import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { BLOCK, blockEvaluator, type Column } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import type { Program } from '../engine/program.js';
import { LATTICE_POINTS, shiftedLattices } from './lattice.js';
import { type Axis, markImpossible, type SituationBlock } from './regions.js';
import type { WeightDraw } from './weight-draws.js';

/** What is drawn, and how often. */
export interface Drawing {
  /** The facts, drawn from what is believed of them; or for each the steps that it keeps in every row. */
  facts: { axes: readonly Axis[] } | { kept: readonly (readonly number[])[] };
  /** The weights. Not drawn if absent. */
  weights?: WeightDraw;
  /** For each rule how far its points may be off, as a share of them. Not drawn if absent. */
  spreads?: readonly number[];
  seed: number;
  /** How many replicates of `LATTICE_POINTS` rows. */
  replicates: number;
}

/**
 * Situations, weights and strengths of evidence drawn together, replicate by replicate: facts and weights by a randomly
 * shifted lattice, strengths by a generator of their own. What a block holds is overwritten by the next.
 */
export function* drawnBlocks(program: Program, drawing: Drawing): Generator<SituationBlock> {
  const { facts, seed, replicates, weights: drawWeights } = drawing;
  const evaluate = blockEvaluator(program);
  const masses = new Float64Array(BLOCK);
  const strengthen = strengthsOf(drawing);
  for (const [replicate, pointsOf] of shiftedLattices(seed, replicates).entries()) {
    const { columns, dimensions } = factColumns(program, facts, pointsOf);
    const weights = drawWeights?.(dimension => pointsOf(dimensions + dimension));
    for (let from = 0; from < LATTICE_POINTS; from += BLOCK) {
      const rows = Math.min(BLOCK, LATTICE_POINTS - from);
      const here = columns.map(column =>
        ArrayBuffer.isView(column) ? column.subarray(from, from + rows) : column,
      );
      const truths = evaluate(here, 0, rows);
      masses.fill(1);
      if ('axes' in facts) markImpossible(masses, program, truths, rows);
      yield {
        ...{ truths, masses, rows, replicate, columns: here },
        ...(weights && { weights: weights.map(column => column.subarray(from, from + rows)) }),
        ...(strengthen && { strengths: strengthen(rows) }),
      };
    }
  }
}

/** A step for every row from the axes, and how many dimensions of the lattice that took; or what is kept in all rows. */
function factColumns(
  { facts }: Program,
  drawn: Drawing['facts'],
  pointsOf: (dimension: number) => Float64Array,
): { columns: Column[]; dimensions: number } {
  if ('kept' in drawn) {
    const repeat = (steps: readonly number[]) => Array.from({ length: BLOCK }, () => steps);
    return {
      columns: drawn.kept.map((steps, i) => setColumn(repeat(steps), facts[i]!.steps)),
      dimensions: 0,
    };
  }
  const columns = drawn.axes.map(({ steps }) => new Uint16Array(LATTICE_POINTS).fill(steps[0]!));
  let dimensions = 0;
  drawn.axes.forEach((axis, i) => {
    if (axis.steps.length === 1) return;
    drawSteps(axis, pointsOf(dimensions), columns[i]!);
    dimensions += 1;
  });
  return { columns, dimensions };
}

/** The step of each point: the first up to which the masses, as shares of their sum, add up to more than it. */
function drawSteps({ steps, masses }: Axis, points: Float64Array, column: Uint16Array): void {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  for (let i = 0; i < points.length; i += 1) {
    const point = points[i]! * total;
    let at = 0;
    for (let sum = masses[0]!; sum <= point && at < steps.length - 1; sum += masses[at]!) at += 1;
    column[i] = steps[at]!;
  }
}

/** Draws one number from 1 - b to 1 + b for each rule and row, the next block each time it is called. */
function strengthsOf({ spreads, seed, replicates }: Drawing): ((rows: number) => Float64Array[]) | undefined {
  if (!spreads) return undefined;
  const random = xoroshiro128plus(seed);
  for (let i = 0; i < replicates; i += 1) random.jump(); // Past the streams that shift the lattices.
  const strengths = spreads.map(() => new Float64Array(BLOCK));
  return rows => {
    spreads.forEach((b, rule) => {
      const column = strengths[rule]!;
      for (let row = 0; row < rows; row += 1) column[row] = 1 - b + 2 * b * uniformFloat64(random);
    });
    return strengths;
  };
}
