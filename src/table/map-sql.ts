import type { Fact, Interval } from '../model/fact.js';
import type { ColumnReading } from '../model/table-map.js';

/** What kind of values a column of a table holds, as far as reading it goes. */
export type ColumnKind = 'text' | 'number' | 'other';

/** The codes of a fact: its steps by index, one for unknown, and one for what does not fit. */
export function codesOf({ steps }: Pick<Fact, 'steps'>): { unknown: number; misfit: number; type: string } {
  const unknown = steps.length;
  return { unknown, misfit: unknown + 1, type: unknown < 255 ? 'UTINYINT' : 'USMALLINT' };
}

/** A name as SQL has it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL has it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A number as SQL has it, as the same number to the last bit. */
function double(x: number): string {
  return `${quoteText(String(x))}::DOUBLE`;
}

/** The code of a fact, from the column that gives it, as an expression of DuckDB's SQL. It is never null. */
export function codeSql(reading: ColumnReading, fact: Fact, kind: ColumnKind): string {
  const { unknown, misfit, type } = codesOf(fact);
  const code = (n: number) => `${n}::${type}`;
  const column = quoteName(reading.column);
  const text = kind === 'text' ? column : `CAST(${column} AS VARCHAR)`;
  const number = kind === 'number' ? `CAST(${column} AS DOUBLE)` : `TRY_CAST(${text} AS DOUBLE)`;
  const whens = [
    `WHEN ${column} IS NULL${missingSql(reading, kind, text, number)} THEN ${code(unknown)}`,
    ...valuesSql(reading, fact, kind, { text, number, code }),
  ];
  return `CASE ${whens.join(' ')} ELSE ${code(misfit)} END`;
}

function missingSql({ missing }: ColumnReading, kind: ColumnKind, text: string, number: string): string {
  const texts = kind === 'number' ? [] : missing.filter(one => typeof one === 'string');
  const numbers = missing.filter(one => typeof one === 'number' || (kind === 'number' && isNumber(one)));
  return [
    texts.length > 0 ? ` OR ${text} IN (${texts.map(one => quoteText(String(one))).join(', ')})` : '',
    numbers.length > 0
      ? ` OR coalesce(${number} IN (${numbers.map(one => double(Number(one))).join(', ')}), false)`
      : '',
  ].join('');
}

function isNumber(text: string | number): boolean {
  return typeof text === 'number' || (text.trim() !== '' && Number.isFinite(Number(text)));
}

interface Parts {
  text: string;
  number: string;
  code(n: number): string;
}

function valuesSql(
  { as }: ColumnReading,
  fact: Fact,
  kind: ColumnKind,
  { text, number, code }: Parts,
): string[] {
  if (as.kind === 'texts') {
    const { texts } = as;
    if (kind !== 'number')
      return [...texts].map(([one, step]) => `WHEN ${text} = ${quoteText(one)} THEN ${code(step)}`);
    const numbers = [...texts].filter(([one]) => isNumber(one));
    return numbers.map(([one, step]) => `WHEN ${number} = ${double(Number(one))} THEN ${code(step)}`);
  }
  const scaled = as.factor === 1 ? number : `${number} * ${double(as.factor)}`;
  const finite = `coalesce(isfinite(${scaled}), false)`;
  if (as.kind === 'cuts') {
    return as.cuts.map(({ below, step }) =>
      below === null
        ? `WHEN ${finite} THEN ${code(step)}`
        : `WHEN ${finite} AND ${scaled} < ${double(below)} THEN ${code(step)}`,
    );
  }
  return fact.steps.map(
    (step, i) => `WHEN ${finite} AND ${within(scaled, step as Interval)} THEN ${code(i)}`,
  );
}

function within(x: string, { low, high, lowOpen, highOpen }: Interval): string {
  return `${x} ${lowOpen ? '>' : '>='} ${double(low)} AND ${x} ${highOpen ? '<' : '<='} ${double(high)}`;
}
