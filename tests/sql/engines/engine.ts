import type { DialectId } from '../../../src/sql/dialect.js';

/** One row of a result, by column. Booleans and numbers are those of JavaScript. */
export type Row = Record<string, unknown>;

/** An engine that the tests run statements on. */
export interface Engine {
  dialect: DialectId;
  /** Runs statements, and gives what the last of them found. */
  run(statements: readonly string[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Whether an engine that is not there fails the tests, as in `.ci/run`; else its tests are skipped, and say so. */
export const ALL_ENGINES = process.env.DEMARCHE_ENGINES === 'all';
