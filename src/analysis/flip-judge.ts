import { blockEvaluator } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import type { Readings } from '../model/scenario.js';
import type { Standing } from './flip-bounds.js';
import type { Move } from './flip-moves.js';
import { impossibleAfter, isSet, movedColumns } from './moved.js';

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
  const ruledOut = impossibleAfter(program, readings.possible);
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
