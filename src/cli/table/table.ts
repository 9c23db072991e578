import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { TableMap } from '../../model/table-map.js';
import { render } from '../../report/formats.js';
import type { TableJudging } from '../../table/judging.js';
import { PROGRAM } from '../../version.js';
import { EXIT, type Io, Stop } from '../io.js';
import { commandLine, type Judging } from '../judging.js';
import { emit } from '../output.js';
import { reportOptions } from '../settings.js';
import { changeAgainst } from './against.js';
import { type Duck, duckMessage, openDuck } from './duckdb.js';
import type { TableFormat } from './formats.js';
import { judgeTable } from './judge-table.js';
import { fitMapping, type Mapping, openMapping } from './mapping.js';
import { proposeMap } from './propose-map.js';
import { refuseTable } from './refuse.js';
import { type Reject, rejectsOf, unreadRows } from './rejects.js';
import { type Scoring, scoringIn } from './score-source.js';
import { formatByName, openSource, type TableColumn, type TableSource } from './source.js';
import { groupColumns, summaryOf, summarySql } from './summarise.js';
import { temporaryFile, whileRemoving } from './temporary.js';
import { writeRejects } from './write-rejects.js';
import { copySql, type Layout, resultNames, resultsSql, runWatched, targetAt } from './write-results.js';

/** What `table` can be told. */
export interface AskedOfTable extends Judging {
  map?: string;
  base?: string;
  query?: string;
  inputFormat?: TableFormat;
  delimiter?: string;
  outputFormat?: TableFormat;
  long?: boolean;
  rules?: boolean;
  rejects?: string;
  strict?: boolean;
  workers?: number;
  summary?: boolean;
  by?: string[];
  against?: string;
  proposeMap?: boolean;
}

/** `demarche table DATA…` */
export async function tableCommand(
  data: readonly string[],
  asked: AskedOfTable,
  io: Io,
  args: readonly string[],
): Promise<number> {
  if (!asked.summary && (asked.by || asked.verbose || asked.format || asked.against))
    throw new Stop(EXIT.usage, '--by, --against, --format and --verbose go with --summary');
  const format = asked.summary || asked.proposeMap ? 'csv' : outputFormat(asked);
  const mapping = await openMapping(asked, io);
  const duck = await openDuck();
  try {
    const source = await openSource(duck, { data, ...asked }, io);
    try {
      const opened = { duck, source, mapping, asked, io };
      if (asked.proposeMap)
        await emit(await proposeMap(duck, source, mapping, asked.output), asked.output, io);
      else if (asked.summary) await summarised(opened, args);
      else if (asked.output === undefined || asked.output === '-') await printed(opened, format, args);
      else await written(opened, asked.output, format, args);
    } finally {
      await source.forget();
    }
  } finally {
    duck.close();
  }
  return EXIT.done;
}

/** All that is open while a table is scored. */
export interface OpenTable {
  duck: Duck;
  source: TableSource;
  mapping: Mapping;
  asked: AskedOfTable;
  io: Io;
}

function outputFormat({ output, outputFormat }: AskedOfTable): TableFormat {
  const isPrinted = output === undefined || output === '-';
  const format = outputFormat ?? (isPrinted ? 'csv' : formatByName(output));
  if (format === undefined)
    throw new Stop(
      EXIT.usage,
      `\`${output}\` does not tell its format: name it .csv, .parquet or .jsonl, or use --output-format`,
    );
  if (isPrinted && format === 'parquet') throw new Stop(EXIT.usage, 'Parquet goes into a file: use --output');
  return format;
}

async function printed(open: OpenTable, format: TableFormat, args: readonly string[]): Promise<void> {
  const file = await temporaryFile('results');
  await whileRemoving(file.drop, async () => {
    const told = await scoreInto(open, file.path, format, args);
    for await (const text of createReadStream(file.path, 'utf8')) open.io.out(text as string);
    told();
  });
}

async function written(
  open: OpenTable,
  output: string,
  format: TableFormat,
  args: readonly string[],
): Promise<void> {
  const target = await targetAt(output);
  await whileRemoving(target.drop, async () => {
    const told = await scoreInto(open, target.beside, format, args);
    await target.keep();
    told();
  });
}

