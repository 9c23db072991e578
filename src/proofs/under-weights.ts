import { solve } from 'yalps';

/** Points by which a comparison may be off, for a solver works in floating point. */
const MARGIN = 1e-7;

/**
 * Weights, from 0 and summing to 1, that put an option before all others, strictly or level with the best of them; undefined
 * where none do. `by` has for each other how far the option is ahead of it on each of so many
 * criteria; where there is no other any weights do. A linear programme: the
 * greatest t with sum of weight x difference >= t for each other.
 */
export function leadingWeights(
  by: readonly (readonly number[])[],
  count: number,
  isStrict: boolean,
): number[] | undefined {
  const criteria = Array.from({ length: count }, (_, c) => c);
  if (by.length === 0) return criteria.map(() => 1 / count);
  const needed = isStrict ? MARGIN : -MARGIN;
  if (by.some(row => Math.max(...row) < needed)) return undefined;
  const alone = criteria.find(c => by.every(row => row[c]! > needed));
  if (alone !== undefined) return criteria.map(c => Number(c === alone));
  const { status, result, variables } = solve<string, string>(
    {
      direction: 'maximize',
      objective: 't',
      constraints: [['sum', { equal: 1 }], ...by.map((_, i) => [`o${i}`, { min: 0 }] as const)],
      variables: [
        ['up', [['t', 1], ...by.map((_, i) => [`o${i}`, -1] as const)]],
        ['down', [['t', -1], ...by.map((_, i) => [`o${i}`, 1] as const)]],
        ...criteria.map(
          c => [`w${c}`, [['sum', 1], ...by.map((row, i) => [`o${i}`, row[c]!] as const)]] as const,
        ),
      ] as readonly (readonly [string, readonly (readonly [string, number])[]])[],
    },
    { precision: 1e-11 },
  );
  if (status !== 'optimal')
    throw new Error(`the solver ended as ${status} on a programme that has an answer`);
  if (!(result > needed)) return undefined;
  const found = new Map(variables);
  const raw = criteria.map(c => Math.max(0, found.get(`w${c}`) ?? 0));
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map(weight => weight / total);
}
