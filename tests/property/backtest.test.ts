import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPairs, chanceOf, concordance, type Judged, pairsOf } from '../../src/analysis/concordance.js';
import { type Paired, tauB } from '../../src/analysis/kendall.js';

const judged = fc.record({ height: fc.integer({ min: -5, max: 5 }), helped: fc.boolean() });
const oneCase = fc.array(judged, { minLength: 1, maxLength: 6 });
const cases = fc.array(oneCase, { minLength: 1, maxLength: 4 });
const share = (all: readonly (readonly Judged[])[]) => concordance(addPairs(all.map(pairsOf)));
const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
  maxLength: 12,
});

describe('the share of pairs in order', () => {
  it('is from 0 to 1, and its chance from above 0 to 1; both are there where a pair is', () => {
    fc.assert(
      fc.property(cases, all => {
        const [found, chance] = [share(all), chanceOf(all)];
        expect((found === undefined) === (chance === undefined)).toBe(true);
        if (found === undefined || chance === undefined) return;
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('does not depend on the order of cases or options, and turns round with the judgements', () => {
    fc.assert(
      fc.property(cases, all => {
        const turned = all.map(one => one.toReversed()).toReversed();
        const opposite = all.map(one => one.map(({ height, helped }) => ({ height, helped: !helped })));
        expect(share(turned)).toEqual(share(all));
        const found = share(all);
        if (found === undefined) expect(share(opposite)).toBeUndefined();
        else expect(share(opposite)).toBeCloseTo(1 - found, 12);
      }),
    );
  });

  it('is 1 where everything that helped stands above everything that failed, and then least by chance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
          minLength: 1,
          maxLength: 3,
        }),
        sizes => {
          const perfect = sizes.map(([good, bad]) => [
            ...Array.from({ length: good }, (_, i) => ({ height: 10 + i, helped: true })),
            ...Array.from({ length: bad }, (_, i) => ({ height: -i, helped: false })),
          ]);
          expect(share(perfect)).toBe(1);
          // One way in so many: the product of the binomial coefficients of the cases.
          const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
          const ways = sizes.reduce((product, [good, bad]) => product * choose(good + bad, good), 1);
          expect(chanceOf(perfect)).toBeCloseTo(1 / ways, 12);
        },
      ),
    );
  });
});

describe("Kendall's tau-b", () => {
  it('is from -1 to 1, the same with the two orders exchanged, and turns round with one of them', () => {
    fc.assert(
      fc.property(items, all => {
        const swapped = all.map(([x, y]): Paired => [y, x]);
        const negated = all.map(([x, y]): Paired => [x, -y]);
        const tau = tauB(all);
        expect(tauB(swapped)).toEqual(tau);
        expect(tauB(all.toReversed())).toEqual(tau);
        if (tau === undefined) return;
        expect(Math.abs(tau)).toBeLessThanOrEqual(1 + 1e-12);
        expect(tauB(negated)).toBeCloseTo(-tau, 12);
      }),
    );
  });

  it('is 1 of two orders that are the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 8 }), xs => {
        expect(tauB(xs.map((x): Paired => [x, 3 * x]))).toBe(1);
      }),
    );
  });
});
