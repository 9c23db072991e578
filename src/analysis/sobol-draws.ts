import { BLOCK, blockEvaluator } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import { marginAt } from './margins.js';
import { type Estimate, ratio, total } from './means.js';
import type { Situations } from './over-situations.js';
import { type Axis, markImpossible } from './regions.js';

/** Of how many situations that are drawn one is also taken apart, fact by fact. */
const EVERY = 32;

/** Estimated indices by axis, with the mean and the variance of the margin and whether anything drawn was impossible. */
export interface DrawnSobol {
  mass: number;
  mean: number;
  variance: number;
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
): Promise<DrawnSobol> {
  const { axes } = over.space;
  const replicates = Array.from({ length: over.visited.replicates }, () => emptySums(axes));
  let coupled = false;
  for await (const block of over.scored()) {
    const columns = block.columns as readonly Uint16Array[];
    const sums = replicates[block.replicate]!;
    for (let row = 0; row < block.rows; row += 1) {
      if (block.masses[row] === 0) coupled = true;
      else addRow(sums, axes, columns, row, marginAt(block, leader, candidates, row));
    }
  }
  const mass = total(replicates.map(one => one.mass));
  const mean = total(replicates.map(({ y }) => y)) / mass;
  const spreads = replicates.map(({ squares, y, mass }) => squares - 2 * mean * y + mean * mean * mass);
  const within = withinFacts(program, axes, weights, leader, candidates);
  const taken = replicates.map(({ samples }) => within(samples));
  return {
    mass,
    mean,
    variance: total(spreads) / mass,
    coupled,
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

/** For each axis the sum, over some situations, of the variance of the margin over the groups of that axis alone. */
function withinFacts(
  program: Program,
  axes: readonly Axis[],
  weights: Weights,
  leader: number,
  candidates: readonly number[],
): (samples: readonly Uint16Array[]) => number[] {
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const columns = axes.map(() => new Uint16Array(BLOCK));
  const masses = new Float64Array(BLOCK);
  return samples =>
    axes.map(({ steps, masses: own }, i) => {
      if (steps.length === 1) return 0;
      const atOnce = Math.floor(BLOCK / steps.length);
      let sum = 0;
      for (let from = 0; from < samples.length; from += atOnce) {
        const here = samples.slice(from, from + atOnce);
        const rows = here.length * steps.length;
        here.forEach((sample, s) => {
          steps.forEach((step, g) => {
            const row = s * steps.length + g;
            for (let a = 0; a < axes.length; a += 1) columns[a]![row] = a === i ? step : sample[a]!;
            masses[row] = own[g]!;
          });
        });
        const truths = evaluate(columns, 0, rows);
        markImpossible(masses, program, truths, rows);
        const block = score(truths, rows);
        for (let s = 0; s < here.length; s += 1) {
          const of = steps.map((_, g) => s * steps.length + g);
          sum += variance(
            of.map(row => marginAt(block, leader, candidates, row)),
            of.map(row => masses[row]!),
          );
        }
      }
      return sum;
    });
}

function variance(values: readonly number[], masses: readonly number[]): number {
  const mass = total(masses);
  const mean = total(values.map((y, i) => masses[i]! * y)) / mass;
  return total(values.map((y, i) => masses[i]! * (y - mean) ** 2)) / mass;
}
