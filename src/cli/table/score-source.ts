import type { DuckDBType } from '@duckdb/node-api';
import { BLOCK, type RowBits } from '../../engine/block.js';
import type { RuleSet } from '../../model/rule-set.js';
import type { TableMap } from '../../model/table-map.js';
import { codeSql, codesOf, quoteName } from '../../sql/codes.js';
import { type Decided, deciders } from '../../table/deciders.js';
import type { Frame, FrameColumn } from '../../table/frames.js';
import { newFrame } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import type { Codes } from '../../table/row-scorer.js';
import type { Duck } from './duckdb.js';
import { type BlockScoring, blockScoring } from './score-blocks.js';
import { selected, type TableSource } from './source.js';

/** What a rejected row is marked with: 0 where it fits, from 1 on the impossible combination that it makes, or this. */
export const MISFIT = 65_535;

/** A query function that scores rows, and what it counted so far. */
export interface Scoring {
  counts: { scored: number; rejected: number; milliseconds: number };
  /** In how many rows each column gives nothing, and what decides rows by group, where that is asked. */
  unknown: Float64Array;
  decided: readonly Decided[] | null;
  /** Every row of these files with `RESULT`; `keep` are columns to give along. */
  query(files: readonly string[], keep: readonly string[]): string;
  /** The codes of a row as named columns, and the function of these that gives its results. */
  parts: { coded: string; call: string };
  /** Reads these files and turns columns into codes, and no more. */
  readingOnly(files: readonly string[]): string;
  /** The columns that are read as text where they can be. */
  asText: ReadonlySet<string>;
  /** From now on neither counts nor ends at a row that does not fit: the table is read again. */
  again(): void;
  stop(): Promise<void>;
}

/** How a table is scored. */
export interface HowToScore {
  ruleSet: RuleSet;
  map: TableMap;
  judging: TableJudging;
  wanted: { rules?: boolean };
  threads: number;
  /** Tells functions of one connection apart. */
  name?: number;
  /** Ends the query at the first row that does not fit. */
  strict?: boolean;
  /** Rules that decide are counted, by group: in one thread. */
  decided?: Groups;
}

/** Groups of rows: how many, the join that gives each row the number of its own, and the column that it stands in. */
export interface Groups {
  count: number;
  join: string;
}

/** The column that holds the number of a row's group. */
export const GROUP = 'demarche group';

/** What holds the results of a row, beside columns that a table may call as it likes. */
export const RESULT = quoteName('demarche result');

/** What the functions of one connection are called; a number follows. */
const FUNCTION = 'demarche_score';

/**
 * Makes a function of DuckDB's that takes the codes of a row's facts and gives its results. DuckDB reads the table, turns
 * columns into codes, calls this with 2,048 rows at a time and writes what comes back, in many threads and in order; what is
 * carried along never gets here.
 */
export async function scoringIn(duck: Duck, source: TableSource, how: HowToScore): Promise<Scoring> {
  const { ruleSet, map, judging, wanted, name = 0 } = how;
  const readings = judging.columns.map(id => map.columns.get(id)!);
  const facts = judging.columns.map(id => ruleSet.facts.get(id)!);
  const kinds = new Map(source.columns.map(({ name, kind }) => [name, kind]));
  const asText = new Set(readings.map(({ column }) => column));
  const codes = readings.map((reading, i) => {
    const kind = source.format === 'csv' ? 'text' : kinds.get(reading.column)!;
    return codeSql(reading, facts[i]!, kind);
  });
  const counts = { scored: 0, rejected: 0, milliseconds: 0 };
  const state = { again: false };
  const unknown = new Float64Array(facts.length);
  const misfits = new Uint8Array(BLOCK);
  const decide = how.decided ? deciders(judging, how.decided.count) : null;
  const groupOf = new Uint16Array(BLOCK);
  const blocks = await blockScoring(judging, wanted, decide ? 1 : how.threads, (scored, rows) =>
    decide?.count(scored, fitting(scored.impossible, misfits, rows), rows, groupOf),
  );
  register(duck, how, blocks, { counts, state, unknown, misfits, groupOf });
  const named = codes.map((_, i) => quoteName(`code ${name} ${i}`));
  const group = quoteName(GROUP);
  const coded = codes.map((sql, i) => `${sql} AS ${named[i]}`).join(', ');
  const call = `${FUNCTION}_${name}(${[...named, ...(how.decided ? [group] : [])].join(', ')})`;
  return {
    counts,
    unknown,
    decided: decide?.counts ?? null,
    asText,
    query(files, keep) {
      const names = [...keep, ...(how.decided ? [GROUP] : [])];
      const kept = names.length > 0 ? `${selected(names)}, ` : '';
      const inner = `SELECT ${kept}${coded} FROM ${source.from(files, asText)} ${how.decided?.join ?? ''}`;
      return `SELECT ${kept}${call} AS ${RESULT} FROM (${inner})`;
    },
    parts: { coded: how.decided ? `${coded}, 0::USMALLINT AS ${group}` : coded, call },
    readingOnly(files) {
      const read = codes.map((sql, i) => `max(${sql}) AS ${named[i]}`).join(', ');
      return `SELECT ${read} FROM ${source.from(files, asText)}`;
    },
    again() {
      state.again = true;
    },
    stop: () => blocks.stop(),
  };
}

