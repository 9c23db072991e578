import type { Between, Fact, Value } from '../model/fact.js';
import { bestEstimate } from '../model/reading.js';
import type { LongStatement } from '../model/resolve-scenario.js';
import type { StatedFact, Statement } from '../model/scenario.js';

/** A statement of one coding, and its weight. */
export interface Weighed {
  statement: Statement;
  weight: number;
}

/** What is known of a fact, in the form in which a file says it, without sources and note. */
export type Form = Pick<
  LongStatement,
  'value' | 'confidence' | 'likelihood' | 'probabilities' | 'between' | 'likely' | 'shape'
>;

/** A statement as a file says it: a value with its confidence or words of likelihood, probabilities, or an interval. */
export function formOf({ statement, confidence, likelihood }: StatedFact): Form {
  // Resolving words of likelihood puts the value that they are about first, likely or not.
  if (likelihood !== undefined && statement.kind === 'probabilities')
    return { value: statement.probabilities[0]![0], likelihood };
  if (confidence !== undefined) return { value: bestEstimate(statement)!, confidence };
  return plainForm(statement);
}

function plainForm(statement: Statement): Form {
  switch (statement.kind) {
    case 'value':
      return { value: statement.value };
    case 'probabilities':
      return { probabilities: Object.fromEntries(statement.probabilities) };
    case 'between':
      return betweenForm(statement);
    case 'unknown':
      return { value: 'unknown' };
  }
}

function betweenForm({ low, high, likely, shape }: Between): Form {
  return {
    between: [low, high],
    ...(likely !== undefined && { likely }),
    ...(shape === 'pert' && { shape }),
  };
}

/**
 * The linear opinion pool of some statements that differ, the weighted mean of their distributions (Stone 1961, Annals of
 * Mathematical Statistics 32(4), recalled). Words take probabilities; one that is certain to all stays a value. A mixture
 * of numbers is no shape that a scenario can state: they take the interval that holds all of theirs and, where codings of
 * more than half of the weight have a best estimate, the weighted median of these as the likely value.
 */
export function pooledForm(fact: Fact, weighed: readonly Weighed[]): Form {
  return fact.domain.kind === 'number' ? pooledNumber(weighed) : pooledWords(weighed);
}

function pooledWords(weighed: readonly Weighed[]): Form {
  const total = sumOf(weighed.map(({ weight }) => weight));
  const masses = new Map<Value, number>();
  for (const { statement, weight } of weighed) {
    const pairs = statement.kind === 'probabilities' ? statement.probabilities : certainOf(statement);
    for (const [value, p] of pairs) masses.set(value, (masses.get(value) ?? 0) + (p * weight) / total);
  }
  const likely = [...masses].filter(([, p]) => p > 1e-9);
  if (likely.length === 1) return { value: likely[0]![0] };
  return { probabilities: Object.fromEntries(rounded(likely)) };
}

function certainOf(statement: Statement): [Value, number][] {
  return statement.kind === 'value' ? [[statement.value, 1]] : [];
}

/** Probabilities with nine decimals; what rounding leaves over goes to the largest. */
function rounded(masses: readonly (readonly [Value, number])[]): [Value, number][] {
  const pairs = masses.map(([value, p]): [Value, number] => [value, to9(p)]);
  const largest = pairs.reduce((a, b) => (b[1] > a[1] ? b : a));
  largest[1] = to9(largest[1] + 1 - sumOf(pairs.map(([, p]) => p)));
  return pairs;
}

function to9(x: number): number {
  return Math.round(x * 1e9) / 1e9;
}

function pooledNumber(weighed: readonly Weighed[]): Form {
  const between: [number, number] = [
    Math.min(...weighed.map(({ statement }) => rangeOf(statement)[0])),
    Math.max(...weighed.map(({ statement }) => rangeOf(statement)[1])),
  ];
  const estimates = weighed.flatMap(({ statement, weight }) => {
    const estimate = bestEstimate(statement);
    return estimate === undefined ? [] : [{ value: Number(estimate), weight }];
  });
  const known = sumOf(estimates.map(({ weight }) => weight));
  if (between[0] === between[1]) return { value: between[0] };
  if (2 * known <= sumOf(weighed.map(({ weight }) => weight))) return { between };
  return { between, likely: weightedMedian(estimates) };
}

function rangeOf(statement: Statement): [number, number] {
  if (statement.kind === 'between') return [statement.low, statement.high];
  return statement.kind === 'value'
    ? [Number(statement.value), Number(statement.value)]
    : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
}

/** The number with half of the weight on either side; where that is any between two of them, the middle of these. */
export function weightedMedian(list: readonly { value: number; weight: number }[]): number {
  const sorted = list.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
  const half = sumOf(sorted.map(({ weight }) => weight)) / 2;
  let below = 0;
  for (const [i, { value, weight }] of sorted.entries()) {
    below += weight;
    if (Math.abs(below - half) <= 1e-12 * half) return to9((value + (sorted[i + 1]?.value ?? value)) / 2);
    if (below > half) return value;
  }
  return sorted.at(-1)!.value;
}

function sumOf(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}
