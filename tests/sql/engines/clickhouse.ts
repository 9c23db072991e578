import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Engine, Row } from './engine.js';

const FOLDER = resolve('tests/clickhouse');

/** How to get it, where it is not there; undefined where it is. */
export const noClickhouse = existsSync(join(FOLDER, 'node_modules', 'chdb'))
  ? undefined
  : 'ClickHouse is not installed: npm ci --prefix tests/clickhouse';

interface Session {
  query(sql: string, format?: string): string;
  cleanup(): void;
}

/** ClickHouse within this process (chdb), in a folder of its own. */
export async function clickhouse(): Promise<Engine> {
  if (noClickhouse) throw new Error(noClickhouse);
  const { Session } = createRequire(join(FOLDER, 'package.json'))('chdb') as {
    Session: new (path: string) => Session;
  };
  const folder = mkdtempSync(join(tmpdir(), 'demarche-clickhouse-'));
  const session = new Session(folder);
  return {
    dialect: 'clickhouse',
    async run(statements) {
      let out = '';
      for (const statement of statements) out = session.query(statement.replace(/;\s*$/, ''), 'JSONEachRow');
      return out
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Row);
    },
    async close() {
      session.cleanup();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
