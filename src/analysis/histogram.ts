/** Bins of a twentieth of a point over all scores, with the mass in each and the least score that fell into it. */
export interface Histogram {
  masses: Float64Array;
  least: Float64Array;
}

const BINS = 4001;

/** A histogram of nothing. */
export function emptyHistogram(): Histogram {
  return {
    masses: new Float64Array(BINS),
    least: new Float64Array(BINS).fill(Number.POSITIVE_INFINITY),
  };
}

/** Adds a score from -100 to 100 with its mass. */
export function addToHistogram({ masses, least }: Histogram, score: number, mass: number): void {
  const bin = Math.round((score + 100) * 20);
  masses[bin]! += mass;
  if (score < least[bin]!) least[bin] = score;
}

/**
 * The least score up to which there is this share of the mass of some histograms: exact where the scores in its bin are all
 * the same, else too low by less than a twentieth of a point. Null where there is no mass.
 */
export function quantile(histograms: readonly Histogram[], share: number): number | null {
  const mass = histograms.reduce((sum, { masses }) => sum + masses.reduce((a, b) => a + b, 0), 0);
  if (mass === 0) return null;
  let sum = 0;
  let least: number | null = null;
  for (let bin = 0; bin < BINS; bin += 1) {
    const here = histograms.reduce((own, { masses }) => own + masses[bin]!, 0);
    if (here === 0) continue;
    least = Math.min(...histograms.map(({ least }) => least[bin]!));
    sum += here;
    if (sum >= share * mass * (1 - 1e-12)) return least;
  }
  return least;
}
