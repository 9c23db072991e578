import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { demarche } from './cli.js';

/** A small panel, which the mapping fits. */
export const PANEL = `place,month,lorries,needy,note
North,2024-01,0,35,calm
North,2024-02,12,30,
South,2024-01,80,NA,busy
East,2024-01,-99,5,
`;

/** How its columns become the facts of the rule set that `init` writes. */
export const MAP = `rule-set: rules/example
id: place
columns:
  crossing:
    column: lorries
    missing: [-99]
    cut-points:
      - { below: 1, level: closed }
      - { below: 50, level: restricted }
      - { level: open }
  need: { column: needy, factor: 0.01, missing: [NA] }
`;

/** A folder with the project that `init` writes, a panel and its mapping. */
export interface TableProject {
  at(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  /** Every file but those of the project. */
  files(): string[];
  /** Runs `demarche table` on files of the folder. */
  table(...args: string[]): ReturnType<typeof demarche>;
}

export async function tableProject(): Promise<TableProject> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-table-test-'));
  const at = (name: string) => join(folder, name);
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(at(name), content);
    return at(name);
  };
  await demarche(['init', at('.')]);
  write('panel.csv', PANEL);
  write('panel.map.yaml', MAP);
  const own = new Set([...readdirSync(folder)]);
  return {
    ...{ at, write },
    read: name => readFileSync(at(name), 'utf8'),
    files: () => readdirSync(folder).filter(name => !own.has(name)),
    table: (...args) =>
      demarche(['table', ...args, '--map', at('panel.map.yaml'), '--perspective', 'relief-agency']),
  };
}

/** What a statement of DuckDB gives. */
export async function sql(statement: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = (await connection.runAndReadAll(statement)).getRowObjectsJson();
  connection.closeSync();
  return rows as Record<string, unknown>[];
}
