import { clickhouse, noClickhouse } from './clickhouse.js';
import { duckdb } from './duckdb.js';
import { noPostgresql, postgresql } from './postgresql.js';

/** The engines that statements are run on, and how to get one that is not there. */
export const ENGINES = [
  { id: 'duckdb', open: duckdb, missing: undefined },
  { id: 'postgresql', open: postgresql, missing: noPostgresql },
  { id: 'clickhouse', open: clickhouse, missing: noClickhouse },
] as const;
