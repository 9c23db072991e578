import { BLOCK, blockEvaluator } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import type { Program } from '../engine/program.js';
import { blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import { marginAt } from './margins.js';
import { type Estimate, ratio, total } from './means.js';
import type { Situations } from './over-situations.js';
import { paceOf, type Watching } from './pace.js';
import { type Axis, markImpossible } from './regions.js';

/** Of how many situations that are drawn one is also taken apart, fact by fact. */
const EVERY = 32;

/** Estimated indices by axis, with the mean and the variance of the margin and whether facts depend on one another. */
export interface DrawnSobol {
  mass: number;
  mean: number;
  meanError: number | null;
  variance: number;
  varianceError: number | null;
  coupled: boolean;
  first: Estimate[];
  total: Estimate[];
}

/** Sums of one replicate. */
interface Sums {
  mass: number;
  y: number;
  squares: number;
  /** By axis and group. */
  masses: Float64Array[];
  margins: Float64Array[];
  /** The steps of the situations that are taken apart. */
  samples: Uint16Array[];
}

/**
 * Sobol' indices of the leader's margin from draws. First-order ones from the means given each group of each fact, which is
 * what they are defined by, so facts may be coupled. Total ones from the variance, within some of the situations, over all
 * groups of one fact, which is exact there. Errors by the delta method for ratios, from how replicates differ.
 */
export async function sobolOfDraws(
  program: Program,
  over: Situations,
  weights: Weights,
  leader: number,
  candidates: readonly number[],
  watching: Watching,
): Promise<DrawnSobol> {
  const { axes } = over.space;
  const replicates = Array.from({ length: over.visited.replicates }, () => emptySums(axes));
  // Margins are taken from the first that is met, so that none of their variance is lost to their size.
  let pivot: number | undefined;
  for await (const block of over.scored()) {
    const columns = block.columns as readonly Uint16Array[];
    const sums = replicates[block.replicate]!;
    for (let row = 0; row < block.rows; row += 1) {
      if (block.masses[row] === 0) continue;
      const margin = marginAt(block, leader, candidates, row);
      pivot ??= margin;
      addRow(sums, axes, columns, row, margin - pivot);
    }
  }
  const masses = replicates.map(one => one.mass);
  const mass = total(masses);
  const { value: mean, error: meanError } = ratio(
    replicates.map(({ y }) => y),
    masses,
  );
  const spreads = replicates.map(({ squares, y, mass }) => squares - 2 * mean * y + mean * mean * mass);
  const variance = ratio(spreads, masses);
  const within = withinFacts(program, axes, weights, leader, candidates, watching);
  const taken: number[][] = [];
  for (const { samples } of replicates) taken.push(await within(samples));
  return {
    mass,
    ...{ mean: mean + (pivot ?? 0), meanError },
    ...{ variance: variance.value, varianceError: variance.error },
    coupled: areCoupled(program, axes),
    first: axes.map((_, i) => ratio(betweenGroups(replicates, i, mean), spreads)),
    total: axes.map((_, i) =>
      ratio(
        replicates.map(({ samples, mass }, r) =>
          samples.length > 0 ? (taken[r]![i]! / samples.length) * mass : 0,
        ),
        spreads,
      ),
    ),
  };
}

function emptySums(axes: readonly Axis[]): Sums {
  const each = () => axes.map(({ steps }) => new Float64Array(Math.max(...steps) + 1));
  return { mass: 0, y: 0, squares: 0, masses: each(), margins: each(), samples: [] };
}

function addRow(
  sums: Sums,
  axes: readonly Axis[],
  columns: readonly Uint16Array[],
  row: number,
  y: number,
): void {
  if (sums.mass % EVERY === 0) sums.samples.push(Uint16Array.from(columns, column => column[row]!));
  sums.mass += 1;
  sums.y += y;
  sums.squares += y * y;
  for (let i = 0; i < axes.length; i += 1) {
    const step = columns[i]![row]!;
    sums.masses[i]![step]! += 1;
    sums.margins[i]![step]! += y;
  }
}

/**
 * For one fact the sum over groups of mass x (mean of the group - mean)^2, with the means over all replicates, shared out to
 * the replicates so that the parts add up to it: its linear expansion in what each replicate adds.
 */
function betweenGroups(replicates: readonly Sums[], i: number, mean: number): number[] {
  const steps = replicates[0]!.masses[i]!.map((_, step) => step);
  const centred = (sums: Sums, step: number) => sums.margins[i]![step]! - mean * sums.masses[i]![step]!;
  const means = steps.map(step => {
    const mass = total(replicates.map(({ masses }) => masses[i]![step]!));
    return mass === 0 ? 0 : total(replicates.map(sums => centred(sums, step))) / mass;
  });
  return replicates.map(sums =>
    steps.reduce(
      (sum, step) =>
        sum + 2 * means[step]! * centred(sums, step) - means[step]! ** 2 * sums.masses[i]![step]!,
      0,
    ),
  );
}

/**
 * For each axis the sum, over some situations, of the variance of the margin over the groups of that axis alone. Rows are
 * numbered situation by situation, and evaluated a block at a time.
 */
function withinFacts(
  program: Program,
  axes: readonly Axis[],
  weights: Weights,
  leader: number,
  candidates: readonly number[],
  watching: Watching,
): (samples: readonly Uint16Array[]) => Promise<number[]> {
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const columns = axes.map(() => new Uint16Array(BLOCK));
  const masses = new Float64Array(BLOCK);
  const pace = paceOf(watching, 1);
  const margins = async (samples: readonly Uint16Array[], i: number) => {
    const { steps, masses: own } = axes[i]!;
    const found = { y: new Float64Array(samples.length * steps.length), masses: new Float64Array(0) };
    found.masses = new Float64Array(found.y.length);
    for (let from = 0; from < found.y.length; from += BLOCK) {
      const rows = Math.min(BLOCK, found.y.length - from);
      for (let row = 0; row < rows; row += 1) {
        const sample = samples[Math.floor((from + row) / steps.length)]!;
        const group = (from + row) % steps.length;
        for (let a = 0; a < axes.length; a += 1) columns[a]![row] = a === i ? steps[group]! : sample[a]!;
        masses[row] = own[group]!;
      }
      const truths = evaluate(columns, 0, rows);
      markImpossible(masses, program, truths, rows);
      const block = score(truths, rows);
      for (let row = 0; row < rows; row += 1) found.y[from + row] = marginAt(block, leader, candidates, row);
      found.masses.set(masses.subarray(0, rows), from);
      await pace(1);
    }
    return found;
  };
  return async samples => {
    const sums: number[] = [];
    for (const [i, { steps }] of axes.entries()) {
      if (steps.length === 1) sums.push(0);
      else {
        const { y, masses: own } = await margins(samples, i);
        const k = steps.length;
        sums.push(
          total(
            samples.map((_, s) => variance(y.subarray(s * k, (s + 1) * k), own.subarray(s * k, (s + 1) * k))),
          ),
        );
      }
    }
    return sums;
  };
}

function variance(values: Float64Array, masses: Float64Array): number {
  const mass = masses.reduce((sum, p) => sum + p, 0);
  const mean = values.reduce((sum, y, i) => sum + masses[i]! * y, 0) / mass;
  return values.reduce((sum, y, i) => sum + masses[i]! * (y - mean) ** 2, 0) / mass;
}

/** Whether some combination of what is possible of each fact may be impossible, so that facts depend on one another. */
function areCoupled(program: Program, axes: readonly Axis[]): boolean {
  const columns = axes.map(({ steps }, i) => setColumn([steps], program.facts[i]!.steps));
  const { may } = blockEvaluator(program)(columns, 0, 1);
  return program.impossible.some(node => may[node]![0]! & 1);
}
