import { BLOCK, type RowBits } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import type { ScoredBlock } from './over-situations.js';
import type { Axis } from './regions.js';

/** Some facts that could be found out together, by their places among the axes. */
export interface Subject {
  axes: readonly number[];
  /** For each axis the number of each group, by the step that stands for it. */
  numbers: readonly Uint16Array[];
  /** How many groups each axis has. */
  counts: readonly number[];
  /** How many groups there are: one for each combination of groups, the first axis fastest. */
  size: number;
  /** The groups of steps of the first axis. */
  groups: readonly (readonly number[])[];
}

/** The subject of these axes. */
export function subjectOf(axes: readonly Axis[], at: readonly number[]): Subject {
  const chosen = at.map(place => axes[place]!);
  return {
    axes: at,
    numbers: chosen.map(({ steps }) => {
      const numbers = new Uint16Array(Math.max(...steps) + 1);
      steps.forEach((step, group) => {
        numbers[step] = group;
      });
      return numbers;
    }),
    counts: chosen.map(({ steps }) => steps.length),
    size: chosen.reduce((size, { steps }) => size * steps.length, 1),
    groups: chosen[0]!.groups,
  };
}

/**
 * Weighted sums of the scores of all options: in all, of the best in each situation, and given each group of each subject,
 * there by group and option in one row; and the mass of the situations in which each comes first, a tie shared.
 */
export interface Givens {
  mass: number;
  best: number;
  scores: Float64Array;
  firsts: Float64Array;
  /** The mass of the situations in which each is excluded. */
  excluded: Float64Array;
  subjects: { masses: Float64Array; scores: Float64Array }[];
}

/** Sums of nothing. */
export function emptyGivens({ options }: Program, subjects: readonly Subject[]): Givens {
  const each = () => new Float64Array(options.length);
  return {
    mass: 0,
    best: 0,
    scores: each(),
    firsts: each(),
    excluded: each(),
    subjects: subjects.map(({ size }) => ({
      masses: new Float64Array(size),
      scores: new Float64Array(size * options.length),
    })),
  };
}

/**
 * Adds blocks, whose scores it overwrites. An excluded option counts as 0; the best of a situation is at least 0, for the
 * baseline is there.
 */
export function givensAdder(
  subjects: readonly Subject[],
  candidates: readonly number[],
): (givens: Givens, block: ScoredBlock) => void {
  const best = new Float64Array(BLOCK);
  const tied = new Uint16Array(BLOCK);
  const groups = subjects.map(() => new Uint16Array(BLOCK));
  return (givens, { scores, excluded, masses, rows, columns }) => {
    best.fill(0);
    subjects.forEach((subject, i) => {
      fillGroups(subject, columns as readonly Uint16Array[], groups[i]!, rows);
      addTo(givens.subjects[i]!.masses, groups[i]!, 1, 0, masses, rows);
    });
    for (const o of candidates) {
      clearWhere(scores[o]!, excluded[o]!, rows);
      raise(best, scores[o]!, rows);
    }
    tied.fill(0);
    for (const o of candidates) countLevel(tied, best, scores[o]!, excluded[o]!, rows);
    for (const o of candidates) {
      givens.firsts[o]! += firstMass(tied, best, scores[o]!, excluded[o]!, masses, rows);
      givens.excluded[o]! += massIn(excluded[o]!, masses, rows);
      weigh(scores[o]!, masses, rows);
      givens.scores[o]! += sum(scores[o]!, rows);
      subjects.forEach((_, i) => {
        addTo(givens.subjects[i]!.scores, groups[i]!, scores.length, o, scores[o]!, rows);
      });
    }
    weigh(best, masses, rows);
    givens.best += sum(best, rows);
    givens.mass += sum(masses, rows);
  };
}

// Each a plain loop over typed arrays, which runs fast from the first block on.

/** The group of a subject in each row. */
function fillGroups(
  { axes, numbers, counts }: Subject,
  columns: readonly Uint16Array[],
  groups: Uint16Array,
  rows: number,
): void {
  groups.fill(0);
  let stride = 1;
  axes.forEach((axis, i) => {
    const [column, own] = [columns[axis]!, numbers[i]!];
    for (let row = 0; row < rows; row += 1) groups[row]! += stride * own[column[row]!]!;
    stride *= counts[i]!;
  });
}

function clearWhere(score: Float64Array, out: RowBits, rows: number): void {
  for (let row = 0; row < rows; row += 1) if ((out[row >> 5]! >>> (row & 31)) & 1) score[row] = 0;
}

function raise(best: Float64Array, score: Float64Array, rows: number): void {
  for (let row = 0; row < rows; row += 1) if (score[row]! > best[row]!) best[row] = score[row]!;
}

/** Counts the options that are ranked and level with the best. */
function countLevel(
  tied: Uint16Array,
  best: Float64Array,
  score: Float64Array,
  out: RowBits,
  rows: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    if (score[row] === best[row] && !((out[row >> 5]! >>> (row & 31)) & 1)) tied[row]! += 1;
  }
}

function firstMass(
  tied: Uint16Array,
  best: Float64Array,
  score: Float64Array,
  out: RowBits,
  masses: Float64Array,
  rows: number,
): number {
  let mass = 0;
  for (let row = 0; row < rows; row += 1) {
    if (score[row] === best[row] && !((out[row >> 5]! >>> (row & 31)) & 1)) mass += masses[row]! / tied[row]!;
  }
  return mass;
}

function massIn(out: RowBits, masses: Float64Array, rows: number): number {
  let mass = 0;
  for (let row = 0; row < rows; row += 1) if ((out[row >> 5]! >>> (row & 31)) & 1) mass += masses[row]!;
  return mass;
}

function weigh(score: Float64Array, masses: Float64Array, rows: number): void {
  for (let row = 0; row < rows; row += 1) score[row]! *= masses[row]!;
}

function sum(values: Float64Array, rows: number): number {
  let total = 0;
  for (let row = 0; row < rows; row += 1) total += values[row]!;
  return total;
}

/** Adds each value to the place of its row's group and the option. */
function addTo(
  sums: Float64Array,
  groups: Uint16Array,
  stride: number,
  option: number,
  values: Float64Array,
  rows: number,
): void {
  for (let row = 0; row < rows; row += 1) sums[groups[row]! * stride + option]! += values[row]!;
}
