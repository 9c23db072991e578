import { describe, expect, it } from 'vitest';
import { type Paired, tauB } from '../../src/analysis/kendall.js';

const paired = (x: readonly number[], y: readonly number[]): Paired[] => x.map((one, i) => [one, y[i]!]);

/** The example of `tau_b` in the documentation of the R package ircor (rdrr.io/cran/ircor/man/tau.html), with its output. */
describe("Kendall's tau-b, as ircor documents it", () => {
  const x = [0.67, 0.45, 0.29, 0.12, 0.57, 0.24, 0.94, 0.75, 0.08, 0.54];
  const y = [0.48, 0.68, 0.32, 0.09, 0.06, 0.61, 0.87, 0.22, 0.44, 0.84];
  // To one decimal as R did it there, in tenths: 0.45 went down to 0.4.
  const roundedX = [7, 4, 3, 1, 6, 2, 9, 8, 1, 5];
  const roundedY = [5, 7, 3, 1, 1, 6, 9, 2, 4, 8];

  it('without ties', () => expect(tauB(paired(x, y))).toBeCloseTo(0.2, 12));
  it('with ties in one order', () => expect(tauB(paired(x, roundedY))).toBeCloseTo(0.2247333, 7));
  it('with ties in both', () => expect(tauB(paired(roundedX, roundedY))).toBeCloseTo(0.25, 12));
});

describe("Kendall's tau-b", () => {
  it('worked by hand: two pairs alike, one level in x, two in y, one in both', () => {
    // Items (1, 1), (1, 2), (2, 2), (2, 2), of which the last two are level in both. (1,1)-(1,2) is level in x, and (1,2) with
    // each of the last two is level in y; (1,1) with each of these is alike. P = 2, Q = 0, T = 1, U = 2.
    const items: Paired[] = [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 2],
    ];
    expect(tauB(items)).toBeCloseTo(2 / Math.sqrt((2 + 1) * (2 + 2)), 12);
  });

  it('is not defined where one of the two never varies, nor of nothing', () => {
    expect([tauB(paired([1, 1, 1], [1, 2, 3])), tauB([]), tauB([[1, 1]])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
