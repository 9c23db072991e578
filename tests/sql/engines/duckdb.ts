import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine, Row } from './engine.js';

/** DuckDB within this process, in memory. */
export async function duckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    async run(statements) {
      let rows: Row[] = [];
      for (const statement of statements)
        rows = (await connection.runAndReadAll(statement)).getRowObjectsJS() as Row[];
      return rows;
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
