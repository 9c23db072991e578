import type { Fact, Interval, Step } from '../model/fact.js';
import { namedReading } from '../model/parse-table-map.js';
import type { ColumnReading } from '../model/table-map.js';
import { type Dialect, quoted, realLiteral, textLiteral } from './dialect.js';
import type { Namer } from './names.js';
import { type ColumnKind, MISFIT, stepCases } from './readings.js';
import type { Column } from './stage.js';

/** Where a fact is from: a column of the table, or the same in every row; null for unknown. */
export type FactSource = { reading: ColumnReading; kind?: ColumnKind | undefined } | { step: Step | null };

/**
 * A column of the table under the name of the fact, or a value that is the same in every row. `t` is the table: some engines
 * would take the new name for the column.
 */
export function factColumn(fact: Fact, from: FactSource, name: Namer, dialect: Dialect): Column {
  if ('reading' in from)
    return { name: name(fact.id), sql: `t.${quoted(from.reading.column, dialect)}`, reads: [] };
  const { step } = from;
  const alike = step !== null && 'low' in step ? stepWords(fact, [fact.steps.indexOf(step)]) : undefined;
  return {
    name: name(fact.id),
    sql: constantSql(step, dialect),
    reads: [],
    // The value that was stated may be another one of these.
    ...(alike !== undefined && {
      about: `${fact.id}: one value for all ${alike}, which no rule tells apart`,
    }),
  };
}

/** A fact as the number of its step: NULL where unknown, and -1 for a value that it cannot have. */
export function stepColumn(fact: Fact, from: FactSource, name: Namer, dialect: Dialect): Column {
  const { reading, kind } =
    'reading' in from ? from : { reading: namedReading(fact, fact.id), kind: undefined };
  const cases = stepCases(quoted(name(fact.id), dialect), reading, fact, dialect, kind);
  const lines = [...cases.map(({ when, step }) => `WHEN ${when} THEN ${step ?? 'NULL'}`), `ELSE ${MISFIT}`];
  return {
    name: name(fact.id, 'step'),
    about: `${fact.id}: ${fact.title}`,
    sql: ['CASE', ...lines.map(line => `  ${line}`), 'END'].join('\n    '),
    reads: [name(fact.id)],
  };
}

/** A value of the step, or NULL. */
function constantSql(step: Step | null, dialect: Dialect): string {
  const { text, real } = dialect.types;
  if (step === null) return `CAST(NULL AS ${text})`;
  if ('value' in step) return `CAST(${textLiteral(String(step.value), dialect)} AS ${text})`;
  return `CAST(${realLiteral(within(step), dialect)} AS ${real})`;
}

/** A number of an interval. */
function within({ low, high, lowOpen, highOpen }: Interval): number {
  if (!lowOpen) return low;
  return highOpen ? (low + high) / 2 : high;
}

/** The steps of a set in words. */
export function stepWords({ domain, steps }: Fact, set: readonly number[]): string {
  if (domain.kind !== 'number') return set.map(i => sayStep(steps[i]!)).join(' or ');
  return runsOf(set)
    .map(([from, to]) => {
      const [first, last] = [steps[from]!, steps[to]!] as Extract<Step, { high: number }>[];
      return `from ${first!.low}${first!.lowOpen ? ' (left out)' : ''} to ${last!.high}${last!.highOpen ? ' (left out)' : ''}`;
    })
    .join(' or ');
}

function sayStep(step: Step): string {
  return 'value' in step ? String(step.value) : '';
}

/** The longest runs of neighbours in an ordered set of numbers. */
export function runsOf(set: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const step of set) {
    const last = runs.at(-1);
    if (last && last[1] === step - 1) last[1] = step;
    else runs.push([step, step]);
  }
  return runs;
}
