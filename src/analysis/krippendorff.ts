/** What all coders who gave one said of one unit, as numbers, in whatever order. Units with fewer than two pair nothing. */
export type Unit = readonly number[];

/** The squared difference of the c-th and the k-th of some ordered values, of which there are so many each. */
export type Metric = (
  values: readonly number[],
  counts: readonly number[],
) => (c: number, k: number) => number;

/**
 * The squared differences that Krippendorff gives for values that are only told apart, for ordered ones (by how many values
 * lie between them, half of their own included), and for numbers whose differences mean something while their 0 does not.
 */
export const METRICS = {
  nominal: () => (c, k) => Number(c !== k),
  ordinal: (_, counts) => {
    let below = 0;
    const middle = counts.map(count => {
      below += count;
      return below - count / 2;
    });
    return (c, k) => (middle[c]! - middle[k]!) ** 2;
  },
  interval: values => (c, k) => (values[c]! - values[k]!) ** 2,
} satisfies Record<string, Metric>;

/** The name of a metric. */
export type MetricName = keyof typeof METRICS;

/** Alpha, at most 1, below 0 where coders differ more than by chance; or why there is none. */
export interface Alpha {
  alpha: number | null;
  /** No unit was coded twice; only one was, so that chance is unknown; or all values are one and the same. */
  why: 'no-pairs' | 'one-unit' | 'no-variation' | null;
  /** How many units were coded at least twice, and how many values they have together. */
  units: number;
  values: number;
}

/**
 * Krippendorff's alpha, 1 - Do / De: with m values in a unit each pair of them counts 1 / (m - 1), and
 * alpha = 1 - (n - 1) sum o_ck d_ck / sum n_c n_k d_ck, where o_ck counts pairs within units, n_c values, n all of them, and
 * d the metric (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania; Hayes &
 * Krippendorff 2007, Communication Methods and Measures 1(1); formulas recalled, and held to published examples in
 * tests/papers). A missing value is no value: only what can be paired counts. Needs two units and two different values.
 */
export function krippendorffAlpha(units: readonly Unit[], metric: Metric): Alpha {
  const paired = pairable(units);
  const all = paired.flat();
  const told = { units: paired.length, values: all.length };
  if (paired.length === 0) return { alpha: null, why: 'no-pairs', ...told };
  if (paired.length === 1) return { alpha: null, why: 'one-unit', ...told };
  const ratio = disagreement(paired, all, metric);
  if (ratio === undefined) return { alpha: null, why: 'no-variation', ...told };
  return { alpha: 1 - ratio, why: null, ...told };
}

/** The units that pair anything. */
export function pairable(units: readonly Unit[]): Unit[] {
  return units.filter(unit => unit.length > 1);
}

/** Observed over expected disagreement; undefined where nothing varies, so that none can be expected. */
function disagreement(units: readonly Unit[], all: Unit, metric: Metric): number | undefined {
  const values = [...new Set(all)].sort((a, b) => a - b);
  const place = new Map(values.map((value, i) => [value, i]));
  const counted = countsOf(all, place);
  const difference = metric(values, counted);
  const expected = pairsOf(counted, difference);
  if (expected === 0) return undefined;
  const observed = units.reduce(
    (sum, unit) => sum + pairsOf(countsOf(unit, place), difference) / (unit.length - 1),
    0,
  );
  return ((all.length - 1) * observed) / expected;
}

function countsOf(values: Unit, place: ReadonlyMap<number, number>): number[] {
  const counts = Array<number>(place.size).fill(0);
  for (const value of values) counts[place.get(value)!]! += 1;
  return counts;
}

/** The sum of n_c n_k d_ck over c < k. */
function pairsOf(counts: readonly number[], difference: (c: number, k: number) => number): number {
  let sum = 0;
  for (let k = 1; k < counts.length; k += 1) {
    if (counts[k] === 0) continue;
    for (let c = 0; c < k; c += 1) if (counts[c]! > 0) sum += counts[c]! * counts[k]! * difference(c, k);
  }
  return sum;
}
