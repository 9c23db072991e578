import { BLOCK, blockEvaluator, type Column, type RowBits, type Truths } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import { blockGates } from '../mcda/block-gates.js';
import { blockBound, blockRanker, blockScorer } from '../mcda/block-scores.js';
import type { TableJudging } from './judging.js';
import { type Leaders, leaderFinder } from './leaders.js';

/** The steps of one fact in many rows, by index; the number of its steps stands for unknown. */
export type Codes = Uint8Array | Uint16Array;

/** What comes of a block of at most `BLOCK` rows, each list by option in order of id. Overwritten by the next call. */
export interface RowScores extends Leaders {
  /** Standard competition ranks; 0 where the option is excluded or left out. */
  ranks: readonly Uint16Array[];
  scores: readonly Float64Array[];
  lows: readonly Float64Array[];
  highs: readonly Float64Array[];
  /** The rows in which a gate excludes the option, or it is left out. */
  excluded: readonly RowBits[];
  /** What must hold in the point reading. */
  truths: Truths;
  /** 0; or 1 and the index of the first impossible combination that the row makes. */
  impossible: Uint16Array;
}

/** Scores blocks of rows: one column of codes for each of the facts that columns give, in their order. */
export type RowScorer = (columns: readonly Codes[], from: number, rows: number) => RowScores;

/**
 * Scores rows as docs/meaning.md says, blocks at a time. The two readings differ only where the base states something
 * uncertain with a best estimate: a column is certain or unknown in a row.
 */
export function rowScorer(judging: TableJudging): RowScorer {
  const { program, weights, leftOut } = judging;
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const bounds = { low: blockBound(program, weights, 'low'), high: blockBound(program, weights, 'high') };
  const gates = { must: blockGates(program), may: blockGates(program, 'may') };
  const rank = blockRanker(program);
  const find = leaderFinder(program);
  const point = columnsOf(judging, judging.point);
  const possible = columnsOf(judging, judging.possible);
  const isOne = JSON.stringify(judging.point) === JSON.stringify(judging.possible);
  const impossible = new Uint16Array(BLOCK);
  return (codes, from, rows) => {
    const wide = evaluate(possible(codes, from, rows), 0, rows);
    const isCertain = wide.must === wide.may;
    const lows = isCertain ? undefined : bounds.low(wide, rows);
    const highs = isCertain ? undefined : bounds.high(wide, rows);
    const gated = { must: gates.must(wide), may: gates.may(wide) };
    for (const option of leftOut) gated.must[option]!.fill(0xffffffff);
    markImpossible(program.impossible, wide, impossible, rows);
    const truths = isOne ? wide : evaluate(point(codes, from, rows), 0, rows);
    const scored = score(truths, rows);
    for (const option of leftOut) scored.excluded[option]!.fill(0xffffffff);
    const { scores, excluded } = scored;
    const ranks = rank(scored, rows);
    const all = { ranks, scores, lows: lows ?? scores, highs: highs ?? scores, excluded };
    return { ...all, ...find(all, gated, rows), truths, impossible };
  };
}

/** The columns that the evaluator is given for a block: those of the table, and what is the same in every row. */
function columnsOf(
  { program, columns }: TableJudging,
  steps: readonly (readonly number[])[],
): (codes: readonly Codes[], from: number, rows: number) => Column[] {
  const stated = program.facts.filter(({ derive }) => !derive);
  const places = stated.map(({ id }) => columns.indexOf(id));
  const constant = stated.map((fact, i) => (places[i] === -1 ? sameInAll(steps[i]!, fact.steps) : undefined));
  return (codes, from, rows) =>
    stated.map((fact, i) => {
      const fixed = constant[i];
      if (fixed) return fixed;
      const part = codes[places[i]!]!.subarray(from, from + rows);
      return part.includes(fact.steps) ? { codes: part } : part;
    });
}

function sameInAll(possible: readonly number[], steps: number): Column {
  if (possible.length === 1) return new Uint16Array(BLOCK).fill(possible[0]!);
  return setColumn(
    Array.from({ length: BLOCK }, () => possible),
    steps,
  );
}

function markImpossible(nodes: readonly number[], { must }: Truths, marks: Uint16Array, rows: number): void {
  marks.fill(0);
  nodes.forEach((node, i) => {
    const bits = must[node]!;
    for (let row = 0; row < rows; row += 1)
      if (marks[row] === 0 && (bits[row >> 5]! >>> (row & 31)) & 1) marks[row] = i + 1;
  });
}
