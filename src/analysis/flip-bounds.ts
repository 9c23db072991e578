import type { Program, ProgramRule } from '../engine/program.js';
import { factsRead } from '../engine/reads.js';
import type { Weights } from '../mcda/weights.js';
import type { FlipAxis } from './flip-axes.js';

/** How things stand before anything is moved. */
export interface Standing {
  /** Scores by option, of the excluded ones too. */
  scores: readonly number[];
  /** Whether a gate excludes each option. */
  excluded: readonly boolean[];
  /** Whether each rule fires. */
  fires: readonly boolean[];
}

/** How far an option can come by moving facts. */
interface Reach {
  /** How far it is behind the option that it has to overtake. */
  gap: number;
  /** By axis: what moving that fact can close of the gap at most. */
  gains: readonly number[];
  /** By how many facts and by axis: what the best so many axes from there on can close together. */
  best: readonly (readonly number[])[];
  /** Axes of which one has to move, for a gate excludes it; null if none does. */
  needs: ReadonlySet<number> | null;
}

/**
 * Tells when no moves of some chosen axes, and of so many more from an axis on, can put a wanted option first, by interval
 * bounds: each rule that reads a moved fact changes at most once, from firing or from not firing, so a gap closes by no more
 * than the sum of what these rules can give. A move that can lift a gate, or close one, counts as enough.
 */
export function flipBounds(
  program: Program,
  axes: readonly FlipAxis[],
  weights: Weights,
  standing: Standing,
  wanted: readonly { option: number; rival: number }[],
  maxFacts: number,
): (chosen: readonly number[], from: number, more: number) => boolean {
  const read = factsRead(program);
  const readers = axes.map(({ place }) =>
    program.rules.flatMap(({ node }, rule) => (read[node]!.has(place) ? [rule] : [])),
  );
  const reaches = wanted.map(({ option, rival }) =>
    reachOf(program, readers, [...weights.values()], standing, option, rival, maxFacts),
  );
  return (chosen, from, more) => !reaches.some(reach => mayDo(reach, chosen, from, more));
}

/** Sums of rounded scores may be off by this much. */
const SLACK = 1e-6;

function mayDo(
  { gap, gains, best, needs }: Reach,
  chosen: readonly number[],
  from: number,
  more: number,
): boolean {
  if (needs && !chosen.some(axis => needs.has(axis)) && !(more > 0 && [...needs].some(axis => axis >= from)))
    return false;
  const closed = chosen.reduce((sum, axis) => sum + gains[axis]!, 0) + best[more]![from]!;
  return closed > gap - SLACK;
}

function reachOf(
  program: Program,
  readers: readonly (readonly number[])[],
  weights: readonly number[],
  { scores, excluded, fires }: Standing,
  option: number,
  rival: number,
  maxFacts: number,
): Reach {
  const { rules, criteria } = program;
  const gates = (rule: number, o: number) => rules[rule]!.gates.includes(o);
  const clamps = clampsOf(program);
  const sides = new Map([
    [option, 1],
    [rival, -1],
  ]);
  const worthOf = (cell: number, points: number) =>
    (sides.get(Math.floor(cell / criteria.length)) ?? 0) * weights[cell % criteria.length]! * points;
  const gain = rules.map((rule, r) =>
    gates(r, rival) ? Number.POSITIVE_INFINITY : gainOf(rule, worthOf, clamps, fires[r] ? -1 : 1),
  );
  const gains = readers.map(own => own.reduce((sum, rule) => sum + gain[rule]!, 0));
  return {
    gap: scores[rival]! - scores[option]!,
    gains,
    best: Array.from({ length: maxFacts + 1 }, (_, more) => bestFrom(gains, more)),
    needs: excluded[option]
      ? new Set(readers.flatMap((own, axis) => (own.some(rule => gates(rule, option)) ? [axis] : [])))
      : null,
  };
}

/**
 * What a rule can close of the gap when it stops or starts to fire: what the option gains and the rival loses. Where a cell
 * can reach its clamp, which could swallow it, what goes the other way there is not set against that.
 */
function gainOf(
  { adds }: ProgramRule,
  worthOf: (cell: number, points: number) => number,
  clamps: (cell: number) => boolean,
  turn: number,
): number {
  const worths = adds.map(({ cell, points }) => ({
    worth: turn * worthOf(cell, points),
    isFree: !clamps(cell),
  }));
  const free = worths.reduce((sum, { worth, isFree }) => sum + (isFree ? worth : 0), 0);
  const rest = worths.reduce((sum, { worth, isFree }) => sum + (isFree ? 0 : Math.max(0, worth)), 0);
  return Math.max(0, free) + rest;
}

/** Whether the points of its rules can take a cell past its clamp. */
function clampsOf({ rules }: Program): (cell: number) => boolean {
  const most = new Map<number, [number, number]>();
  for (const { cell, points } of rules.flatMap(({ adds }) => adds)) {
    const [up, down] = most.get(cell) ?? [0, 0];
    most.set(cell, points > 0 ? [up + points, down] : [up, down + points]);
  }
  return cell => {
    const [up, down] = most.get(cell) ?? [0, 0];
    return up > 100 || down < -100;
  };
}

/** For each axis, and past the last, the sum of the so many greatest gains from it on. */
function bestFrom(gains: readonly number[], more: number): number[] {
  return Array.from({ length: gains.length + 1 }, (_, from) =>
    gains
      .slice(from)
      .sort((a, b) => b - a)
      .slice(0, more)
      .reduce((sum, gain) => sum + gain, 0),
  );
}
