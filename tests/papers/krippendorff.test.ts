import { describe, expect, it } from 'vitest';
import { krippendorffAlpha, METRICS, type Metric, type Unit } from '../../src/analysis/krippendorff.js';

/** Units from a table of coders by units, in which `.` is missing. */
function unitsOf(...coders: readonly string[]): Unit[] {
  const rows = coders.map(row => row.trim().split(/ +/));
  return rows[0]!.map((_, unit) => rows.flatMap(row => (row[unit] === '.' ? [] : [Number(row[unit])])));
}

/** The ratio metric, which no fact of a codebook is measured by. */
const ratio: Metric = values => (c, k) => ((values[c]! - values[k]!) / (values[c]! + values[k]!)) ** 2;

describe('four observers, twelve units, missing values (Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, section E)', () => {
  // The paper prints three decimals; the fractions are these worked out exactly.
  const units = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );

  it.each([
    ['nominal', METRICS.nominal, 0.743, 113 / 152],
    ['ordinal', METRICS.ordinal, 0.815, 108_577 / 133_160],
    ['interval', METRICS.interval, 0.849, 951 / 1120],
    ['ratio', ratio, 0.797, 18_222_619 / 22_852_465],
  ] as const)('%s alpha', (_, metric, published, exact) => {
    const { alpha } = krippendorffAlpha(units, metric);
    expect(Number(alpha!.toFixed(3))).toBe(published);
    expect(alpha).toBeCloseTo(exact, 12);
  });

  it('pairs 40 values in 11 units: the one that a single observer coded is left out', () => {
    expect(krippendorffAlpha(units, METRICS.nominal)).toMatchObject({ units: 11, values: 40 });
  });
});

describe('three coders, fifteen units, most of them missing (the computational example of Wikipedia’s article on alpha)', () => {
  const units = unitsOf(
    '. . . . . 3 4 1 2 1 1 3 3 . 3',
    '1 . 2 1 3 3 4 3 . . . . . . .',
    '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
  );

  it('nominal alpha is 0.691, interval alpha 0.811', () => {
    expect(krippendorffAlpha(units, METRICS.nominal).alpha).toBeCloseTo(0.691358, 6);
    expect(krippendorffAlpha(units, METRICS.interval).alpha).toBeCloseTo(0.810845, 6);
  });
});
