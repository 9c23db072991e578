import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import type { RuleSet } from '../../model/rule-set.js';
import { quoteName, quoteText } from '../../sql/codes.js';
import { columnName, RULES_A_COLUMN } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import { EXIT, type Io, Stop } from '../io.js';
import type { Duck } from './duckdb.js';
import type { TableFormat } from './formats.js';
import { RESULT } from './score-source.js';
import type { TableColumn } from './source.js';

/** How results are to be written. */
export interface Layout {
  format: TableFormat;
  /** One row for each option of a situation, rather than one for each situation. */
  long?: boolean;
  rules?: boolean;
}

/** The names of the columns of results, without those that are carried along. */
export function resultNames({ program, leftOut }: TableJudging, { long, rules }: Layout): string[] {
  const options = program.options.filter((_, o) => !leftOut.includes(o));
  const each = long
    ? ['option', ...FIGURES]
    : options.flatMap(id => FIGURES.map(figure => columnName(id, figure)));
  return ['leader', 'margin', 'may_lead', 'leader_certain', 'excluded', ...each, ...(rules ? ['rules'] : [])];
}

const FIGURES = ['rank', 'score', 'low', 'high'];

/** The query for results, from one that gives `RESULT` for each row. */
export function resultsSql(
  scored: string,
  carried: readonly TableColumn[],
  ruleSet: RuleSet,
  judging: TableJudging,
  layout: Layout,
): string {
  const options = judging.program.options.filter((_, o) => !judging.leftOut.includes(o));
  const r = (name: string) => `${RESULT}.${quoteName(name)}`;
  const gone = options.map(id => `CASE WHEN ${r(columnName(id, 'rank'))} IS NULL THEN ${quoteText(id)} END`);
  const own = ['leader', 'margin', 'may_lead', 'leader_certain'].map(name => `${r(name)} AS ${name}`);
  const each = layout.long
    ? [`unnest([${options.map(id => struct(id, r)).join(', ')}], recursive := true)`]
    : options.flatMap(id => FIGURES.map(figure => r(columnName(id, figure))));
  const names = carried.map(column => carriedSql(column, layout.format));
  const list = [
    ...names,
    ...own,
    `concat_ws(' ', ${gone.join(', ')}) AS excluded`,
    ...each,
    ...(layout.rules ? [`${firedSql(ruleSet, r)} AS rules`] : []),
  ];
  return `SELECT ${list.join(', ')} FROM (${scored}) WHERE ${RESULT}.reject = 0`;
}

function struct(id: string, r: (name: string) => string): string {
  const figures = FIGURES.map(figure => `${figure} := ${r(columnName(id, figure))}`);
  return `struct_pack(option := ${quoteText(id)}, ${figures.join(', ')})`;
}

function firedSql({ rules }: RuleSet, r: (name: string) => string): string {
  const each = rules.map(({ id }, i) => {
    const word = r(`fired ${Math.floor(i / RULES_A_COLUMN)}`);
    return `CASE WHEN (${word} >> ${i % RULES_A_COLUMN}) & 1 = 1 THEN ${quoteText(id)} END`;
  });
  return `concat_ws(' ', ${each.join(', ')})`;
}

/**
 * A carried column. In CSV, text and names that a spreadsheet would take for a formula are escaped, numbers in text are not;
 * JSON has no words for what is no finite number.
 */
function carriedSql({ name, type }: TableColumn, format: TableFormat): string {
  const column = quoteName(name);
  if (format === 'jsonl' && /^(FLOAT|DOUBLE)$/.test(type))
    return `CASE WHEN isfinite(${column}) THEN ${column} END AS ${column}`;
  if (format !== 'csv') return column;
  const escaped = /^[=+\-@\t\r]/.test(name) ? quoteName(`'${name}`) : column;
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN|DATE|TIME.*)$/.test(type))
    return `${column} AS ${escaped}`;
  const text = `CAST(${column} AS VARCHAR)`;
  return `CASE WHEN regexp_matches(${text}, '^[=+\\-@\\t\\r]') AND TRY_CAST(${text} AS DOUBLE) IS NULL THEN '''' || ${text} ELSE ${text} END AS ${escaped}`;
}

/** Where a result goes, first to a file beside it: whole or not there. */
export interface Target {
  beside: string;
  /** Puts the file in its place. */
  keep(): Promise<void>;
  /** Removes it. */
  drop(): Promise<void>;
}

/** Makes ready to write a file. What is no file, such as a device, is written to as it is. */
export async function targetAt(output: string): Promise<Target> {
  const target = await realpath(output).catch(() => output);
  const there = await stat(target).catch(() => undefined);
  if (there?.isDirectory()) throw new Stop(EXIT.usage, `cannot write \`${output}\` (EISDIR)`);
  if (there && !there.isFile())
    return { beside: target, keep: async () => undefined, drop: async () => undefined };
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  return {
    beside,
    keep: () => rename(beside, target),
    drop: () => rm(beside, { force: true }),
  };
}

/** The statement that writes a query's rows into a file; `named` is what it will be called, of which the end tells how it is packed. */
export function copySql(
  query: string,
  { file, named }: { file: string; named: string },
  format: TableFormat,
  about: Record<string, string>,
): string {
  const packed = `, COMPRESSION ${packingOf(named)}`;
  const meta = Object.entries(about).map(([key, value]) => `${quoteText(key)}: ${quoteText(value)}`);
  const how = {
    csv: `FORMAT csv, HEADER true, DELIMITER '${/\.tsv(\.\w+)?$/i.test(named) ? '\t' : ','}'${packed}`,
    jsonl: `FORMAT json${packed}`,
    parquet: `FORMAT parquet, ROW_GROUP_SIZE 122880, KV_METADATA {${meta.join(', ')}}`,
  };
  return `COPY (${query}) TO ${quoteText(file)} (${how[format]})`;
}

/** How a file is packed, by the end of its name. */
export function packingOf(path: string): 'gzip' | 'zstd' | 'none' {
  const [, end] = /\.(gz|zst)$/i.exec(path) ?? [];
  return end === undefined ? 'none' : end.toLowerCase() === 'gz' ? 'gzip' : 'zstd';
}

/** The rows of a statement, which runs with a progress bar that ends before anything else is said. */
export async function runWatched(
  duck: Duck,
  sql: string,
  io: Io,
  quiet: boolean | undefined,
): Promise<Record<string, unknown>[]> {
  const timer = setInterval(() => {
    if (quiet) return;
    const { percentage } = duck.connection.progress;
    if (percentage > 0) io.progress(Math.min(percentage / 100, 0.999));
  }, 200);
  try {
    return await duck.rows(sql);
  } finally {
    clearInterval(timer);
    io.progress(1);
  }
}
