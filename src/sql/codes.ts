import type { Fact } from '../model/fact.js';
import type { ColumnReading } from '../model/table-map.js';
import { DIALECTS, quoted, textLiteral } from './dialect.js';
import { type ColumnKind, MISFIT, stepCases } from './readings.js';

/** The codes of a fact: its steps by index, one for unknown, and one for what does not fit. */
export function codesOf({ steps }: Pick<Fact, 'steps'>): { unknown: number; misfit: number; type: string } {
  const unknown = steps.length;
  return { unknown, misfit: unknown + 1, type: unknown < 255 ? 'UTINYINT' : 'USMALLINT' };
}

/** A name as DuckDB has it. */
export function quoteName(name: string): string {
  return quoted(name, DIALECTS.duckdb);
}

/** A text as DuckDB has it. */
export function quoteText(text: string): string {
  return textLiteral(text, DIALECTS.duckdb);
}

/** The code of a fact, from the column that gives it, as an expression of DuckDB's SQL. It is never null. */
export function codeSql(reading: ColumnReading, fact: Fact, kind: ColumnKind): string {
  const { unknown, misfit, type } = codesOf(fact);
  const code = (step: number | null) =>
    `${step === null ? unknown : step === MISFIT ? misfit : step}::${type}`;
  const cases = stepCases(quoteName(reading.column), reading, fact, DIALECTS.duckdb, kind);
  const whens = cases.map(({ when, step }) => `WHEN ${when} THEN ${code(step)}`);
  return `CASE ${whens.join(' ')} ELSE ${code(MISFIT)} END`;
}
