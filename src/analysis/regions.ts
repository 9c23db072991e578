import { BLOCK, blockEvaluator, type Column, type Truths } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
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

/**
 * The regions of what is believed of each stated fact, for conditions that hang on these roots (docs/analysis.md). Steps that
 * `impossible` rules out whatever the other facts are have no region, so the masses of an axis may sum to less than 1. Where
 * nothing is left of a fact, there is no region at all.
 */
export function regionSpace(
  program: Program,
  facts: ReadonlyMap<string, Fact>,
  beliefs: readonly Belief[],
  roots: readonly number[],
): RegionSpace {
  const groups = groupsInPlay(program, facts, [...roots, ...program.impossible]);
  const axes = beliefs.map(({ fact, masses }, i) =>
    axisOf(
      fact,
      groups[i]!.map(steps => steps.filter(step => masses[step]! > 0)).filter(({ length }) => length > 0),
      masses,
    ),
  );
  const left = withoutRuledOut(program, axes);
  return { axes: left, count: left.reduce((product, { steps }) => product * steps.length, 1) };
}

function axisOf(fact: string, groups: readonly (readonly number[])[], masses: readonly number[]): Axis {
  const massOf = (steps: readonly number[]) => steps.reduce((sum, step) => sum + masses[step]!, 0);
  return { fact, groups, steps: groups.map(([first]) => first!), masses: groups.map(massOf) };
}

/** Takes out the groups with which the situation is impossible whatever the other facts are, until there are none. */
function withoutRuledOut(program: Program, axes: readonly Axis[]): readonly Axis[] {
  if (program.impossible.length === 0 || axes.some(({ steps }) => steps.length === 0)) return axes;
  const rows = axes.flatMap(({ steps }, axis) => steps.map(step => ({ axis, step })));
  const columns = axes.map(({ steps }, axis) =>
    setColumn(
      rows.map(row => (row.axis === axis ? [row.step] : steps)),
      program.facts[axis]!.steps,
    ),
  );
  const evaluate = blockEvaluator(program);
  const out = rows.filter((_, row) => {
    const { must } = evaluate(columns, row, 1);
    return program.impossible.some(node => must[node]![0]! & 1);
  });
  if (out.length === 0) return axes;
  const isKept = (axis: number) => (step: number) => !out.some(one => one.axis === axis && one.step === step);
  return withoutRuledOut(
    program,
    axes.map((axis, i) => keep(axis, isKept(i))),
  );
}

function keep({ fact, groups, steps, masses }: Axis, isKept: (step: number) => boolean): Axis {
  const of = <T>(list: readonly T[]) => list.filter((_, group) => isKept(steps[group]!));
  return { fact, groups: of(groups), steps: of(steps), masses: of(masses) };
}

/** A block of situations: how their nodes came out, and how likely each is: 0 where it is impossible. */
export interface SituationBlock {
  truths: Truths;
  masses: Float64Array;
  rows: number;
  /** For each stated fact of the program the step in each row, or the steps where it is not certain. */
  columns: readonly Column[];
  /** Which of the independent replicates the rows are of; 0 where every region is visited. */
  replicate: number;
  /** By criterion and row, where weights are drawn. */
  weights?: readonly Float64Array[];
  /** By rule and row what its points are multiplied by, where that is drawn. */
  strengths?: readonly Float64Array[];
}

/** Every region once, in blocks, in a fixed order. What a block holds is overwritten by the next. */
export function* regionBlocks(program: Program, space: RegionSpace): Generator<SituationBlock> {
  const evaluate = blockEvaluator(program);
  const columns = space.axes.map(() => new Uint16Array(BLOCK));
  const masses = new Float64Array(BLOCK);
  for (let from = 0; from < space.count; from += BLOCK) {
    const rows = Math.min(BLOCK, space.count - from);
    fill(space.axes, columns, masses, from, rows);
    const truths = evaluate(columns, 0, rows);
    markImpossible(masses, program, truths, rows);
    yield { truths, masses, rows, columns, replicate: 0 };
  }
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

/** Sets the mass to 0 in the rows that are impossible. */
export function markImpossible(
  masses: Float64Array,
  { impossible }: Program,
  { must }: Truths,
  rows: number,
): void {
  for (const node of impossible) {
    const where = must[node]!;
    for (let row = 0; row < rows; row += 1) if ((where[row >> 5]! >>> (row & 31)) & 1) masses[row] = 0;
  }
}
