import { open, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { quoteName, quoteText } from '../../sql/codes.js';
import type { ColumnKind } from '../../sql/readings.js';
import { EXIT, type Io, Stop } from '../io.js';
import { csvColumns } from './csv-columns.js';
import { type Duck, duckMessage } from './duckdb.js';
import type { TableFormat } from './formats.js';
import { refuseTable, refuseUnreadable } from './refuse.js';
import { newSpool, type Spool, spooled } from './spool.js';

/** What is to be read. */
export interface Wanted {
  /** Paths and patterns, `-` for the standard input. Left out where there is a query. */
  data: readonly string[];
  query?: string;
  inputFormat?: TableFormat;
  delimiter?: string;
  /** Cells of CSV are kept as they are written, whatever they look like. */
  plain?: boolean;
}

/** A table that can be read as often as is needed. */
export interface TableSource {
  /** As messages name it. */
  name: string;
  format: TableFormat;
  /** Its files, in the order in which they are read. */
  files: readonly string[];
  /** What stands between the cells of CSV. */
  delimiter: string;
  /** What messages and rejects call a file. */
  nameOf(file: string): string;
  columns: readonly TableColumn[];
  /** What comes after `FROM`, for these files; in the columns named, cells of CSV are kept as text. */
  from(files: readonly string[], asText: ReadonlySet<string>): string;
  /** Removes what was kept of it in a temporary folder. */
  forget(): Promise<void>;
}

export interface TableColumn {
  name: string;
  /** As DuckDB calls it. */
  type: string;
  kind: ColumnKind;
}

/** Finds out what there is to read, or stops with what is wrong with it. */
export async function openSource(duck: Duck, wanted: Wanted, io: Io): Promise<TableSource> {
  const { query, data } = wanted;
  if ((query === undefined) === (data.length === 0))
    throw new Stop(
      EXIT.usage,
      'a table is needed: paths, `-`, or `--query`; paths are named in the query itself',
    );
  const spool = await newSpool();
  const { forget } = spool;
  try {
    const kept = query === undefined ? await spooled(data, spool, io) : await answered(duck, query, spool);
    const files = query === undefined ? await filesOf(duck, kept) : kept;
    const nameOf = (file: string) => spool.said.get(file) ?? file;
    const name = query === undefined ? data.join(', ') : THE_QUERY;
    const format = query === undefined ? formatOf(kept, wanted) : 'parquet';
    for (const file of format === 'parquet' ? [] : files) await refuseOtherText(file, nameOf(file));
    const columns = await columnsOf(duck, format, files, { wanted, name, nameOf });
    const asRead = (asText: ReadonlySet<string>) =>
      columns.map(one => (asText.has(one.name) ? { ...one, type: 'VARCHAR' } : one));
    const from = (some: readonly string[], asText: ReadonlySet<string>) =>
      format === 'csv'
        ? `(SELECT * FROM ${reader(format, some, wanted, asRead(asText))})`
        : reader(format, some, wanted);
    const delimiter = delimiterOf(files, wanted);
    // Every cell is looked at, lest it depend on the columns that are wanted whether a row can be read.
    if (format === 'csv') await duck.rows("SET disabled_optimizers = 'unused_columns'");
    return { ...{ name, format, files, delimiter, nameOf, columns, forget }, from };
  } catch (error) {
    await forget();
    throw error;
  }
}

const THE_QUERY = 'the query';

/** What a query gives, kept in a file: asked twice it might come in another order. */
async function answered(duck: Duck, query: string, { folder, said }: Spool): Promise<string[]> {
  const file = join(folder, 'query.parquet');
  said.set(file, THE_QUERY);
  try {
    await duck.connection.run(
      `COPY (${query.replace(/[;\s]+$/, '')}\n) TO ${quoteText(file)} (FORMAT parquet)`,
    );
  } catch (error) {
    const message = duckMessage(error);
    if (/could not write|no space left/i.test(message))
      throw new Stop(EXIT.usage, `cannot keep what the query gives in \`${folder}\`: ${message}`);
    refuseTable([diagnostic('table/unreadable', `the query cannot be run: ${message}`)]);
  }
  return [file];
}

async function filesOf(duck: Duck, paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(path))
      throw new Stop(EXIT.usage, `\`${path}\` is no file on this machine: bring it here first`);
    // A file that has the marks of a pattern in its name is meant itself.
    const isFile = (await stat(path).catch(() => undefined))?.isFile() === true;
    const found = await duck.rows<{ file: string }>(
      `SELECT file FROM glob(${quoteText(isFile ? literal(path) : path)}) ORDER BY file`,
    );
    if (found.length === 0) throw new Stop(EXIT.usage, `no file \`${path}\``);
    all.push(...found.map(({ file }) => file));
  }
  const twice = all.find((file, i) => all.findIndex(one => resolve(one) === resolve(file)) < i);
  if (twice !== undefined) throw new Stop(EXIT.usage, `the file \`${twice}\` is there twice`);
  return all;
}

