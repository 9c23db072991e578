import { didYouMean } from '../diagnostics/suggest.js';
import type { Domain } from '../model/fact.js';

/** What is wrong with an interval, or the most likely number in it, and at which of the two keys. */
export interface BetweenProblem {
  key: 'between' | 'likely';
  kind: 'order' | 'range';
  message: string;
}

/** What is wrong with an interval inside a range, and with its most likely number. */
export function betweenProblems(
  between: readonly number[],
  likely: number | undefined,
  { low, high }: { low: number; high: number },
): BetweenProblem[] {
  const [from, to] = between as readonly [number, number];
  if (from > to) return [{ key: 'between', kind: 'order', message: '`between` must run from low to high' }];
  const problems: BetweenProblem[] = [];
  if (from < low || to > high) {
    const message = `\`between\` must stay within the range from ${low} to ${high}`;
    problems.push({ key: 'between', kind: 'range', message });
  }
  if (likely !== undefined && (likely < from || likely > to)) {
    problems.push({ key: 'likely', kind: 'order', message: '`likely` must lie inside `between`' });
  }
  return problems;
}

/** What is wrong with the sum of probabilities, or undefined. */
export function sumProblem(probabilities: Readonly<Record<string, number>>): string | undefined {
  const sum = Object.values(probabilities).reduce((a, b) => a + b, 0);
  return Math.abs(sum - 1) <= 1e-6 ? undefined : `the probabilities sum to ${Number(sum.toFixed(6))}, not 1`;
}

/** The words among the keys of a map by level that are no level of the fact, with what to say of each. */
export function strangeLevels(
  byLevel: Readonly<Record<string, unknown>>,
  fact: string,
  { values }: Exclude<Domain, { kind: 'number' }>,
): { word: string; message: string; help: string }[] {
  const known = values.map(String);
  return Object.keys(byLevel)
    .filter(word => !known.includes(word))
    .map(word => ({
      word,
      message: `\`${word}\` is not a level of \`${fact}\``,
      help: didYouMean(word, known) ?? `its levels are ${known.map(one => `\`${one}\``).join(', ')}`,
    }));
}
