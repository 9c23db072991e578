import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { quoteName, quoteText } from '../../sql/codes.js';
import type { ColumnKind } from '../../sql/readings.js';
import { EXIT, type Io, Stop } from '../io.js';
import { type Duck, duckMessage } from './duckdb.js';
import type { TableFormat } from './formats.js';
import { refuseTable } from './refuse.js';

/** What is to be read. */
export interface Wanted {
  /** Paths and patterns, `-` for the standard input. Left out where there is a query. */
  data: readonly string[];
  query?: string;
  inputFormat?: TableFormat;
  delimiter?: string;
}

/** A table that can be read as often as is needed. */
export interface TableSource {
  /** As messages name it. */
  name: string;
  format: TableFormat;
  /** Its files, in the order in which they are read. */
  files: readonly string[];
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
  const folder = await mkdtemp(join(tmpdir(), 'demarche-table-'));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const kept = query === undefined ? await spooled(data, folder, io) : await answered(duck, query, folder);
    const files = query === undefined ? await filesOf(duck, kept) : kept;
    const name = query === undefined ? data.join(', ') : 'the query';
    const format = query === undefined ? formatOf(kept, wanted) : 'parquet';
    if (format !== 'parquet') for (const file of files) await refuseOtherEncodings(file, name);
    const columns = await described(duck, reader(format, files, wanted), name);
    const asRead = (asText: ReadonlySet<string>) =>
      columns.map(one => (asText.has(one.name) ? { ...one, type: 'VARCHAR' } : one));
    const from = (some: readonly string[], asText: ReadonlySet<string>) =>
      format === 'csv' ? reader(format, some, wanted, asRead(asText)) : reader(format, some, wanted);
    return { ...{ name, format, files, columns, forget }, from };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** The paths, with what comes on the standard input put into a file, so that it can be read twice. */
async function spooled(data: readonly string[], folder: string, io: Io): Promise<string[]> {
  if (!data.includes('-')) return [...data];
  const file = join(folder, 'stdin');
  const whole = async () => {
    const read = await io.stdin(Number.MAX_SAFE_INTEGER);
    return 'bytes' in read ? [read.bytes] : [];
  };
  await pipeline(Readable.from(io.chunks?.() ?? (await whole())), createWriteStream(file));
  return data.map(path => (path === '-' ? file : path));
}

/** What a query gives, kept in a file: asked twice it might come in another order. */
async function answered(duck: Duck, query: string, folder: string): Promise<string[]> {
  const file = join(folder, 'query.parquet');
  try {
    await duck.connection.run(
      `COPY (${query.replace(/[;\s]+$/, '')}\n) TO ${quoteText(file)} (FORMAT parquet)`,
    );
  } catch (error) {
    refuseTable([diagnostic('table/unreadable', `the query cannot be run: ${duckMessage(error)}`)]);
  }
  return [file];
}

async function filesOf(duck: Duck, paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    const found = await duck.rows<{ file: string }>(
      `SELECT file FROM glob(${quoteText(path)}) ORDER BY file`,
    );
    if (found.length === 0) throw new Stop(EXIT.usage, `no file \`${path}\``);
    all.push(...found.map(({ file }) => file));
  }
  return all;
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
  { delimiter }: Wanted,
  columns?: readonly TableColumn[],
): string {
  const list = `[${files.map(quoteText).join(', ')}]`;
  if (format === 'parquet') return `read_parquet(${list})`;
  if (format === 'jsonl') return `read_json(${list}, format = 'newline_delimited', sample_size = -1)`;
  const between = delimiter ?? (/\.tsv(\.|$)/i.test(files[0]!) ? '\t' : ',');
  const dialect = `delim = ${quoteText(between)}, quote = '"', escape = '"', header = true`;
  const types = columns?.map(({ name, type }) => `${quoteText(name)}: ${quoteText(type)}`).join(', ');
  const read = types === undefined ? 'sample_size = -1' : `auto_detect = false, columns = {${types}}`;
  return `read_csv(${list}, ${dialect}, ${read}, store_rejects = true)`;
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
    return refuseTable([diagnostic('table/unreadable', `\`${name}\` cannot be read: ${duckMessage(error)}`)]);
  }
}

function kindOf(type: string): ColumnKind {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/.test(type)) return 'number';
  return type === 'VARCHAR' ? 'text' : 'other';
}

/** Text in UTF-16 or UTF-32 would be taken for UTF-8 with odd characters, line by line. */
async function refuseOtherEncodings(file: string, name: string): Promise<void> {
  if (/\.(gz|zst)$/.test(file)) return;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    if (!start.includes(0) && start.readUInt16BE(0) !== 0xfffe && start.readUInt16BE(0) !== 0xfeff) return;
  } catch {
    return;
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
