import { BLOCK, blockEvaluator, type Column } from '../engine/block.js';
import { wordsFor } from '../engine/columns.js';
import { indices, type Program } from '../engine/program.js';
import { blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import type { Readings, StepSets } from '../model/scenario.js';
import type { Standing } from './flip-bounds.js';
import type { Move } from './flip-moves.js';

/** A move after which one option leads strictly, and by how much: null where it alone is ranked. */
export interface Found {
  move: Move;
  leader: string;
  margin: number | null;
}

/**
 * Evaluates moves in a block and keeps those that leave one option strictly first. Scores are those of the point reading; a
 * situation is impossible only if it is so in the possible one, as when a scenario is read.
 */
export function flipJudge(
  program: Program,
  readings: Readings,
  weights: Weights,
  ranked: readonly number[],
): { standing: Standing; judge: (moves: readonly Move[]) => Found[] } {
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const point = movedColumns(program, readings.point);
  const ruledOut = impossibleIn(program, readings.possible);
  const judge = (moves: readonly Move[]): Found[] => {
    const truths = evaluate(point(moves), 0, moves.length);
    const suspects = moves.filter((_, row) =>
      program.impossible.some(node => isSet(truths.must[node]!, row)),
    );
    const gone = ruledOut(suspects);
    const { scores, excluded } = score(truths, moves.length);
    return moves.flatMap((move, row) => {
      if (gone.has(move)) return [];
      const [first, second] = ranked
        .filter(o => !isSet(excluded[o]!, row))
        .sort((a, b) => scores[b]![row]! - scores[a]![row]!);
      const margin = second === undefined ? null : scores[first!]![row]! - scores[second]![row]!;
      return margin === null || margin > 0 ? [{ move, leader: program.options[first!]!, margin }] : [];
    });
  };
  const truths = evaluate(point([[]]), 0, 1);
  const { scores, excluded } = score(truths, 1);
  const standing = {
    scores: scores.map(column => column[0]!),
    excluded: excluded.map(bits => isSet(bits, 0)),
    fires: program.rules.map(({ node }) => isSet(truths.must[node]!, 0)),
  };
  return { standing, judge };
}

/** Those of some moves after which the situation is impossible whatever is possible. */
function impossibleIn(program: Program, possible: StepSets): (moves: readonly Move[]) => ReadonlySet<Move> {
  const evaluate = blockEvaluator(program);
  const columns = movedColumns(program, possible);
  return moves => {
    if (moves.length === 0) return new Set();
    const { must } = evaluate(columns(moves), 0, moves.length);
    return new Set(moves.filter((_, row) => program.impossible.some(node => isSet(must[node]!, row))));
  };
}

/** Columns of the stated facts as a reading has them, with the facts of each move at its target. Overwritten by the next call. */
function movedColumns(program: Program, reading: StepSets): (moves: readonly Move[]) => Column[] {
  const base = program.facts.flatMap(({ id, steps, derive }) =>
    derive ? [] : [packed(indices(reading.get(id)!), steps)],
  );
  const columns = base.map(words => ({
    sets: new Uint32Array(words.length * BLOCK),
    words: words.length,
  }));
  return moves => {
    columns.forEach(({ sets, words }, fact) => {
      for (let row = 0; row < moves.length; row += 1) sets.set(base[fact]!, row * words);
    });
    moves.forEach((move, row) => {
      for (const { axis, target } of move) {
        const { sets, words } = columns[axis.place]!;
        sets.fill(0, row * words, (row + 1) * words);
        sets[row * words + (target.step >> 5)] = 1 << (target.step & 31);
      }
    });
    return columns;
  };
}

function packed(steps: readonly number[], count: number): Uint32Array {
  const words = new Uint32Array(wordsFor(count));
  for (const step of steps) words[step >> 5]! |= 1 << (step & 31);
  return words;
}

function isSet(bits: Uint32Array, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}
