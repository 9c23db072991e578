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

/** Weighted sums of the scores of all options: in all, of the best in each situation, and given each group of each subject. */
export interface Givens {
  mass: number;
  best: number;
  scores: Float64Array;
  subjects: { masses: Float64Array; scores: Float64Array[] }[];
}

/** Sums of nothing. */
export function emptyGivens({ options }: Program, subjects: readonly Subject[]): Givens {
  return {
    mass: 0,
    best: 0,
    scores: new Float64Array(options.length),
    subjects: subjects.map(({ size }) => ({
      masses: new Float64Array(size),
      scores: Array.from({ length: size }, () => new Float64Array(options.length)),
    })),
  };
}

/** Adds a block. An excluded option counts as 0; the best of a situation is at least 0, for the baseline is there. */
export function addGivens(
  givens: Givens,
  { scores, excluded, masses, rows, columns }: ScoredBlock,
  subjects: readonly Subject[],
  candidates: readonly number[],
): void {
  const score = new Float64Array(scores.length);
  const read = subjects.map(({ axes }) => axes.map(at => columns[at] as Uint16Array));
  for (let row = 0; row < rows; row += 1) {
    const mass = masses[row]!;
    if (mass === 0) continue;
    let best = 0;
    for (const o of candidates) {
      score[o] = (excluded[o]![row >> 5]! >>> (row & 31)) & 1 ? 0 : mass * scores[o]![row]!;
      best = Math.max(best, score[o]!);
      givens.scores[o]! += score[o]!;
    }
    givens.mass += mass;
    givens.best += best;
    for (let i = 0; i < subjects.length; i += 1) {
      const group = groupAt(subjects[i]!, read[i]!, row);
      const given = givens.subjects[i]!;
      given.masses[group]! += mass;
      const sums = given.scores[group]!;
      for (const o of candidates) sums[o]! += score[o]!;
    }
  }
}

function groupAt({ numbers, counts }: Subject, columns: readonly Uint16Array[], row: number): number {
  let group = 0;
  let stride = 1;
  for (let i = 0; i < numbers.length; i += 1) {
    group += stride * numbers[i]![columns[i]![row]!]!;
    stride *= counts[i]!;
  }
  return group;
}
