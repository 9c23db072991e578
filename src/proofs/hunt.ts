import { BLOCK, blockEvaluator, type Column } from '../engine/block.js';
import { wordsFor } from '../engine/columns.js';
import type { Program } from '../engine/program.js';
import { factsRead } from '../engine/reads.js';
import type { Goal } from './goals.js';
import { type Cost, type Groups, isLess } from './groups.js';
import { FREE, MOVES, type Near, STAYS } from './near.js';
import { isSet, type Views } from './sums.js';

/** A search for a possible situation in which something holds: the smallest there is, or a proof that there is none. */
export interface Hunt {
  program: Program;
  /** For each stated fact of the program the groups of its steps, as a situation may have them. */
  groups: readonly Groups[];
  /** What each view has of each stated fact: the group of that or another fact, or always the same one. */
  views: readonly (readonly Source[])[];
  /** Nodes that must hold in every view. */
  given: readonly number[];
  goal: Goal;
  /** Rules that bear on the goal, with how much. */
  bearing: readonly { node: number; weight: number }[];
}

/** Where a view has a fact from: the same or another fact of the situation, or one step throughout. */
export type Source = { fact: number } | { step: number };

/** The dearest that is still of interest: a search leaves out all that is no cheaper, and lowers it by what it finds. */
export interface Limit {
  cost?: Cost;
}

/** How far a search is. */
export interface Progress {
  /** What share of the regions is covered, from 0 to 1. */
  covered: number;
  /** The cheapest situation found since the last time: for each stated fact its group. */
  found?: { at: readonly number[]; cost: Cost };
}

/** How many boxes are looked at together. */
const TOGETHER = 256;

/** How much whether a situation is possible and in question weighs, against points of rules. */
const DECIDES = 200;

/** Sets of groups of each fact, as bits: a box of regions. */
type Box = Int32Array;

/**
 * Branch and bound over boxes of regions. A box in which the goal cannot hold is passed over; of any other its cheapest
 * situation is tried, and if that will not do it is split by the fact on which most that is open hangs. Yields after each
 * lot of boxes; once it ends, every region was covered, and the last situation that it gave is the cheapest there is.
 */
export function* hunt(
  { program, groups, views, given, goal, bearing }: Hunt,
  limit: Limit,
): Generator<Progress, void> {
  const regions = groups.reduce((product, { steps }) => product * steps.length, 1);
  if (regions === 0) return;
  const look = looker(program, groups, views);
  const reads = factsRead(program);
  /** The facts of the situation that a node hangs on in each view. */
  const hangsOn = (node: number) =>
    views.map(sources =>
      [...reads[node]!].flatMap(fact => {
        const source = sources[fact]!;
        return 'fact' in source ? [source.fact] : [];
      }),
    );
  const pulls = [
    ...bearing.map(({ node, weight }) => ({ weight, node, facts: hangsOn(node) })),
    ...[...given, ...program.impossible].map(node => ({ weight: DECIDES, node, facts: hangsOn(node) })),
  ];
  const facts = new Uint8Array(groups.length);
  let covered = 0;
  const stack: Box[] = [Int32Array.from(groups, ({ steps }) => (2 ** steps.length - 1) | 0)];
  while (stack.length > 0) {
    const boxes = stack.splice(Math.max(0, stack.length - TOGETHER)).reverse();
    const corners = boxes.map(box => groups.map((one, fact) => one.cheapest(box[fact]!)));
    const { open, sure } = look(boxes, corners);
    const children: Box[][] = [];
    let found: Progress['found'];
    boxes.forEach((box, row) => {
      const corner = corners[row]!;
      const cost = limit.cost && costOf(groups, corner);
      const isDear = cost !== undefined && !isLess(cost, limit.cost!);
      const isWanted = !isDear && mayHold(open, row, cost && nearOf(box, corner, cost, sure));
      if (isWanted && holdsAt(sure, row)) {
        limit.cost = cost ?? costOf(groups, corner);
        found = { at: corner, cost: limit.cost };
      } else if (isWanted) {
        const fact = factToSplit(box, row, open);
        if (fact !== undefined) {
          children.push(split(box, fact, groups[fact]!));
          return;
        }
      }
      covered += sizeOf(box) / regions;
    });
    for (const own of children.reverse()) stack.push(...own);
    yield { covered, ...(found && { found }) };
  }

  /** What is near enough to neutral to be of interest; undefined where facts of several views hang together. */
  function nearOf(box: Box, corner: readonly number[], cost: Cost, sure: Views): Near | undefined {
    if (views.length > 1) return undefined;
    groups.forEach(({ distances }, fact) => {
      if (isOne(box[fact]!)) facts[fact] = STAYS;
      else facts[fact] = distances[corner[fact]!] === 0 ? MOVES : FREE;
    });
    return { sure, moves: limit.cost!.facts - cost.facts, facts };
  }

  function mayHold(open: Views, row: number, near: Near | undefined): boolean {
    return (
      open.every(
        ({ must, may }) =>
          given.every(node => isSet(may[node]!, row)) &&
          !program.impossible.some(node => isSet(must[node]!, row)),
      ) && goal.may(open, row, near)
    );
  }

  function holdsAt(sure: Views, row: number): boolean {
    return (
      sure.every(
        ({ must }) =>
          given.every(node => isSet(must[node]!, row)) &&
          !program.impossible.some(node => isSet(must[node]!, row)),
      ) && goal.holds(sure, row)
    );
  }

  /** The fact, of those that are open, on which most hangs that is open; undefined where nothing is. */
  function factToSplit(box: Box, row: number, open: Views): number | undefined {
    const sums = new Float64Array(groups.length);
    for (const { node, weight, facts } of pulls)
      open.forEach(({ must, may }, view) => {
        if (isSet(must[node]!, row) === isSet(may[node]!, row)) return;
        for (const fact of facts[view]!) sums[fact]! += weight;
      });
    let chosen: number | undefined;
    for (let fact = 0; fact < groups.length; fact += 1) {
      if (isOne(box[fact]!) || sums[fact] === 0) continue;
      if (chosen === undefined || sums[fact]! > sums[chosen]!) chosen = fact;
    }
    return chosen;
  }
}