/** A path as a pattern that only it fits. */
function literal(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

function formatOf(paths: readonly string[], { inputFormat }: Wanted): TableFormat {
  if (inputFormat) return inputFormat;
  const formats = new Set(paths.map(path => formatByName(path) ?? 'csv'));
  if (formats.size > 1)
    throw new Stop(EXIT.usage, `these files are of several formats: ${[...formats].join(', ')}`);
  return [...formats][0]!;
}

/** The format that the end of a file's name tells. */
export function formatByName(path: string): TableFormat | undefined {
  const plain = path.replace(/\.(gz|zst)$/, '');
  if (/\.(csv|tsv|txt)$/i.test(plain)) return 'csv';
  if (/\.(parquet|pq)$/i.test(plain)) return 'parquet';
  return /\.(jsonl|ndjson|json)$/i.test(plain) ? 'jsonl' : undefined;
}

function reader(
  format: TableFormat,
  files: readonly string[],
  wanted: Wanted & { sample?: number },
  columns?: readonly TableColumn[],
): string {
  const list = `[${files.map(file => quoteText(literal(file))).join(', ')}]`;
  if (format === 'parquet') return `read_parquet(${list})`;
  if (format === 'jsonl') return `read_json(${list}, format = 'newline_delimited', sample_size = -1)`;
  const dialect = `delim = ${quoteText(delimiterOf(files, wanted))}, quote = '"', escape = '"', header = true, comment = '', dateformat = '%Y-%m-%d'`;
  const types = columns?.map(({ name, type }) => `${quoteText(name)}: ${quoteText(type)}`).join(', ');
  const read =
    types === undefined
      ? `sample_size = ${wanted.sample ?? -1}`
      : `auto_detect = false, columns = {${types}}`;
  return `read_csv(${list}, ${dialect}, ${read}, hive_partitioning = false, store_rejects = true)`;
}

function delimiterOf(files: readonly string[], { delimiter }: Pick<Wanted, 'delimiter'>): string {
  return delimiter ?? (/\.tsv(\.|$)/i.test(files[0]!) ? '\t' : ',');
}

/** The columns of a table, each with the type that it is read as. */
async function columnsOf(
  duck: Duck,
  format: TableFormat,
  files: readonly string[],
  { wanted, name, nameOf }: { wanted: Wanted; name: string; nameOf(file: string): string },
): Promise<TableColumn[]> {
  const columns = (some: readonly string[], called: string) =>
    described(duck, reader(format, some, wanted), called);
  const header = (file: string) =>
    described(duck, reader(format, [file], { ...wanted, sample: 2048 }), nameOf(file));
  if (format !== 'csv') return refuseLists(await columns(files, name), format, name);
  return csvColumns(duck, files, {
    ...{ name, nameOf, plain: wanted.plain === true, header },
    columns: () => columns(files, name),
    from: typed => reader(format, files, wanted, typed),
  });
}

/** One list over all lines is no table of JSON lines. */
function refuseLists(columns: TableColumn[], format: TableFormat, name: string): TableColumn[] {
  const [only, another] = columns;
  if (format !== 'jsonl' || another || only?.name !== 'json') return columns;
  return refuseTable([
    diagnostic(
      'table/unreadable',
      `\`${name}\` does not have one object a line`,
      undefined,
      `of a list of objects --query makes a table: \`SELECT * FROM read_json('…', format = 'array')\``,
    ),
  ]);
}

async function described(duck: Duck, from: string, name: string): Promise<TableColumn[]> {
  try {
    const found = await duck.rows<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM ${from}`,
    );
    return found.map(one => ({
      name: one.column_name,
      type: one.column_type,
      kind: kindOf(one.column_type),
    }));
  } catch (error) {
    if (!/Error when sniffing/.test(duckMessage(error))) return refuseUnreadable(error, name);
    const help =
      'look whether a quotation mark is not closed, whether lines end in different ways, and whether cells stand between commas: --delimiter names another mark';
    return refuseTable([
      diagnostic('table/unreadable', `\`${name}\` cannot be taken apart as CSV`, undefined, help),
    ]);
  }
}

function kindOf(type: string): ColumnKind {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/.test(type)) return 'number';
  return type === 'VARCHAR' ? 'text' : 'other';
}

/** An empty file has no header; and text in UTF-16 or UTF-32 would be taken for UTF-8 with odd characters, line by line. */
async function refuseOtherText(file: string, name: string): Promise<void> {
  if (/\.(gz|zst)$/.test(file)) return;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    if (bytesRead === 0) refuseTable([diagnostic('table/unreadable', `\`${name}\` is empty`)]);
    if (!start.includes(0) && !/^(\xfe\xff|\xff\xfe)/.test(start.toString('latin1'))) return;
  } finally {
    await handle.close();
  }
  const help = 'save it as UTF-8, or convert it with `iconv -t UTF-8`';
  refuseTable([diagnostic('table/unreadable', `\`${name}\` is no text in UTF-8`, undefined, help)]);
}

/** A list of columns for `SELECT`. */
export function selected(names: readonly string[]): string {
  return names.map(quoteName).join(', ');
}
