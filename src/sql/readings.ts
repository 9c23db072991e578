import type { Fact, Interval } from '../model/fact.js';
import type { ColumnReading } from '../model/table-map.js';
import { type Dialect, realLiteral, textLiteral } from './dialect.js';

/** What kind of values a column holds, where that is known. */
export type ColumnKind = 'text' | 'number' | 'other';

/** A condition on a column, and the step that the fact has where this is the first that holds; null where it is unknown. */
export interface StepCase {
  when: string;
  step: number | null;
}

/** Beyond these a number is not finite. */
const GREATEST = Number.MAX_VALUE;

/**
 * How the values of a column become steps of a fact. A value for which none of these holds, or that of `MISFIT`, is none that
 * the fact can have. Where the kind of the column is not known, it is compared as numbers if the reading names nothing else.
 */
export function stepCases(
  column: string,
  reading: ColumnReading,
  fact: Fact,
  dialect: Dialect,
  kind?: ColumnKind,
): StepCase[] {
  const { types, number: asNumber } = dialect;
  const text = kind === 'text' ? column : `CAST(${column} AS ${types.text})`;
  const number =
    kind === 'number'
      ? `CAST(${column} AS ${types.real})`
      : `${asNumber[0]}${kind ? text : column}${asNumber[1]}`;
  const isText = (one: string | number) => `${text} = ${textLiteral(String(one), dialect)}`;
  const isReal = (one: string | number) => `${number} = ${realLiteral(Number(one), dialect)}`;
  const { as } = reading;
  const isNumeric =
    kind === 'number' ||
    (kind === undefined && (as.kind !== 'texts' || [...as.texts.keys()].every(isNumber)));
  return [
    { when: `${column} IS NULL`, step: null },
    ...missingCases(reading, kind, isNumeric).map(({ one, real }) => ({
      when: real ? isReal(one) : isText(one),
      step: null,
    })),
    ...(as.kind === 'texts'
      ? [...as.texts]
          .filter(([one]) => !isNumeric || isNumber(one))
          .map(([one, step]) => ({ when: isNumeric ? isReal(one) : isText(one), step }))
      : numberCases(
          as.factor === 1 ? number : `${number} * ${realLiteral(as.factor, dialect)}`,
          as,
          fact,
          dialect,
        )),
  ];
}

/** What stands for a missing value, and whether it is compared as a number; texts first, as some could not be read as one. */
function missingCases(
  { missing }: ColumnReading,
  kind: ColumnKind | undefined,
  isNumeric: boolean,
): { one: string | number; real: boolean }[] {
  const isReal = (one: string | number) =>
    isNumeric ? isNumber(one) : kind !== undefined && typeof one === 'number';
  return missing
    .map(one => ({ one, real: isReal(one) }))
    .filter(({ real }) => real || kind !== 'number')
    .sort((a, b) => Number(a.real) - Number(b.real));
}

/** From the lowest up, each by where it ends; first what lies below all. What is no number is in none. */
function numberCases(
  value: string,
  as: Exclude<ColumnReading['as'], { kind: 'texts' }>,
  { domain, steps }: Fact,
  dialect: Dialect,
): StepCase[] {
  const ends: [end: string, bound: number, step: number][] =
    as.kind === 'cuts'
      ? as.cuts.map(({ below, step }) => (below === null ? ['<=', GREATEST, step] : ['<', below, step]))
      : (steps as readonly Interval[]).map(({ high, highOpen }, i) => [highOpen ? '<' : '<=', high, i]);
  const low = domain.kind === 'number' && as.kind === 'number' ? domain.low : -GREATEST;
  return [['<', low, MISFIT] as const, ...ends].map(([end, bound, step]) => ({
    when: `${value} ${end} ${realLiteral(bound, dialect)}`,
    step,
  }));
}

/** What no step stands for: a value that the fact cannot have. */
export const MISFIT = -1;

function isNumber(text: string | number): boolean {
  return typeof text === 'number' || (text.trim() !== '' && Number.isFinite(Number(text)));
}
