import { describe, expect, it } from 'vitest';
import { agreement } from '../../../src/analysis/agreement.js';
import { missesOf } from '../../../src/analysis/case-misses.js';
import type { BacktestOption } from '../../../src/model/backtest.js';
import type { Judgement } from '../../../src/model/record.js';

/** An option of this rank, with a score that falls with it; without a rank it is excluded. */
const option = (id: string, judgement: Judgement, rank?: number): BacktestOption => ({
  ...{
    option: id,
    title: id,
    by: 'b',
    from: '2020',
    what: 'w',
    because: 'c',
    sources: [],
    ranks: {},
    judgement,
  },
  standing:
    rank === undefined ? { standing: 'excluded', by: [] } : { standing: 'ranked', rank, score: 10 - rank },
});
const misses = (...done: BacktestOption[]) =>
  missesOf({ done, ranked: 10, baselineRank: 6 }).map(({ kind, option: id }) => `${id} ${kind}`);

describe('a miss', () => {
  it('is none where what helped is in front, what failed is not, and what is unclear is anywhere', () => {
    expect(
      misses(option('a', 'worked', 2), option('b', 'did-not-work', 4), option('c', 'unclear', 1)),
    ).toEqual([]);
  });

  it('is a failure above what helped, and a failure among the first three', () => {
    expect(misses(option('a', 'partly', 4), option('b', 'did-not-work', 3))).toEqual([
      'b upside-down',
      'b failed-but-in-front',
    ]);
  });

  it('is what helped in the lower half, below the baseline, or excluded', () => {
    expect(misses(option('a', 'worked', 6))).toEqual(['a helped-but-in-lower-half']);
    expect(misses(option('a', 'partly', 7))).toEqual(['a helped-but-below-baseline']);
    expect(misses(option('a', 'worked'), option('b', 'did-not-work', 9))).toEqual([
      'b upside-down',
      'a helped-but-excluded',
    ]);
  });

  it('is what backfired above the baseline, but not what merely failed there', () => {
    expect(misses(option('a', 'backfired', 5))).toEqual(['a harmed-but-above-baseline']);
    expect(misses(option('a', 'did-not-work', 5))).toEqual([]);
  });
});

describe('agreement', () => {
  const resampling = { seed: 1, resamples: 500 };
  const good = { done: [option('a', 'worked', 1), option('b', 'did-not-work', 5)] };
  const bad = { done: [option('a', 'worked', 5), option('b', 'backfired', 1)] };

  it('counts pairs within cases, a tie as half', () => {
    const level = { done: [option('a', 'worked', 4), option('b', 'did-not-work', 4)] };
    const found = agreement([good, good, bad, level], resampling);
    expect(found.pairs).toEqual({ total: 4, higher: 2, level: 1, lower: 1 });
    expect(found.concordance).toBe(2.5 / 4);
  });

  it('by chance: three cases of two each in order are one way in eight', () => {
    expect(agreement([good, good, good], resampling).chance).toBeCloseTo(1 / 8, 12);
  });

  it('has an interval from five cases on, which the seed decides', () => {
    expect(agreement([good, good, bad, good], resampling).concordanceInterval).toBeNull();
    const five = [good, good, bad, good, good];
    const { concordanceInterval } = agreement(five, resampling);
    expect(concordanceInterval![0]).toBeLessThan(0.8);
    expect(concordanceInterval![1]).toBe(1);
    expect(agreement(five, resampling)).toEqual(agreement(five, resampling));
  });

  it('of nothing, and of what cannot be judged, is nothing', () => {
    for (const none of [[], [{ done: [option('a', 'unclear', 1)] }]]) {
      const { cases, concordance, chance, tauB } = agreement(none, resampling);
      expect([cases, concordance, chance, tauB]).toEqual([0, null, null, null]);
    }
  });
});
