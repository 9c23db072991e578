import { BLOCK, type RowBits } from '../engine/block.js';
import type { TableJudging } from './judging.js';
import type { RowScores } from './row-scorer.js';

/** What a column of results holds: an option by its index, a rank or count, points, yes or no, or bits of rules. */
export type FrameKind = 'option' | 'count' | 'points' | 'flag' | 'bits';

/** One column of results over a block of rows. */
export interface FrameColumn {
  name: string;
  kind: FrameKind;
  values: Uint8Array | Uint16Array | Uint32Array | Float64Array;
  /** The rows that have a value, as bits. */
  valid: RowBits;
}

/** The results of a block of rows, column by column. Overwritten by the next block. */
export type Frame = readonly FrameColumn[];

/** How many rules one column of bits holds. */
export const RULES_A_COLUMN = 32;

/** The columns of results: those of a row, then four of each option that is not left out, and if asked for which rules fired. */
export function newFrame({ program, leftOut }: TableJudging, wanted: { rules?: boolean } = {}): Frame {
  const options = program.options.flatMap((id, o) => (leftOut.includes(o) ? [] : [id]));
  const words = wanted.rules ? Math.ceil(program.rules.length / RULES_A_COLUMN) : 0;
  return [
    column('reject', 'count'),
    column('leader', 'option', program.options.length),
    column('margin', 'points'),
    column('may_lead', 'count'),
    column('leader_certain', 'flag'),
    ...options.flatMap(id => [
      column(columnName(id, 'rank'), 'count'),
      ...['score', 'low', 'high'].map(of => column(columnName(id, of), 'points')),
    ]),
    ...Array.from({ length: words }, (_, w) => column(`fired ${w}`, 'bits')),
  ];
}

/** `arms_embargo_score`: the name of a column of an option. */
export function columnName(option: string, of: string): string {
  return `${option.replaceAll('-', '_')}_${of}`;
}

function column(name: string, kind: FrameKind, options = 0): FrameColumn {
  const make = {
    option: () => (options > 256 ? new Uint16Array(BLOCK) : new Uint8Array(BLOCK)),
    count: () => new Uint16Array(BLOCK),
    points: () => new Float64Array(BLOCK),
    flag: () => new Uint8Array(BLOCK),
    bits: () => new Uint32Array(BLOCK),
  };
  return { name, kind, values: make[kind](), valid: new Uint32Array(BLOCK / 32).fill(ALL) };
}

const ALL = 0xffffffff;

/** Fills a frame, from a row on, with the scores of a block; `from` is a multiple of 32. */
export function fillFrame(
  frame: Frame,
  scored: RowScores,
  { program, leftOut }: TableJudging,
  from: number,
  rows: number,
): void {
  let at = 0;
  const put = (values: ArrayLike<number>, excluded?: RowBits): void => {
    const target = frame[at]!;
    target.values.set((values as Float64Array).subarray(0, rows), from);
    if (excluded) invert(target.valid, excluded, from, rows);
    at += 1;
  };
  put(scored.impossible);
  put(scored.leader);
  put(scored.margin);
  put(scored.mayLead);
  put(scored.certain);
  program.options.forEach((_, o) => {
    if (leftOut.includes(o)) return;
    const gone = scored.excluded[o]!;
    put(scored.ranks[o]!, gone);
    put(scored.scores[o]!, gone);
    put(scored.lows[o]!, gone);
    put(scored.highs[o]!, gone);
  });
  markAlone(frame[2]!, from, rows);
  for (let word = 0; at < frame.length; at += 1, word += 1)
    fillFired(
      frame[at]!.values as Uint32Array,
      program.rules
        .slice(word * RULES_A_COLUMN, (word + 1) * RULES_A_COLUMN)
        .map(({ node }) => scored.truths.must[node]!),
      from,
      rows,
    );
}

function invert(valid: RowBits, excluded: RowBits, from: number, rows: number): void {
  for (let w = 0; w * 32 < rows; w += 1) valid[(from >> 5) + w] = ~excluded[w]!;
}

/** A margin is missing where one option alone is ranked. */
function markAlone({ values, valid }: FrameColumn, from: number, rows: number): void {
  for (let row = from; row < from + rows; row += 1) {
    const bit = 1 << (row & 31);
    if (Number.isNaN(values[row])) valid[row >> 5]! &= ~bit;
    else valid[row >> 5]! |= bit;
  }
}

function fillFired(values: Uint32Array, rules: readonly RowBits[], from: number, rows: number): void {
  for (let row = 0; row < rows; row += 1) {
    let word = 0;
    for (let rule = 0; rule < rules.length; rule += 1)
      word |= ((rules[rule]![row >> 5]! >>> (row & 31)) & 1) << rule;
    values[from + row] = word;
  }
}