function register(
  { api, raw, connection }: Duck,
  { ruleSet, judging, wanted, strict, decided, name = 0 }: HowToScore,
  blocks: BlockScoring,
  {
    counts,
    state,
    unknown: unknowns,
    misfits,
    groupOf,
  }: Pick<Scoring, 'counts' | 'unknown'> & {
    state: { again: boolean };
    misfits: Uint8Array;
    groupOf: Uint16Array;
  },
): void {
  const facts = judging.columns.map(id => codesOf(ruleSet.facts.get(id)!));
  const codes: Codes[] = facts.map(({ type }) =>
    type === 'UTINYINT' ? new Uint8Array(BLOCK) : new Uint16Array(BLOCK),
  );
  const names = newFrame(judging, wanted);
  const options = judging.program.options;
  const types: Record<FrameColumn['kind'], DuckDBType> = {
    option: options.length > 256 ? api.ENUM16(options) : api.ENUM8(options),
    count: api.USMALLINT,
    points: api.DOUBLE,
    flag: api.BOOLEAN,
    bits: api.UINTEGER,
  };
  connection.registerScalarFunction(
    api.DuckDBScalarFunction.create({
      name: `${FUNCTION}_${name}`,
      parameterTypes: [
        ...facts.map(({ type }) => (type === 'UTINYINT' ? api.UTINYINT : api.USMALLINT)),
        ...(decided ? [api.USMALLINT] : []),
      ],
      returnType: api.STRUCT(Object.fromEntries(names.map(({ name, kind }) => [name, types[kind]]))),
      volatile: true, // So that it is called once a row, however often its result is named.
      mainFunction(info, input, output) {
        const start = performance.now();
        const rows = input.rowCount;
        misfits.fill(0);
        facts.forEach(({ unknown }, i) => {
          const column = codes[i]!;
          const bytes = raw.vector_get_data(
            raw.data_chunk_get_vector(input.chunk, i),
            rows * column.BYTES_PER_ELEMENT,
          );
          column.set(column.BYTES_PER_ELEMENT === 1 ? bytes : asUint16(bytes));
          for (let row = 0; row < rows; row += 1) {
            if (column[row]! <= unknown) continue;
            column[row] = unknown;
            misfits[row] = 1;
          }
        });
        if (decided) {
          const vector = raw.data_chunk_get_vector(input.chunk, facts.length);
          groupOf.set(asUint16(raw.vector_get_data(vector, rows * groupOf.BYTES_PER_ELEMENT)));
        }
        const frame = blocks.score(codes, rows);
        const rejected = markMisfits(frame, misfits, rows);
        if (decided) countUnknown(codes, facts, frame[0]!.values, rows, unknowns);
        if (!state.again) {
          counts.rejected += rejected;
          counts.scored += rows - rejected;
          if (strict && rejected > 0) return info.setError('a row does not fit');
        }
        const results = (output as unknown as { vector: unknown }).vector;
        frame.forEach((column, i) => {
          copy(raw, raw.struct_vector_get_child(results, i), column, rows);
        });
        counts.milliseconds += performance.now() - start;
      },
    }),
  );
}

/** The rows that fit, as bits. */
function fitting(impossible: Uint16Array, misfits: Uint8Array, rows: number): RowBits {
  const bits = new Uint32Array(BLOCK / 32);
  for (let row = 0; row < rows; row += 1)
    if (impossible[row] === 0 && misfits[row] === 0) bits[row >> 5]! |= 1 << (row & 31);
  return bits;
}

function countUnknown(
  codes: readonly Codes[],
  facts: readonly { unknown: number }[],
  marks: ArrayLike<number>,
  rows: number,
  into: Float64Array,
): void {
  codes.forEach((column, i) => {
    for (let row = 0; row < rows; row += 1)
      if (marks[row] === 0 && column[row] === facts[i]!.unknown) into[i]! += 1;
  });
}

function asUint16(bytes: Uint8Array): Uint16Array {
  return bytes.byteOffset % 2 === 0
    ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
    : new Uint16Array(bytes.slice().buffer);
}

/** Marks rows of which a cell fits no value, and counts all that are rejected. */
function markMisfits(frame: Frame, misfits: Uint8Array, rows: number): number {
  const marks = frame[0]!.values;
  let rejected = 0;
  for (let row = 0; row < rows; row += 1) {
    if (misfits[row]) marks[row] = MISFIT;
    if (marks[row] !== 0) rejected += 1;
  }
  return rejected;
}

function copy(raw: Duck['raw'], vector: unknown, { values, valid }: FrameColumn, rows: number): void {
  const bytes = rows * values.BYTES_PER_ELEMENT;
  raw.copy_data_to_vector(vector, 0, values.buffer as ArrayBuffer, values.byteOffset, bytes);
  if (isAllSet(valid, rows)) return;
  raw.vector_ensure_validity_writable(vector);
  const words = Math.ceil(rows / 64) * 8; // DuckDB keeps them in words of 64 bits.
  raw.copy_data_to_vector_validity(vector, 0, valid.buffer as ArrayBuffer, valid.byteOffset, words);
}

function isAllSet(valid: Uint32Array, rows: number): boolean {
  for (let w = 0; w * 32 < rows; w += 1) {
    const left = rows - w * 32;
    const wanted = left >= 32 ? 0xffffffff : 2 ** left - 1;
    if ((valid[w]! & wanted) >>> 0 !== wanted >>> 0) return false;
  }
  return true;
}
