import { BLOCK, type RowBits, type Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { blockGates } from './block-gates.js';
import type { Weights } from './weights.js';

/** Scores of all options over a block of rows, by option; rounded as every score is. Overwritten by the next call. */
export interface BlockScores {
  scores: readonly Float64Array[];
  /** The rows in which a gate excludes the option. */
  excluded: readonly RowBits[];
}

/** Which of two sets of rows counts a rule in full: where it must hold, or where it may. */
type Side = 'must' | 'may';

interface Cell {
  weight: number;
  adds: readonly { node: number; points: number; side: Side }[];
  /** Whether the points of its rules can leave the scale, so that it has to be clamped. */
  clamps: boolean;
}

/** Sums, clamps and weighs the points of the rules that must hold, as docs/meaning.md, 4.1 and 4.2, says, block by block. */
export function blockScorer(
  program: Program,
  weights: Weights,
): (truths: Truths, rows: number) => BlockScores {
  const sum = scoresBy(program, weights, () => 'must');
  const gates = blockGates(program);
  return (truths, rows) => ({ scores: sum(truths, rows), excluded: gates(truths) });
}

/**
 * The least or the most that scores can be (docs/meaning.md, 4.4): rules that must hold count in full, those that may only
 * where they take away (low) or add (high).
 */
export function blockBound(
  program: Program,
  weights: Weights,
  bound: 'low' | 'high',
): (truths: Truths, rows: number) => readonly Float64Array[] {
  return scoresBy(program, weights, points => (points < 0 === (bound === 'low') ? 'may' : 'must'));
}

function scoresBy(
  program: Program,
  weights: Weights,
  sideOf: (points: number) => Side,
): (truths: Truths, rows: number) => readonly Float64Array[] {
  const options = program.options.map((_, option) => cellsOf(program, option, weights, sideOf));
  const scores = program.options.map(() => new Float64Array(BLOCK));
  const sums = new Int32Array(BLOCK);
  return (truths, rows) => {
    options.forEach((cells, option) => {
      const score = scores[option]!.fill(0);
      for (const { adds, weight, clamps } of cells) {
        sums.fill(0);
        for (const { node, points, side } of adds) addWhere(sums, truths[side][node]!, points, rows);
        addCell(score, sums, weight, clamps, rows);
      }
      round(score, rows);
    });
    return scores;
  };
}

/** The cells of one option that any rule adds to, in order of criterion. */
function cellsOf(
  { rules, criteria }: Program,
  option: number,
  weights: Weights,
  sideOf: (points: number) => Side,
): Cell[] {
  return criteria.flatMap((id, criterion) => {
    const cell = option * criteria.length + criterion;
    const adds = rules.flatMap(rule =>
      rule.adds
        .filter(add => add.cell === cell)
        .map(({ points }) => ({ node: rule.node, points, side: sideOf(points) })),
    );
    if (adds.length === 0) return [];
    const most = adds.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
    const least = adds.reduce((sum, { points }) => sum + Math.min(points, 0), 0);
    return [{ weight: weights.get(id)!, adds, clamps: most > 100 || least < -100 }];
  });
}

/** Adds a number in the rows of a set. */
function addWhere(target: Int32Array, bits: RowBits, points: number, rows: number): void {
  for (let w = 0, row = 0; row < rows; w += 1, row += 32) {
    // As a signed number: an unsigned one above 2^31 would be kept as a float.
    for (let word = bits[w]! | 0; word !== 0; word &= word - 1) {
      target[row + 31 - Math.clz32(word & -word)]! += points;
    }
  }
}

function addCell(score: Float64Array, sums: Int32Array, weight: number, clamps: boolean, rows: number): void {
  if (!clamps) {
    for (let row = 0; row < rows; row += 1) score[row]! += weight * sums[row]!;
    return;
  }
  for (let row = 0; row < rows; row += 1) {
    const sum = sums[row]!;
    score[row]! += weight * (sum > 100 ? 100 : sum < -100 ? -100 : sum);
  }
}

function round(score: Float64Array, rows: number): void {
  for (let row = 0; row < rows; row += 1) score[row] = Math.round(score[row]! * 1e9) / 1e9 + 0;
}

/** Ranks of all options over a block of rows, by option: standard competition ranks, 0 where it is excluded. */
export function blockRanker(program: Program): (scores: BlockScores, rows: number) => readonly Uint16Array[] {
  const ranks = program.options.map(() => new Uint16Array(BLOCK));
  const sorted = new Float64Array(program.options.length);
  const order = new Uint16Array(program.options.length);
  return ({ scores, excluded }, rows) => {
    for (let row = 0; row < rows; row += 1) {
      let count = 0;
      for (let option = 0; option < scores.length; option += 1) {
        ranks[option]![row] = 0;
        if ((excluded[option]![row >> 5]! >>> (row & 31)) & 1) continue;
        const score = scores[option]![row]!;
        let at = count;
        for (; at > 0 && sorted[at - 1]! < score; at -= 1) {
          sorted[at] = sorted[at - 1]!;
          order[at] = order[at - 1]!;
        }
        sorted[at] = score;
        order[at] = option;
        count += 1;
      }
      for (let at = 0, rank = 1; at < count; at += 1) {
        if (at > 0 && sorted[at]! < sorted[at - 1]!) rank = at + 1;
        ranks[order[at]!]![row] = rank;
      }
    }
    return ranks;
  };
}
