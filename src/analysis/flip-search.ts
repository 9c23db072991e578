import { BLOCK, blockEvaluator, type Column } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import type { StepSets } from '../model/scenario.js';
import type { FlipAxis, Target } from './flip-axes.js';

/** Facts moved together, each to a target. */
export type Move = readonly { axis: FlipAxis; target: Target }[];

/** A move after which another option leads strictly, and by how much. */
export interface Found {
  move: Move;
  leader: string;
  margin: number;
}

/** What is searched, and for what. */
export interface FlipSearch {
  program: Program;
  /** What the scenario reads now, derived facts not needed. */
  point: StepSets;
  axes: readonly FlipAxis[];
  weights: Weights;
  /** Options that can be ranked at all, excluded or not, by id. */
  candidates: readonly string[];
  /** Whether a new leader is one that is asked for. */
  wanted: (leader: string) => boolean;
  maxFacts: number;
  /** How many situations to try at most. */
  budget: number;
}

/**
 * Tries every combination of moves of up to so many facts, the fewest first, and gives those after which a wanted option
 * leads and of which no part would do. Exhaustive, so nothing is missed, unless the budget ends it: then `complete` is false.
 */
export function searchFlips(search: FlipSearch): { found: Found[]; tried: number; complete: boolean } {
  const judge = judgeOf(search);
  const found: Found[] = [];
  const keys = new Set<string>();
  let tried = 0;
  let batch: Move[] = [];
  const settle = (): void => {
    for (const one of judge(batch)) {
      if (search.wanted(one.leader) && !hasPartIn(one.move, keys)) {
        found.push(one);
        keys.add(keyOf(one.move));
      }
    }
    tried += batch.length;
    batch = [];
  };
  for (let size = 1; size <= search.maxFacts; size += 1) {
    for (const move of movesOf(search.axes, size)) {
      if (tried + batch.length >= search.budget) {
        settle();
        return { found, tried, complete: false };
      }
      if (batch.push(move) === BLOCK) settle();
    }
    settle(); // A move of more facts is only judged when all its parts have been.
  }
  return { found, tried, complete: true };
}

/** Every way to move exactly so many facts. */
function* movesOf(axes: readonly FlipAxis[], size: number, from = 0): Generator<Move> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= axes.length - size; i += 1) {
    const axis = axes[i]!;
    for (const target of axis.targets) {
      for (const rest of movesOf(axes, size - 1, i + 1)) yield [{ axis, target }, ...rest];
    }
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

/** Evaluates moves in a block and keeps those that leave one option strictly first, impossible situations left out. */
function judgeOf({ program, point, weights, candidates }: FlipSearch): (moves: readonly Move[]) => Found[] {
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const base = program.facts.flatMap(({ id, steps, derive }) =>
    derive ? [] : [wordsOf(point.get(id)!, steps)],
  );
  const columns: Column[] = base.map(words => ({
    sets: new Uint32Array(words.length * BLOCK),
    words: words.length,
  }));
  const ranked = program.options.flatMap((id, o) => (candidates.includes(id) ? [o] : []));
  return moves => {
    columns.forEach((column, fact) => {
      const { sets } = column as Exclude<Column, ArrayBufferView>;
      for (let row = 0; row < moves.length; row += 1) sets.set(base[fact]!, row * base[fact]!.length);
    });
    for (const [row, move] of moves.entries()) {
      for (const { axis, target } of move) {
        const { sets, words } = columns[axis.place] as Exclude<Column, ArrayBufferView>;
        sets.fill(0, row * words, (row + 1) * words);
        sets[row * words + (target.step >> 5)] = 1 << (target.step & 31);
      }
    }
    const truths = evaluate(columns, 0, moves.length);
    const { scores, excluded } = score(truths, moves.length);
    const isSet = (bits: Uint32Array, row: number) => ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
    return moves.flatMap((move, row) => {
      if (program.impossible.some(node => isSet(truths.must[node]!, row))) return [];
      const standing = ranked
        .filter(o => !isSet(excluded[o]!, row))
        .sort((a, b) => scores[b]![row]! - scores[a]![row]!);
      const [first, second] = standing;
      const margin =
        second === undefined ? Number.POSITIVE_INFINITY : scores[first!]![row]! - scores[second]![row]!;
      return margin > 0 ? [{ move, leader: program.options[first!]!, margin }] : [];
    });
  };
}

/** A set of steps as words of 32 bits. */
function wordsOf(steps: bigint, count: number): Uint32Array {
  const words = Math.max(1, Math.ceil(count / 32));
  return Uint32Array.from({ length: words }, (_, w) => Number((steps >> BigInt(32 * w)) & 0xffffffffn));
}
