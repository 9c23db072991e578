import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { TableJudging } from '../../table/judging.js';
import { PROGRAM } from '../../version.js';
import type { Io } from '../io.js';
import type { Duck } from './duckdb.js';
import type { TableFormat } from './formats.js';
import { judgeTable } from './judge-table.js';
import { fitMapping } from './mapping.js';
import { type AskedOfTable, type OpenTable, repeating } from './open-table.js';
import { refuseTable } from './refuse.js';
import { runScoring, settleRejects } from './run-scoring.js';
import { type Scoring, scoringIn } from './score-source.js';
import type { TableColumn, TableSource } from './source.js';
import { sqlRows } from './sql-rows.js';
import { temporaryFile, whileRemoving } from './temporary.js';
import { copySql, type Layout, resultNames, resultsSql, targetAt } from './write-results.js';

/** Writes results to the standard output, once all are there. */
export async function printTable(
  open: OpenTable,
  format: TableFormat,
  args: readonly string[],
): Promise<void> {
  const file = await temporaryFile('results');
  await whileRemoving(file.drop, async () => {
    const told = await scoreInto(open, { file: file.path, named: 'results' }, format, args);
    for await (const text of createReadStream(file.path, 'utf8')) open.io.out(text as string);
    told();
  });
}

/** Writes results into a file, whole or not at all. */
export async function writeTable(
  open: OpenTable,
  output: string,
  format: TableFormat,
  args: readonly string[],
): Promise<void> {
  const target = await targetAt(output);
  await whileRemoving(target.drop, async () => {
    const told = await scoreInto(open, { file: target.beside, named: output }, format, args);
    await target.keep();
    told();
  });
}

/** Scores a table into a file, and gives what says on the error stream how that went, once all is in its place. */
async function scoreInto(
  open: OpenTable,
  file: { file: string; named: string },
  format: TableFormat,
  args: readonly string[],
): Promise<() => void> {
  const { duck, source, mapping, asked, io } = open;
  const { ruleSet, folder } = mapping;
  const map = fitMapping(mapping, source.columns, source.name);
  const judging = await judgeTable(ruleSet, folder, map, asked, io);
  const layout: Layout = { format, long: asked.long ?? false, rules: asked.rules ?? false };
  const threads = asked.workers ?? Math.max(1, Math.min(8, availableParallelism() - 1));
  const how = {
    ruleSet,
    map,
    judging,
    wanted: { rules: layout.rules ?? false },
    threads,
    strict: asked.strict ?? false,
  };
  const carried = carriedColumns(
    source,
    map,
    judging.columns.map(id => map.columns.get(id)!.column),
  );
  refuseClashes(carried, resultNames(judging, layout));
  const isSql = asked.engine === 'sql';
  const scoring = await scoringIn(duck, source, isSql ? { ...how, threads: 1 } : how);
  const about = {
    'demarche.rule-set': `${ruleSet.id} ${ruleSet.version} ${ruleSet.hash}`,
    'demarche.program': `${PROGRAM.name} ${PROGRAM.version}`,
    'demarche.command': repeating(args),
  };
  try {
    const kept = carried.map(({ name }) => name);
    const scored = isSql ? sqlRows(source, how, kept) : scoring.query(source.files, kept);
    const sql = copySql(resultsSql(scored, carried, ruleSet, judging, layout), file, format, about);
    const start = performance.now();
    const [written] = await runScoring(sql, scoring, open);
    if (isSql)
      await countRows(open, scoring, Number(written!.Count) / (layout.long ? rankedOptions(judging) : 1));
    if (io.env.DEMARCHE_TIMES !== undefined)
      await tellTimes(duck, scoring, source, performance.now() - start, io);
    const scoredRows = scoring.counts.scored;
    const rejected = await settleRejects(open, { scoring, map, judging });
    const counts = { scored: scoredRows, rejected };
    return () => {
      if (!asked.quiet) io.err(endLine(counts, asked, ruleSet));
    };
  } finally {
    await scoring.stop();
  }
}

/** A statement counts nothing as it runs: what it did not write it rejected. */
async function countRows(
  { duck, source }: OpenTable,
  { counts, asText }: Scoring,
  written: number,
): Promise<void> {
  const [all] = await duck.rows<{ n: bigint }>(
    `SELECT count(*) AS n FROM ${source.from(source.files, asText)}`,
  );
  counts.scored = written;
  counts.rejected = Number(all!.n) - written;
}

function rankedOptions({ program, leftOut }: TableJudging): number {
  return program.options.length - leftOut.length;
}

/** For the benchmark: the whole statement, what of it scoring took, and what reading alone takes, in seconds. */
async function tellTimes(
  duck: Duck,
  scoring: Scoring,
  source: TableSource,
  all: number,
  io: Io,
): Promise<void> {
  const evaluating = scoring.counts.milliseconds;
  const start = performance.now();
  await duck.rows(scoring.readingOnly(source.files));
  const reading = performance.now() - start;
  const seconds = { all: all / 1000, evaluating: evaluating / 1000, reading: reading / 1000 };
  io.err(`${JSON.stringify(seconds)}\n`);
}

/** The id first, then what the mapping carries: all from which no fact is read, unless it says. */
function carriedColumns(
  source: TableSource,
  { id, carry }: { id?: string; carry?: readonly string[] },
  read: readonly string[],
): TableColumn[] {
  const rest = carry ?? source.columns.map(({ name }) => name).filter(name => !read.includes(name));
  const names = [...new Set([...(id === undefined ? [] : [id]), ...rest])];
  return names.map(name => source.columns.find(one => one.name === name)!);
}

function refuseClashes(carried: readonly TableColumn[], results: readonly string[]): void {
  const taken = new Set(results.map(name => name.toLowerCase())); // To DuckDB case makes no difference.
  const clashes = carried.filter(({ name }) => taken.has(name.toLowerCase()));
  if (clashes.length === 0) return;
  refuseTable(
    clashes.map(({ name }) =>
      diagnostic(
        'table/name-clash',
        `the column \`${name}\` is called as one of the results is`,
        undefined,
        'leave it out by `carry` in the mapping file, or rename it by --query',
      ),
    ),
  );
}

function endLine(
  { scored, rejected }: { scored: number; rejected: number },
  { rejects }: AskedOfTable,
  { id, version, hash }: { id: string; version: string; hash: string },
): string {
  const count = (n: number) => n.toLocaleString('en');
  const where = rejects === undefined ? '; --rejects FILE lists them' : `, listed in ${rejects}`;
  const gone = rejected === 0 ? '' : `; ${count(rejected)} rejected${where}`;
  return `${count(scored)} ${scored === 1 ? 'row' : 'rows'} scored${gone}\n${id} ${version} (${hash.slice(0, 8)})  demarche ${PROGRAM.version}\n`;
}
