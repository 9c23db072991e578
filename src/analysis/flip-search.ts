import { BLOCK } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import type { Weights } from '../mcda/weights.js';
import type { Readings } from '../model/scenario.js';
import type { FlipAxis } from './flip-axes.js';
import { flipBounds } from './flip-bounds.js';
import { type Found, flipJudge } from './flip-judge.js';
import { type Move, movesOf, setsOf } from './flip-moves.js';
import { paceOf, type Watching } from './pace.js';

/** What is searched, and for what. */
export interface FlipSearch extends Watching {
  program: Program;
  readings: Readings;
  axes: readonly FlipAxis[];
  weights: Weights;
  /** Options that can be ranked at all, excluded or not. */
  ranked: readonly number[];
  /** Options that are wanted strictly first, each with one that it has to overtake. */
  wanted: readonly { option: number; rival: number }[];
  maxFacts: number;
  /** How many situations to evaluate at most. */
  budget: number;
  /** Whether to pass over what bounds show to be hopeless; a test does without. */
  prunes?: boolean;
}

/** What a search found, and how far it came. */
export interface Searched {
  found: Found[];
  /** How many situations were evaluated. */
  tried: number;
  /** Up to how many facts at once every change was evaluated or shown to be hopeless. */
  provedUpTo: number;
}

/**
 * Looks at every combination of moves of up to so many facts, the fewest first, and gives those after which a wanted option
 * leads strictly and of which no part would do. Branch and bound: what cannot do by interval bounds is passed over, so
 * nothing is missed, unless the budget or a time-out ends the search.
 */
export async function searchFlips(search: FlipSearch): Promise<Searched> {
  const { program, readings, axes, weights, ranked, wanted, maxFacts, budget, prunes = true } = search;
  const { standing, judge } = flipJudge(program, readings, weights, ranked);
  const isHopeless = prunes ? flipBounds(program, axes, weights, standing, wanted, maxFacts) : () => false;
  const goals = new Set(wanted.map(({ option }) => program.options[option]!));
  const found: Found[] = [];
  const keys = new Set<string>();
  const keep = (moves: readonly Move[]): void => {
    for (const one of judge(moves)) {
      if (!goals.has(one.leader) || hasPartIn(one.move, keys)) continue;
      found.push(one);
      keys.add(keyOf(one.move));
    }
  };
  const sizes = Array.from({ length: maxFacts }, (_, i) => i + 1);
  const pace = paceOf(
    search,
    sizes.reduce((sum, size) => sum + setsOf(axes.length, size), 0),
  );
  let tried = 0;
  let done = 0;
  for (const size of sizes) {
    let batch: Move[] = [];
    const settle = async (): Promise<boolean> => {
      keep(batch);
      tried += batch.length;
      batch = [];
      return tried < budget && !(await timedOut(pace(done)));
    };
    for (const looked of movesOf(prunes ? withoutFound(axes, keys) : axes, size, isHopeless)) {
      if ('done' in looked) done += looked.done;
      else if (batch.push(looked.move) === BLOCK && !(await settle()))
        return { found, tried, provedUpTo: size - 1 };
    }
    // A move of more facts is only judged when all its parts have been.
    if (!(await settle()) && size < maxFacts) return { found, tried, provedUpTo: size };
  }
  return { found, tried, provedUpTo: maxFacts };
}

/** Axes without the targets that do by themselves: no move of which they are a part is minimal. */
function withoutFound(axes: readonly FlipAxis[], keys: ReadonlySet<string>): FlipAxis[] {
  return axes.map(axis => ({
    ...axis,
    targets: axis.targets.filter(target => !keys.has(keyOf([{ axis, target }]))),
  }));
}

/** Whether a signal's time-out came: then what was found so far counts. Any other reason ends the work. */
async function timedOut(pause: Promise<void> | undefined): Promise<boolean> {
  try {
    await pause;
    return false;
  } catch (reason) {
    if (reason instanceof Error && reason.name === 'TimeoutError') return true;
    throw reason;
  }
}

function keyOf(move: Move): string {
  return move.map(({ axis, target }) => `${axis.place}:${target.step}`).join(' ');
}

/** Whether a smaller part of the move was found to do. */
function hasPartIn(move: Move, keys: ReadonlySet<string>): boolean {
  const parts = 2 ** move.length - 1;
  for (let bits = 1; bits < parts; bits += 1) {
    if (keys.has(keyOf(move.filter((_, i) => (bits >> i) & 1)))) return true;
  }
  return false;
}
