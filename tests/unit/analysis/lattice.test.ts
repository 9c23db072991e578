import { describe, expect, it } from 'vitest';
import { LATTICE_POINTS, shiftedLattices } from '../../../src/analysis/lattice.js';

const sorted = (column: Float64Array) => [...column].sort((a, b) => a - b);

describe('a shifted lattice', () => {
  it('has in every dimension one point in each of N equal cells', () => {
    const [lattice] = shiftedLattices(3, 1);
    for (const dimension of [0, 1, 7, 40]) {
      const points = sorted(lattice!(dimension));
      const first = points[0]!;
      expect(first).toBeLessThan(1 / LATTICE_POINTS);
      points.forEach((x, i) => {
        expect(x).toBeCloseTo(first + i / LATTICE_POINTS, 9);
      });
    }
  });

  it('is the same for the same seed, and another for another and for each replicate', () => {
    const head = (seed: number, replicate: number) => shiftedLattices(seed, 2)[replicate]!(5)[0];
    expect(head(1, 0)).toBe(head(1, 0));
    expect(new Set([head(1, 0), head(1, 1), head(2, 0)]).size).toBe(3);
  });

  it('integrates a product of twelve functions far better than as many random draws would', () => {
    // The mean of each factor 1 + (x - 1/2) / j is 1, and the variance of the product about 0.14.
    const estimates = shiftedLattices(1, 8).map(lattice => {
      const columns = Array.from({ length: 12 }, (_, j) => lattice(j));
      let sum = 0;
      for (let i = 0; i < LATTICE_POINTS; i += 1) {
        sum += columns.reduce((product, column, j) => product * (1 + (column[i]! - 0.5) / (j + 1)), 1);
      }
      return sum / LATTICE_POINTS;
    });
    const random = Math.sqrt(0.14 / LATTICE_POINTS);
    for (const estimate of estimates) expect(Math.abs(estimate - 1)).toBeLessThan(random / 4);
  });
});
