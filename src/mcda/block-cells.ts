import { BLOCK, type RowBits, type Truths } from '../engine/block.js';
import type { Program } from '../engine/program.js';

/** Cells of all options over a block of rows, by option and criterion; undefined where no rule adds anything: always 0. */
export type BlockCells = readonly (readonly (Float64Array | undefined)[])[];

/**
 * Sums and clamps the points of the rules that must hold, block by block, each rule's points multiplied by its strength in
 * the row where strengths are given, by rule. What it returns is overwritten by the next call.
 */
export function blockCells(
  program: Program,
): (truths: Truths, rows: number, strengths?: readonly Float64Array[]) => BlockCells {
  const parts = program.options.map((_, option) =>
    program.criteria.map((_, criterion) => addsTo(program, option * program.criteria.length + criterion)),
  );
  const cells = parts.map(row => row.map(adds => (adds.length > 0 ? new Float64Array(BLOCK) : undefined)));
  return ({ must }, rows, strengths) => {
    parts.forEach((row, option) => {
      row.forEach((adds, criterion) => {
        const cell = cells[option]![criterion]?.fill(0);
        if (!cell) return;
        for (const { rule, node, points } of adds)
          addWhere(cell, must[node]!, points, rows, strengths?.[rule]);
        clamp(cell, rows);
      });
    });
    return cells;
  };
}

function addsTo({ rules }: Program, cell: number): { rule: number; node: number; points: number }[] {
  return rules.flatMap(({ node, adds }, rule) =>
    adds.filter(add => add.cell === cell).map(({ points }) => ({ rule, node, points })),
  );
}

/** Adds a number, times the strength in the row, in the rows of a set. */
function addWhere(
  target: Float64Array,
  bits: RowBits,
  points: number,
  rows: number,
  strength?: Float64Array,
): void {
  for (let w = 0, from = 0; from < rows; w += 1, from += 32) {
    for (let word = bits[w]! | 0; word !== 0; word &= word - 1) {
      const row = from + 31 - Math.clz32(word & -word);
      target[row]! += strength ? points * strength[row]! : points;
    }
  }
}

function clamp(cell: Float64Array, rows: number): void {
  for (let row = 0; row < rows; row += 1) cell[row] = Math.max(-100, Math.min(100, cell[row]!));
}

/** Weights by criterion: the same in every row, or a column each. */
export type BlockWeights = readonly (number | Float64Array)[];

/** Weighs cells into scores, by option, rounded as every score is. What it returns is overwritten by the next call. */
export function cellWeigher(
  program: Program,
): (cells: BlockCells, weights: BlockWeights, rows: number) => readonly Float64Array[] {
  const scores = program.options.map(() => new Float64Array(BLOCK));
  return (cells, weights, rows) => {
    cells.forEach((row, option) => {
      const score = scores[option]!.fill(0);
      row.forEach((cell, criterion) => {
        if (cell) addWeighed(score, cell, weights[criterion]!, rows);
      });
      for (let at = 0; at < rows; at += 1) score[at] = Math.round(score[at]! * 1e9) / 1e9 + 0;
    });
    return scores;
  };
}

function addWeighed(
  score: Float64Array,
  cell: Float64Array,
  weight: number | Float64Array,
  rows: number,
): void {
  if (typeof weight === 'number') for (let row = 0; row < rows; row += 1) score[row]! += weight * cell[row]!;
  else for (let row = 0; row < rows; row += 1) score[row]! += weight[row]! * cell[row]!;
}
