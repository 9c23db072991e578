import { Dialect as Polyglot, parse } from '@polyglot-sql/sdk';
import { SparkSQL, TrinoSQL } from 'dt-sql-parser';
import { describe, expect, it } from 'vitest';
import { DIALECT_IDS, DIALECTS, type DialectId } from '../../src/sql/dialect.js';
import { sqlStatement } from '../../src/sql/statement.js';
import { gateIf, ifYes, when, withRules } from '../support/appraising.js';
import { shippedRuleSet } from '../support/shipped.js';

/*
 * Spark, Trino, BigQuery and Snowflake are not run here. Polyglot's parser reads their statements, and for Spark and Trino one by
 * the grammar of the engine as well. And they hold nothing but what DuckDB's statement holds, which is run.
 */

const POLYGLOT: Record<DialectId, Polyglot> = {
  duckdb: Polyglot.DuckDB,
  postgresql: Polyglot.PostgreSQL,
  clickhouse: Polyglot.ClickHouse,
  spark: Polyglot.Spark,
  trino: Polyglot.Trino,
  bigquery: Polyglot.BigQuery,
  snowflake: Polyglot.Snowflake,
};

const SMALL = withRules({
  rules: [ifYes(-30), gateIf(true), when('derived', 'equal', 'large'), when('share', 'above', 0.3)],
});
const written = (dialect: DialectId, wide = false): string =>
  sqlStatement(SMALL, { dialect, table: ['lake', 'panel'], keys: ['id'], perspective: 'p', wide }) as string;

const BROKEN = ['SELECT 1 +', 'SELECT CASE WHEN a THEN 1 FROM t', 'WITH a AS (SELECT 1 SELECT a FROM a'];

describe.each(DIALECT_IDS)('%s', id => {
  it('is read by a parser of the dialect, which notices what is broken', () => {
    for (const wide of [false, true]) expect(parse(written(id, wide), POLYGLOT[id]).error).toBeNull();
    for (const broken of BROKEN) expect(parse(broken, POLYGLOT[id]).success).toBe(false);
  });

  it('is read for the shipped rule set', async () => {
    const ruleSet = await shippedRuleSet();
    const [perspective] = ruleSet.perspectives.keys();
    const options = { dialect: id, table: ['panel'], keys: ['id'], perspective: perspective! };
    expect(parse(sqlStatement(ruleSet, options) as string, POLYGLOT[id]).error).toBeNull();
  });
});

it.each([
  ['Spark', 'spark', new SparkSQL()],
  ['Trino', 'trino', new TrinoSQL()],
] as const)('%s’s own grammar reads it', (_, id, parser) => {
  for (const wide of [false, true]) expect(parser.validate(written(id, wide))).toEqual([]);
  for (const broken of BROKEN) expect(parser.validate(broken)).not.toEqual([]);
});

it('what is only parsed says what DuckDB’s statement says, but for marks, types and how numbers are written', () => {
  for (const id of DIALECT_IDS.filter(id => DIALECTS[id].held === 'parsed'))
    for (const wide of [false, true])
      expect(common(written(id, wide), id)).toBe(common(written('duckdb', wide), 'duckdb'));
});

/** A statement with what a dialect writes in its own way written as DuckDB does. */
function common(sql: string, id: DialectId): string {
  const { title, types, real } = DIALECTS[id];
  return sql
    .replaceAll(title, 'DuckDB')
    .replaceAll('`', '"')
    .replace(/(TRY|SAFE)_CAST\(/g, 'CAST(')
    .replaceAll(`AS ${types.text})`, 'AS VARCHAR)')
    .replaceAll(`AS ${types.real})`, 'AS DOUBLE)')
    .replaceAll(real[1], 'e0')
    .replaceAll('1e9e0', '1e9')
    .replace(/\s+/g, ' '); // Lines end where they are full.
}

it('a rule set that needs more columns than PostgreSQL has in a step is told apart, not cut', () => {
  const rules = Array.from({ length: 800 }, (_, i) => ({
    ...ifYes(1 + (i % 50)),
    when: { any: [{ fact: 'share', operator: 'above', value: i / 1000 }] },
  }));
  const many = withRules({ rules });
  const options = { table: ['panel'], keys: ['id'], perspective: 'p' };
  expect(sqlStatement(many, { ...options, dialect: 'postgresql' })).toEqual({
    kind: 'too-wide',
    stage: 'fired',
    columns: 1603,
    most: 1600,
  });
  expect(typeof sqlStatement(many, { ...options, dialect: 'duckdb' })).toBe('string');
});
