import type { Fact, Step } from '../model/fact.js';
import { type Dialect, quoted, realLiteral, textLiteral } from './dialect.js';
import type { Namer } from './names.js';
import type { Column } from './stage.js';

/** From columns of the table to the value of a fact, as an expression; NULL is unknown. A map supplies its own. */
export type FactColumns = (fact: Fact, dialect: Dialect) => string;

/** Without a map the column is named as the fact. `t` is the table: some engines would take the new name for the column. */
export const namedAsFacts: FactColumns = ({ id }, dialect) => `t.${quoted(id, dialect)}`;

/** What no step stands for: a value that the fact cannot have. */
export const MISFIT = -1;

/** A fact as the number of its step: NULL where unknown, and -1 for a value that it cannot have. */
export function stepColumn(fact: Fact, name: Namer, dialect: Dialect): Column {
  const { text, real } = dialect.types;
  const isNumber = fact.domain.kind === 'number';
  const value = `CAST(${quoted(name(fact.id), dialect)} AS ${isNumber ? real : text})`;
  const cases = isNumber ? numberCases(fact, value, dialect) : wordCases(fact, value, dialect);
  const isUnknown = `WHEN ${quoted(name(fact.id), dialect)} IS NULL THEN NULL`;
  return {
    name: name(fact.id, 'step'),
    about: `${fact.id}: ${fact.title}`,
    sql: ['CASE', ...[isUnknown, ...cases, `ELSE ${MISFIT}`].map(line => `  ${line}`), 'END'].join('\n    '),
    reads: [name(fact.id)],
  };
}

/** Words are compared as text: an enumeration would refuse to be compared with what is none of its values. */
function wordCases({ steps }: Fact, value: string, dialect: Dialect): string[] {
  return steps.map(
    (step, i) =>
      `WHEN ${value} = ${textLiteral('value' in step ? String(step.value) : '', dialect)} THEN ${i}`,
  );
}

/** From the lowest stretch up, each by where it ends; first what lies below all. What is no number is in none. */
function numberCases({ domain, steps }: Fact, value: string, dialect: Dialect): string[] {
  const { low } = domain as { low: number };
  return [
    `WHEN ${value} < ${realLiteral(low, dialect)} THEN ${MISFIT}`,
    ...steps.map((step, i) => `WHEN ${value} ${endOf(step, dialect)} THEN ${i}`),
  ];
}

function endOf(step: Step, dialect: Dialect): string {
  const { high, highOpen } = step as Extract<Step, { high: number }>;
  return `${highOpen ? '<' : '<='} ${realLiteral(high, dialect)}`;
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
