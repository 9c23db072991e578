import { describe, expect, it } from 'vitest';
import { fixWeights, normalise } from '../../../src/mcda/weights.js';

const weights = (shares: Record<string, number>) => new Map(Object.entries(shares));

describe('weights', () => {
  it('are scaled to sum to 1, in order of criterion id', () => {
    expect([...normalise(weights({ b: 3, a: 1 }))]).toEqual([
      ['a', 0.25],
      ['b', 0.75],
    ]);
  });

  it('of any size that a file can hold are scaled without overflow', () => {
    expect(normalise(weights({ a: 1e308, b: 1e308 }))).toEqual(weights({ a: 0.5, b: 0.5 }));
    expect(normalise(weights({ a: 1e-300, b: 1e-300 }))).toEqual(weights({ a: 0.5, b: 0.5 }));
  });
});

describe('fixed weights', () => {
  it('leave the others in proportion', () => {
    expect(fixWeights(weights({ a: 0.2, b: 0.3, c: 0.5 }), weights({ c: 0 }))).toEqual(
      weights({ a: 0.4, b: 0.6, c: 0 }),
    );
  });

  it('leave the rest in equal parts to others that are all 0', () => {
    expect(fixWeights(weights({ a: 1, b: 0, c: 0 }), weights({ a: 0.5 }))).toEqual(
      weights({ a: 0.5, b: 0.25, c: 0.25 }),
    );
  });

  it('change nothing where there are none', () => {
    expect(fixWeights(weights({ a: 0.2, b: 0.8 }), weights({}))).toEqual(weights({ a: 0.2, b: 0.8 }));
  });

  it('cannot sum to more than 1, nor to less with none left', () => {
    const half = weights({ a: 0.5, b: 0.5 });
    expect(fixWeights(half, weights({ a: 0.8, b: 0.4 }))).toEqual({ sum: 1.2 });
    expect(fixWeights(half, weights({ a: 0.5, b: 0.25 }))).toEqual({ sum: 0.75 });
  });

  it('are shares of criteria that there are', () => {
    expect(fixWeights(weights({ a: 1 }), weights({ z: 0.5 }))).toEqual({ unknown: 'z' });
    expect(fixWeights(weights({ a: 1 }), weights({ a: -0.1 }))).toEqual({ noShare: 'a' });
    expect(fixWeights(weights({ a: 1 }), weights({ a: Number.NaN }))).toEqual({ noShare: 'a' });
  });
});
