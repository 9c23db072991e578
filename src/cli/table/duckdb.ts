import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import type * as Api from '@duckdb/node-api';
import { EXIT, Stop } from '../io.js';

/** DuckDB, with one connection to a database in memory. */
export interface Duck {
  api: typeof Api;
  connection: Api.DuckDBConnection;
  /** Its functions without wrapping: whole columns are copied by these. */
  raw: Raw;
  /** Rows of a query, as objects of plain values. */
  rows<T>(sql: string): Promise<T[]>;
  close(): void;
}

/** What is used of DuckDB's own functions. */
export interface Raw {
  data_chunk_get_vector(chunk: unknown, column: number): unknown;
  vector_get_data(vector: unknown, bytes: number): Uint8Array;
  vector_ensure_validity_writable(vector: unknown): void;
  struct_vector_get_child(vector: unknown, index: number): unknown;
  copy_data_to_vector(to: unknown, at: number, from: ArrayBuffer, offset: number, bytes: number): void;
  copy_data_to_vector_validity(
    to: unknown,
    at: number,
    from: ArrayBuffer,
    offset: number,
    bytes: number,
  ): void;
}

/** The version that Demarche is tried with. */
export const DUCKDB = '@duckdb/node-api@1.5.6-r.1';

/**
 * Opens DuckDB, or stops with how to install it. It loads no extension, so it opens no connection. It is given a limit of
 * memory in MiB, as without one it keeps rows ahead of their turn to be written until most of the machine's is full.
 */
export async function openDuck(memory?: number): Promise<Duck> {
  const cores = Math.max(1, cpus().length);
  const { api, raw } = load();
  const instance = await api.DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: String(cores),
    temp_directory: tmpdir(),
    memory_limit: `${memory ?? Math.max(1024, 512 * cores)}MiB`,
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'"); // Else times would be written, and years told, as the machine's zone has them.
  return {
    ...{ api, raw, connection },
    async rows<T>(sql: string) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS() as T[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function load(): { api: typeof Api; raw: Raw } {
  const require = createRequire(import.meta.url);
  let path: string;
  try {
    path = require.resolve('@duckdb/node-api');
  } catch {
    throw new Stop(
      EXIT.usage,
      `tables are read by DuckDB, which is not installed: \`npm install ${DUCKDB}\` beside demarche brings it`,
    );
  }
  return { api: require(path), raw: createRequire(path)('@duckdb/node-bindings') };
}

/** What DuckDB says of an error: its first line, without what only it knows. */
export function duckMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split('\n')[0]!
    .replace(/^(\w+ )*Error: /, '')
    .replaceAll('"', '`')
    .trim();
}
