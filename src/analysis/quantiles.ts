import type { Quantiles } from '../model/robustness.js';
import { type Histogram, quantile } from './histogram.js';

const SHARES = { p5: 0.05, p50: 0.5, p95: 0.95 } as const;

/**
 * Quantiles over all replicates, and their standard errors from how those of single replicates differ; null of a single
 * replicate, which is exact.
 */
export function quantilesOf(replicates: readonly Histogram[]): { value: Quantiles; error: Quantiles | null } {
  const value = each(share => quantile(replicates, share)!);
  if (replicates.length === 1) return { value, error: null };
  return {
    value,
    error: each(share => {
      const found = replicates.flatMap(one => quantile([one], share) ?? []);
      const mean = found.reduce((a, b) => a + b, 0) / found.length;
      const squares = found.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      return Math.sqrt(squares / Math.max(1, found.length - 1) / found.length);
    }),
  };
}

function each(of: (share: number) => number): Quantiles {
  return { p5: of(SHARES.p5), p50: of(SHARES.p50), p95: of(SHARES.p95) };
}