async function summarised(
  { duck, source, mapping, asked, io }: OpenTable,
  args: readonly string[],
): Promise<void> {
  const { ruleSet, folder } = mapping;
  const map = fitMapping(mapping, source.columns, source.name);
  const judging = await judgeTable(ruleSet, folder, map, asked, io);
  const groups = groupColumns(source, asked.by ?? []);
  const how = { ruleSet, map, judging, wanted: {}, threads: 1, strict: asked.strict ?? false, decided: true };
  const scoring = await scoringIn(duck, source, how);
  const keep = [...new Set(groups.map(({ name }) => name))];
  const sql = summarySql(scoring.query(source.files, keep), groups, judging);
  const rows = await run(duck, sql, { source, scoring, asked, io });
  const rejected = await settleRejects({ duck, source, mapping, asked, io }, { scoring, map, judging });
  const manifest = {
    program: { ...PROGRAM },
    ruleSet: { id: ruleSet.id, version: ruleSet.version, title: ruleSet.title, hash: ruleSet.hash },
    ...{ perspective: judging.perspective, weights: Object.fromEntries(judging.weights) },
    ...{ base: judging.base, changes: [...judging.changes], command: commandLine(withoutWorkers(args)) },
  };
  const summary = summaryOf(rows, groups, {
    ...{ ruleSet, judging, scoring, manifest, rejected },
    table: source.name,
  });
  if (asked.against !== undefined)
    summary.against = await changeAgainst(asked.against, { duck, source, mapping, asked, io }, scoring, map);
  await emit(render([summary], asked.format ?? 'text', reportOptions(asked, io)), asked.output, io);
}

/** Counts rejected rows, lists them where that is asked, and stops at the first where that is, or where no row fits. */
async function settleRejects(
  { duck, source, mapping: { ruleSet }, asked }: OpenTable,
  { scoring, map, judging }: { scoring: Scoring; map: TableMap; judging: TableJudging },
): Promise<number> {
  const { scored, rejected } = scoring.counts;
  const all = rejected + (await unreadRows(duck, source));
  scoring.again();
  const rejects = () => rejectsOf(duck, source, scoring, { ruleSet, map, judging });
  if (all > 0 && (asked.strict || scored === 0)) refuseFirst(await first(rejects()), { scored });
  if (asked.rejects !== undefined) await writeRejects(rejects(), asked.rejects);
  return all;
}

/** Scores a table into a file, and gives what says on the error stream how that went, once all is in its place. */
export async function scoreInto(
  { duck, source, mapping, asked, io }: OpenTable,
  file: string,
  format: TableFormat,
  args: readonly string[],
): Promise<() => void> {
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
  const scoring = await scoringIn(duck, source, how);
  const about = {
    'demarche.rule-set': `${ruleSet.id} ${ruleSet.version} ${ruleSet.hash}`,
    'demarche.program': `${PROGRAM.name} ${PROGRAM.version}`,
    'demarche.command': commandLine(withoutWorkers(args)),
  };
  try {
    const scored = scoring.query(
      source.files,
      carried.map(({ name }) => name),
    );
    const sql = copySql(resultsSql(scored, carried, ruleSet, judging, layout), file, format, about);
    const start = performance.now();
    await run(duck, sql, { source, scoring, asked, io });
    if (io.env.DEMARCHE_TIMES !== undefined)
      await tellTimes(duck, scoring, source, performance.now() - start, io);
    const scoredRows = scoring.counts.scored;
    const rejected = await settleRejects({ duck, source, mapping, asked, io }, { scoring, map, judging });
    const counts = { scored: scoredRows, rejected };
    return () => {
      if (!asked.quiet) io.err(endLine(counts, asked, ruleSet));
    };
  } finally {
    await scoring.stop();
  }
}

/** How many threads there are changes nothing, so the file does not say it either. */
function withoutWorkers(args: readonly string[]): string[] {
  const at = args.indexOf('--workers');
  return args.filter((arg, i) => !arg.startsWith('--workers=') && (at === -1 || (i !== at && i !== at + 1)));
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

/** Runs the statement; an error is the table's or the disk's, but for a first row that does not fit, which is told later. */
async function run(
  duck: Duck,
  sql: string,
  { source, scoring, asked, io }: Pick<OpenTable, 'source' | 'asked' | 'io'> & { scoring: Scoring },
): Promise<Record<string, unknown>[]> {
  try {
    return await runWatched(duck, sql, io, asked.quiet);
  } catch (error) {
    if (asked.strict && scoring.counts.rejected > 0) return [];
    const message = duckMessage(error);
    if (
      /(write|Could not write|No space left|open file).*(tmp|space left)/i.test(message) ||
      /\.tmp`/.test(message)
    )
      throw new Stop(EXIT.usage, `cannot write \`${asked.output ?? 'the results'}\`: ${message}`);
    return refuseTable([diagnostic('table/unreadable', `\`${source.name}\` cannot be read: ${message}`)]);
  }
}

async function first(rejects: AsyncGenerator<Reject>): Promise<Reject | undefined> {
  for await (const reject of rejects) return reject;
  return undefined;
}

function refuseFirst(reject: Reject | undefined, { scored }: { scored: number }): never {
  if (!reject) throw new Error('rejected rows were counted, and none is found');
  const { file, line, column, reason } = reject;
  const where = `\`${file}\`, line ${line}${column === '' ? '' : `, column \`${column}\``}`;
  const help =
    scored === 0
      ? 'no row fits: look at the mapping file first'
      : 'without --strict such rows are counted, and --rejects FILE lists them';
  refuseTable([diagnostic('table/rejected-row', `${where}: ${reason}`, undefined, help)]);
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
