import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { BacktestCase, BacktestOption, Concordance, Spread } from '../model/backtest.js';
import type { Judgement } from '../model/record.js';
import { addPairs, chanceOf, concordance, type Judged, pairsOf } from './concordance.js';
import { type Paired, tauB } from './kendall.js';

/** From what the intervals are drawn. */
export interface Resampling {
  seed: number;
  resamples: number;
}

/** How good each judgement is; what cannot be said has none. */
const GRADES: Record<Judgement, number | undefined> = {
  worked: 3,
  partly: 2,
  'did-not-work': 1,
  backfired: 0,
  unclear: undefined,
};

/** Whether an option is judged to have helped; undefined where that cannot be said, or where it was not to be ranked. */
export function helped({ judgement, standing }: BacktestOption): boolean | undefined {
  const grade = GRADES[judgement];
  return grade === undefined || standing.standing === 'left-out' ? undefined : grade >= 2;
}

/**
 * How far judgements and rankings agree over some cases. An excluded option stands below every other. Intervals are percentile
 * bootstrap ones (Efron and Tibshirani 1993, chapter 13; recalled): cases, not pairs, are drawn anew with replacement, for the
 * pairs of a case hang together; draws in which a figure is not defined are passed over. Fewer than five cases have no interval.
 */
export function agreement(
  all: readonly Pick<BacktestCase, 'done'>[],
  { seed, resamples }: Resampling,
): Concordance {
  const cases = all.map(({ done }) => judgedIn(done)).filter(({ length }) => length > 0);
  const figures = cases.map(options => ({ pairs: pairsOf(options), graded: options.map(gradeOf) }));
  const drawn = resampled(figures, seed, resamples);
  const pairs = addPairs(figures.map(one => one.pairs));
  return {
    cases: cases.length,
    options: cases.flat().length,
    pairs,
    concordance: concordance(pairs) ?? null,
    concordanceInterval: enough(figures.filter(one => one.pairs.total > 0))
      ? percentiles(drawn, concordanceOf)
      : null,
    chance: chanceOf(cases) ?? null,
    tauB: tauOf(figures) ?? null,
    tauBInterval: enough(figures) ? percentiles(drawn, tauOf) : null,
  };
}

type Graded = Judged & { grade: number };

function judgedIn(done: readonly BacktestOption[]): Graded[] {
  return done.flatMap(option => {
    const isHelpful = helped(option);
    if (isHelpful === undefined) return [];
    return [{ height: heightOf(option), helped: isHelpful, grade: GRADES[option.judgement]! }];
  });
}

/** Scores start at -100. */
export function heightOf({ standing }: BacktestOption): number {
  return standing.standing === 'ranked' ? standing.score : -101;
}

function gradeOf({ height, grade }: Graded): Paired {
  return [height, grade];
}

interface Figures {
  pairs: ReturnType<typeof pairsOf>;
  graded: readonly Paired[];
}

function concordanceOf(cases: readonly Figures[]): number | undefined {
  return concordance(addPairs(cases.map(({ pairs }) => pairs)));
}

function tauOf(cases: readonly Figures[]): number | undefined {
  return tauB(cases.flatMap(({ graded }) => graded));
}

function resampled<T>(items: readonly T[], seed: number, times: number): T[][] {
  const random = xoroshiro128plus(seed);
  return Array.from({ length: times }, () =>
    items.map(() => items[Math.floor(uniformFloat64(random) * items.length)]!),
  );
}

/** Below this resampling says nothing: of a single case it gives the case itself, however often. */
const FEWEST_CASES = 5;

function enough(cases: readonly unknown[]): boolean {
  return cases.length >= FEWEST_CASES;
}

/** From the 2.5th to the 97.5th percentile of what the draws give; null where none gives anything. */
function percentiles<T>(drawn: readonly T[], figure: (one: T) => number | undefined): Spread | null {
  const values = drawn.flatMap(one => figure(one) ?? []).sort((a, b) => a - b);
  if (values.length === 0) return null;
  const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
  return [at(0.025), at(0.975)];
}
