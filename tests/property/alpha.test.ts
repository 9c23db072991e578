import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaInterval } from '../../src/analysis/alpha-interval.js';
import { krippendorffAlpha, METRICS, type MetricName, type Unit } from '../../src/analysis/krippendorff.js';

const values = fc.integer({ min: 0, max: 4 });
const unitsArbitrary: fc.Arbitrary<Unit[]> = fc.array(fc.array(values, { maxLength: 4 }), { maxLength: 12 });
const names = Object.keys(METRICS) as MetricName[];
const alphas = (units: readonly Unit[]) => names.map(name => krippendorffAlpha(units, METRICS[name]));

/** Alpha as the mean difference within units over that of all pairs, pair by pair. */
function pairByPair(units: readonly Unit[], name: MetricName): number {
  const paired = units.filter(({ length }) => length > 1);
  const all = paired.flat();
  const between = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const inside = all.filter(x => x >= low && x <= high).length;
    return inside - all.filter(x => x === a).length / 2 - all.filter(x => x === b).length / 2;
  };
  const difference: Record<MetricName, (a: number, b: number) => number> = {
    nominal: (a, b) => Number(a !== b),
    ordinal: (a, b) => (a === b ? 0 : between(a, b) ** 2),
    interval: (a, b) => (a - b) ** 2,
  };
  const d = difference[name];
  const pairs = (list: Unit) =>
    list.flatMap((a, i) => list.flatMap((b, j) => (i === j ? [] : d(a, b)))).reduce((x, y) => x + y, 0);
  const observed = paired.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
}

describe("Krippendorff's alpha", () => {
  it('is what it is pair by pair', () => {
    fc.assert(
      fc.property(unitsArbitrary, fc.constantFrom(...names), (units, name) => {
        const { alpha } = krippendorffAlpha(units, METRICS[name]);
        fc.pre(alpha !== null);
        expect(alpha).toBeCloseTo(pairByPair(units, name), 9);
      }),
    );
  });

  it('is 1 exactly where all that can be paired agrees and something varies', () => {
    fc.assert(
      fc.property(unitsArbitrary, units => {
        const paired = units.filter(({ length }) => length > 1);
        const agree = paired.every(unit => new Set(unit).size === 1);
        const varies = new Set(paired.flat()).size > 1;
        for (const { alpha, why } of alphas(units)) {
          expect(alpha === 1).toBe(agree && varies && paired.length > 1);
          expect(alpha === null).toBe(why !== null);
          expect(alpha === null).toBe(paired.length < 2 || !varies);
        }
      }),
    );
  });

  it('does not hang on the order of coders or units, nor on units that pair nothing', () => {
    fc.assert(
      fc.property(unitsArbitrary, fc.array(values, { maxLength: 3 }), (units, single) => {
        const other = [...units, ...single.map(value => [value])].reverse().map(unit => [...unit].reverse());
        const [here, there] = [alphas(units), alphas(other)];
        here.forEach(({ alpha }, i) => {
          if (alpha === null) expect(there[i]!.alpha).toBeNull();
          else expect(there[i]!.alpha).toBeCloseTo(alpha, 12);
        });
      }),
    );
  });

  it('does not hang on names where values are only told apart, nor on unit and zero of a number, nor on distances of levels', () => {
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(unitsArbitrary, shuffled, (units, names) => {
        fc.pre(krippendorffAlpha(units, METRICS.nominal).alpha !== null);
        for (const [name, of] of [
          ['nominal', (value: number) => names[value]!],
          ['interval', (value: number) => 3 * value - 7],
          ['ordinal', (value: number) => 2 ** value],
        ] as const) {
          const [a, b] = [units, units.map(unit => unit.map(of))].map(
            one => krippendorffAlpha(one, METRICS[name]).alpha!,
          );
          expect(b).toBeCloseTo(a!, 9);
        }
      }),
    );
  });

  it('is said of no unit, one unit and one value alone, with why', () => {
    const why = (...units: Unit[]) => krippendorffAlpha(units, METRICS.ordinal).why;
    expect([why([1], [2]), why([1, 2], [3]), why([1, 1], [1, 1]), why([1, 1], [2, 2])]).toEqual([
      'no-pairs',
      'one-unit',
      'no-variation',
      null,
    ]);
  });
});

describe('the interval of alpha', () => {
  const units = Array.from({ length: 30 }, (_, i) => [i % 4, i % 5 === 0 ? (i + 1) % 4 : i % 4]);

  it('holds alpha, is the same for the same seed and within the range of alpha', () => {
    const { alpha } = krippendorffAlpha(units, METRICS.ordinal);
    const interval = alphaInterval(units, METRICS.ordinal, 1)!;
    expect(interval).toEqual(alphaInterval(units, METRICS.ordinal, 1));
    expect(interval).not.toEqual(alphaInterval(units, METRICS.ordinal, 2));
    expect(interval[0] < alpha! && alpha! < interval[1] && interval[1] <= 1).toBe(true);
  });

  it('is not given for fewer than ten units, nor where resamples often do not vary', () => {
    expect(alphaInterval(units.slice(0, 9), METRICS.ordinal, 1)).toBeNull();
    const rare = [...Array.from({ length: 11 }, () => [1, 1]), [1, 2]];
    expect(alphaInterval(rare, METRICS.nominal, 1)).toBeNull();
  });
});
