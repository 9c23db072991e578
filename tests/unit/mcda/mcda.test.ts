import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/mcda/rank.js';
import { weightedSum } from '../../../src/mcda/weighted-sum.js';
import { fixWeights, normalise } from '../../../src/mcda/weights.js';
import { roundParts } from '../../../src/report/rounding.js';

const weights = (shares: Record<string, number>) => new Map(Object.entries(shares));

describe('weights', () => {
  it('are scaled to sum to 1', () => {
    expect(normalise(weights({ a: 1, b: 3 }))).toEqual(weights({ a: 0.25, b: 0.75 }));
  });

  it('that are fixed leave the others in proportion', () => {
    expect(fixWeights(weights({ a: 0.2, b: 0.3, c: 0.5 }), weights({ c: 0 }))).toEqual(
      weights({ a: 0.4, b: 0.6, c: 0 }),
    );
  });

  it('that are all 0 beside a fixed one share the rest equally', () => {
    expect(fixWeights(weights({ a: 1, b: 0, c: 0 }), weights({ a: 0.5 }))).toEqual(
      weights({ a: 0.5, b: 0.25, c: 0.25 }),
    );
  });

  it('cannot sum to more than 1, nor to less with none left', () => {
    expect(fixWeights(weights({ a: 0.5, b: 0.5 }), weights({ a: 0.8, b: 0.4 }))).toEqual({ sum: 1.2 });
    expect(fixWeights(weights({ a: 0.5, b: 0.5 }), weights({ a: 0.5, b: 0.25 }))).toEqual({ sum: 0.75 });
    expect(fixWeights(weights({ a: 1 }), weights({ z: 0.5 }))).toEqual({ unknown: 'z' });
  });
});

describe('weighted sum and ranks', () => {
  it('of a table worked by hand: 0.5 x 80 + 0.3 x -20 + 0.2 x 10 = 36', () => {
    const cells: Record<string, number> = { a: 80, b: -20, c: 10 };
    expect(weightedSum(weights({ a: 0.5, b: 0.3, c: 0.2 }), id => cells[id]!)).toBe(36);
  });

  it('share a rank where scores are equal, and the next rank is skipped', () => {
    const ranked = rank(weights({ d: 1, b: 2, a: 3, c: 2 })).map(({ option, rank }) => `${option}${rank}`);
    expect(ranked).toEqual(['a1', 'b2', 'c2', 'd4']);
  });
});

describe('printed parts', () => {
  it('add up to the printed total', () => {
    const part = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        const printed = roundParts(parts);
        const total = parts.reduce((a, b) => a + b, 0);
        expect(Math.abs(printed.reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(0.0501);
        for (const [i, one] of printed.entries()) expect(Math.abs(one - parts[i]!)).toBeLessThan(0.1001);
      }),
    );
  });
});