/** Evaluates boxes, and a situation in each, in every view. What it returns is overwritten by the next call. */
function looker(
  program: Program,
  groups: readonly Groups[],
  views: readonly (readonly Source[])[],
): (boxes: readonly Box[], corners: readonly (readonly number[])[]) => { open: Views; sure: Views } {
  const openColumns = views.map(sources => sources.map((_, fact) => setsFor(program.facts[fact]!.steps)));
  const sureColumns = views.map(sources => sources.map(() => new Uint16Array(TOGETHER)));
  const openOf = views.map(() => blockEvaluator(program));
  const sureOf = views.map(() => blockEvaluator(program));
  return (boxes, corners) => {
    views.forEach((sources, view) => {
      sources.forEach((source, fact) => {
        const { sets, words } = openColumns[view]![fact]!;
        const column = sureColumns[view]![fact]!;
        const { steps } = groups['fact' in source ? source.fact : fact]!;
        sets.fill(0);
        boxes.forEach((box, row) => {
          if ('step' in source) {
            column[row] = source.step;
            sets[row * words + (source.step >> 5)]! |= 1 << (source.step & 31);
            return;
          }
          const bits = box[source.fact]!;
          column[row] = steps[corners[row]![source.fact]!]!;
          for (let left = bits; left !== 0; left &= left - 1) {
            const step = steps[31 - Math.clz32(left & -left)]!;
            sets[row * words + (step >> 5)]! |= 1 << (step & 31);
          }
        });
      });
    });
    return {
      open: openOf.map((evaluate, view) => evaluate(openColumns[view] as Column[], 0, boxes.length)),
      sure: sureOf.map((evaluate, view) => evaluate(sureColumns[view]!, 0, boxes.length)),
    };
  };
}

function setsFor(steps: number): { sets: Uint32Array; words: number } {
  const words = wordsFor(steps);
  return { sets: new Uint32Array(Math.min(BLOCK, TOGETHER) * words), words };
}

/** The parts of a box by one fact: each of its groups by itself while they are few, else two halves; the cheapest first. */
function split(box: Box, fact: number, { order }: Groups): Box[] {
  const inside = order.filter(group => (box[fact]! >>> group) & 1);
  const half = Math.ceil(inside.length / 2);
  const parts =
    inside.length <= 4 ? inside.map(group => [group]) : [inside.slice(0, half), inside.slice(half)];
  // The stack gives the last first.
  return parts.reverse().map(part => {
    const child = box.slice();
    child[fact] = part.reduce((bits, group) => bits | (1 << group), 0);
    return child;
  });
}

function costOf(groups: readonly Groups[], at: readonly number[]): Cost {
  const moved = groups.flatMap(({ fact, distances }, i) =>
    distances[at[i]!]! > 0 ? [{ fact, distance: distances[at[i]!]! }] : [],
  );
  return {
    facts: moved.length,
    steps: moved.reduce((sum, { distance }) => sum + distance, 0),
    ids: moved.map(({ fact }) => fact),
  };
}

function sizeOf(box: Box): number {
  return box.reduce((product, bits) => product * countOf(bits), 1);
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function isOne(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}
