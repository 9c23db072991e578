/** A figure with its standard error, which is null where the figure is exact. */
export interface Estimate {
  value: number;
  error: number | null;
}

/**
 * The ratio of two sums that are given by replicate, with the standard error of a ratio estimate by the delta method
 * (Cochran 1977, Sampling Techniques, ch. 6; recalled). A replicate may have a mass of 0; all of them may not. Of a single
 * replicate the ratio is exact.
 */
export function ratio(sums: readonly number[], masses: readonly number[]): Estimate {
  const value = total(sums) / total(masses);
  if (sums.length === 1) return { value, error: null };
  const mass = total(masses) / masses.length;
  const squares = sums.reduce((sum, x, i) => sum + ((x - value * masses[i]!) / mass) ** 2, 0);
  return { value, error: Math.sqrt(squares / (sums.length - 1) / sums.length) };
}

/**
 * The same of a probability, which is from 0 to 1. The error of one that is estimated is never below the share of one
 * draw: what no draw out of n met may still happen, and a lattice tells shares apart by no less.
 */
export function probability(sums: readonly number[], masses: readonly number[]): Estimate {
  const { value, error } = ratio(sums, masses);
  return {
    value: asProbability(value),
    error: error === null ? null : Math.max(error, 1 / total(masses)),
  };
}

/** The sum of some numbers. */
export function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** What a sum of many small numbers leaves above 1 or below 0 is no probability. */
export function asProbability(x: number): number {
  return Math.min(1, Math.max(0, x));
}

/** What a mean of many scores leaves beyond 100 points either way is no score. */
export function asScore(x: number): number {
  return Math.min(100, Math.max(-100, x));
}
