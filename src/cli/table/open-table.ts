import type { Io } from '../io.js';
import { commandLine, type Judging } from '../judging.js';
import type { Duck } from './duckdb.js';
import type { Engine, TableFormat } from './formats.js';
import type { Mapping } from './mapping.js';
import type { TableSource } from './source.js';

/** What `table` can be told. */
export interface AskedOfTable extends Omit<Judging, 'format'> {
  map?: string;
  base?: string;
  query?: string;
  inputFormat?: TableFormat;
  delimiter?: string;
  outputFormat?: TableFormat;
  long?: boolean;
  rules?: boolean;
  engine?: Engine;
  rejects?: string;
  strict?: boolean;
  workers?: number;
  memory?: number;
  summary?: boolean;
  by?: string[];
  against?: string;
  proposeMap?: boolean;
}

/** All that is open while a table is scored. */
export interface OpenTable {
  duck: Duck;
  source: TableSource;
  mapping: Mapping;
  asked: AskedOfTable;
  io: Io;
}

/** The command that repeats a result. How many threads there are changes nothing, so it does not say it. */
export function repeating(args: readonly string[]): string {
  const at = args.indexOf('--workers');
  const isKept = (arg: string, i: number) =>
    !arg.startsWith('--workers=') && (at === -1 || (i !== at && i !== at + 1));
  return commandLine(args.filter(isKept));
}
