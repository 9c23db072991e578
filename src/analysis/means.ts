/** The mean of some numbers. */
export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** The standard error of the mean of independent replicates; null of a single one, which is exact. */
export function standardError(values: readonly number[]): number | null {
  if (values.length === 1) return null;
  const m = mean(values);
  const variance = values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}

/** What a sum of many small numbers leaves above 1 or below 0 is no probability. */
export function asProbability(x: number): number {
  return Math.min(1, Math.max(0, x));
}
