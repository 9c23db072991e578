import { describe, expect, it } from 'vitest';
import { weightedSum } from '../../../src/mcda/weighted-sum.js';
import { normalise } from '../../../src/mcda/weights.js';

const weights = (shares: Record<string, number>) => new Map(Object.entries(shares));
const of = (shares: Map<string, number> | ReturnType<typeof normalise>, cells: Record<string, number>) =>
  weightedSum(shares, criterion => cells[criterion]!);

describe('a weighted sum', () => {
  it('of a table worked by hand: 0.5 x 80 + 0.3 x -20 + 0.2 x 10 = 36', () => {
    expect(of(weights({ a: 0.5, b: 0.3, c: 0.2 }), { a: 80, b: -20, c: 10 })).toBe(36);
  });

  it('4.2 is rounded to nine decimals, and never -0', () => {
    expect(of(weights({ a: 0.1, b: 0.2 }), { a: 1, b: 1 })).toBe(0.3);
    expect(Object.is(of(weights({ a: 1 }), { a: -1e-10 }), 0)).toBe(true);
  });

  // Numbers so large that a 1 beside them is lost: only from `a` to `c` does it come last and stay.
  it('4.2 is summed in order of criterion id, however the weights were written', () => {
    const cells = { a: 4e20, b: -4e20, c: 4 };
    expect(of(normalise(weights({ c: 1, b: 2, a: 2 })), cells)).toBeCloseTo(0.8, 9);
    expect(of(normalise(weights({ a: 2, c: 1, b: 2 })), cells)).toBeCloseTo(0.8, 9);
  });
});
