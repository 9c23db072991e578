/** One option of a case: the higher the better it stood, and whether it is judged to have helped. */
export interface Judged {
  height: number;
  helped: boolean;
}

/** Pairs of one option that helped and one that failed, by which of the two stood higher. */
export interface PairCount {
  total: number;
  higher: number;
  level: number;
  lower: number;
}

/** The pairs within one case. */
export function pairsOf(options: readonly Judged[]): PairCount {
  const failed = options.filter(({ helped }) => !helped);
  const signs = options
    .filter(({ helped }) => helped)
    .flatMap(({ height }) => failed.map(other => Math.sign(height - other.height)));
  const of = (sign: number) => signs.filter(one => one === sign).length;
  return { total: signs.length, higher: of(1), level: of(0), lower: of(-1) };
}

/** The pairs of several cases together. */
export function addPairs(all: readonly PairCount[]): PairCount {
  const sum = (key: keyof PairCount) => all.reduce((total, one) => total + one[key], 0);
  return { total: sum('total'), higher: sum('higher'), level: sum('level'), lower: sum('lower') };
}

/** The share of pairs in which the one that helped stood higher, a tie counting half; undefined without a pair. */
export function concordance({ total, higher, level }: PairCount): number | undefined {
  return total === 0 ? undefined : (higher + level / 2) / total;
}

/**
 * The probability that so many pairs or more are in order if within each case the judgements fell on its options by chance,
 * as many of each as there are. Exact: every way in which they can fall, case by case, the sums put together. The one-sided
 * permutation test of the Mann-Whitney statistic, stratified by case (van Elteren 1960 without weights; recalled). Undefined
 * without a pair.
 */
export function chanceOf(cases: readonly (readonly Judged[])[]): number | undefined {
  const pairs = addPairs(cases.map(pairsOf));
  if (pairs.total === 0) return undefined;
  const found = 2 * pairs.higher + pairs.level;
  const sums = cases.map(halvesByChance).reduce(convolved, new Map([[0, 1]]));
  return [...sums].reduce((p, [halves, mass]) => p + (halves >= found ? mass : 0), 0);
}

/** How likely each count of halves of pairs in order is, over all ways to call so many of the options helpful. */
function halvesByChance(options: readonly Judged[]): Map<number, number> {
  const count = options.filter(({ helped }) => helped).length;
  const ways = chosen(options, count).map(picked => {
    const { higher, level } = pairsOf(options.map(one => ({ ...one, helped: picked.has(one) })));
    return 2 * higher + level;
  });
  const masses = new Map<number, number>();
  for (const halves of ways) masses.set(halves, (masses.get(halves) ?? 0) + 1 / ways.length);
  return masses;
}

/** Every way to choose so many of these. */
function chosen<T>(items: readonly T[], count: number): Set<T>[] {
  if (count === 0) return [new Set()];
  return items.flatMap((item, i) =>
    chosen(items.slice(i + 1), count - 1).map(rest => new Set([item, ...rest])),
  );
}

function convolved(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [x, p] of a) for (const [y, q] of b) sums.set(x + y, (sums.get(x + y) ?? 0) + p * q);
  return sums;
}
