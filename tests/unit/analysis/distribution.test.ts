import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulative, incompleteBeta } from '../../../src/analysis/distribution.js';
import type { Between } from '../../../src/model/fact.js';

const between = (rest: Partial<Between>): Between => ({
  kind: 'between',
  low: 0,
  high: 1,
  shape: 'uniform',
  ...rest,
});
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

describe('the incomplete beta function', () => {
  it('is a sum of binomial terms for whole parameters (DLMF 8.17.5)', () => {
    const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const whole = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(unit, whole, whole, (x, a, b) => {
        const n = a + b - 1;
        let sum = 0;
        for (let j = a; j <= n; j += 1) sum += choose(n, j) * x ** j * (1 - x) ** (n - j);
        expect(incompleteBeta(x, a, b)).toBeCloseTo(sum, 12);
      }),
    );
  });

  it('of (1, b) is 1 - (1 - x)^b, for any b', () => {
    expect(incompleteBeta(0.3, 1, 2.7)).toBeCloseTo(1 - 0.7 ** 2.7, 13);
    expect(incompleteBeta(0.9, 1, 4.5)).toBeCloseTo(1 - 0.1 ** 4.5, 13);
  });
});

describe('the probability that a number in an interval is at most x', () => {
  it('is the share of the interval where nothing more is known', () => {
    expect(cumulative(between({ low: 0.2, high: 0.6 }), 0.3)).toBeCloseTo(0.25, 15);
  });

  it('of a triangle from 0 over 0.25 to 1 is 0.25 at its likely value and 2/3 at one half', () => {
    const triangle = between({ likely: 0.25, shape: 'triangular' });
    expect(cumulative(triangle, 0.25)).toBeCloseTo(0.25, 15);
    expect(cumulative(triangle, 0.5)).toBeCloseTo(1 - 0.25 / 0.75, 15);
  });

  it('of PERT has the mean (low + 4 likely + high) / 6', () => {
    const pert = between({ low: 2, high: 10, likely: 3, shape: 'pert' });
    const steps = 4000;
    let mean = 10;
    for (let i = 0; i < steps; i += 1) mean -= (cumulative(pert, 2 + (8 * (i + 0.5)) / steps) * 8) / steps;
    expect(mean).toBeCloseTo((2 + 12 + 10) / 6, 5);
  });

  it('is 0 at the low end, 1 at the high end, and never falls, whatever the shape', () => {
    const shape = fc.constantFrom('uniform' as const, 'triangular' as const, 'pert' as const);
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shape, unit, unit, unit, (shape, likely, x, y) => {
        const one = between({ shape, ...(shape !== 'uniform' && { likely }) });
        const [low, high] = x < y ? [x, y] : [y, x];
        expect(cumulative(one, low)).toBeLessThanOrEqual(cumulative(one, high) + 1e-12);
        expect([cumulative(one, 0), cumulative(one, 1)]).toEqual([0, 1]);
      }),
    );
  });
});
