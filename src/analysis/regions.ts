import { BLOCK, blockEvaluator, type Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import type { Fact } from '../model/fact.js';
import type { Belief } from './belief.js';
import { groupsInPlay } from './in-play.js';

/** Everything that a scenario holds possible, cut into regions in which no condition in play changes. */
export interface RegionSpace {
  /** For each stated fact of the program, in its order, the groups of steps that have any mass. */
  axes: readonly Axis[];
  /** How many regions there are. May exceed what can be enumerated, or even counted exactly. */
  count: number;
}

/** The groups of one fact: their steps that have any mass, one that stands for each, and how likely each group is. */
export interface Axis {
  fact: string;
  groups: readonly (readonly number[])[];
  steps: readonly number[];
  masses: readonly number[];
}

/** The regions of what is believed of each stated fact, for conditions that hang on these roots (docs/analysis.md). */
export function regionSpace(
  program: Program,
  facts: ReadonlyMap<string, Fact>,
  beliefs: readonly Belief[],
  roots: readonly number[],
): RegionSpace {
  const groups = groupsInPlay(program, facts, [...roots, ...program.impossible]);
  const axes = beliefs.map(({ fact, masses }, i) => {
    const massOf = (steps: readonly number[]) => steps.reduce((sum, step) => sum + masses[step]!, 0);
    const kept = groups[i]!.map(steps => steps.filter(step => masses[step]! > 0)).filter(
      ({ length }) => length > 0,
    );
    return {
      fact,
      groups: kept,
      steps: kept.map(([first]) => first!),
      masses: kept.map(massOf),
    };
  });
  return { axes, count: axes.reduce((product, { steps }) => product * steps.length, 1) };
}

/** A block of regions: how their nodes came out, and how likely each is, before impossible ones are taken out: these have 0. */
export interface RegionBlock {
  truths: Truths;
  masses: Float64Array;
  rows: number;
  /** For each axis the step in each region. */
  columns: readonly Uint16Array[];
}

/**
 * Visits every region once, in blocks, in a fixed order. Gives the probability that the situation is possible at all, by
 * which all masses have to be divided. What is visited is overwritten by the next block.
 */
export function visitRegions(
  program: Program,
  space: RegionSpace,
  visit: (block: RegionBlock) => void,
): number {
  const evaluate = blockEvaluator(program);
  const columns = space.axes.map(() => new Uint16Array(BLOCK));
  const masses = new Float64Array(BLOCK);
  let possible = 0;
  for (let from = 0; from < space.count; from += BLOCK) {
    const rows = Math.min(BLOCK, space.count - from);
    fill(space.axes, columns, masses, from, rows);
    const truths = evaluate(columns, 0, rows);
    for (const node of program.impossible) takeOut(masses, truths.must[node]!, rows);
    for (let row = 0; row < rows; row += 1) possible += masses[row]!;
    visit({ truths, masses, rows, columns });
  }
  return possible;
}

/** The steps and the mass of the regions from a number on: a region's number has one digit for each fact. */
function fill(
  axes: readonly Axis[],
  columns: readonly Uint16Array[],
  masses: Float64Array,
  from: number,
  rows: number,
): void {
  masses.fill(1);
  let stride = 1;
  axes.forEach(({ steps, masses: own }, fact) => {
    const column = columns[fact]!;
    for (let row = 0; row < rows; row += 1) {
      const digit = Math.floor((from + row) / stride) % steps.length;
      column[row] = steps[digit]!;
      masses[row]! *= own[digit]!;
    }
    stride *= steps.length;
  });
}

function takeOut(masses: Float64Array, where: Uint32Array, rows: number): void {
  for (let row = 0; row < rows; row += 1) if ((where[row >> 5]! >>> (row & 31)) & 1) masses[row] = 0;
}
