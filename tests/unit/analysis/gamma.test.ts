import { describe, expect, it } from 'vitest';
import { gammaQuantiles, incompleteGamma } from '../../../src/analysis/gamma.js';

const rising = Float64Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);

describe('the incomplete gamma function', () => {
  it.each([0.01, 0.5, 1, 3, 20])('of shape 1 is 1 - exp(-x) at %d', x => {
    expect(incompleteGamma(1, x)).toBeCloseTo(1 - Math.exp(-x), 13);
  });

  it.each([0.1, 1, 2.5, 6, 15])('of shape 3 is 1 - exp(-x) (1 + x + x^2 / 2) at %d', x => {
    expect(incompleteGamma(3, x)).toBeCloseTo(1 - Math.exp(-x) * (1 + x + (x * x) / 2), 13);
  });

  it('of shape a half is the error function of the root: erf(1) = 0.8427007929497149', () => {
    expect(incompleteGamma(0.5, 1)).toBeCloseTo(0.842_700_792_949_714_9, 12);
  });

  it.each([0.2, 1.7, 30])(
    'rises with x and obeys P(a, x) = P(a + 1, x) + x^a e^-x / Gamma(a + 1) for a = %d',
    a => {
      let before = 0;
      for (let x = 0.05; x < 3 * a + 5; x += 0.37) {
        const here = incompleteGamma(a, x);
        expect(here).toBeGreaterThanOrEqual(before);
        // Gamma(a + 1) from the relation at one point; it has to hold at all others with the same.
        const step = (here - incompleteGamma(a + 1, x)) / (x ** a * Math.exp(-x));
        const unit = (incompleteGamma(a, 1) - incompleteGamma(a + 1, 1)) / Math.exp(-1);
        if (here < 1 - 1e-9) expect(step / unit).toBeCloseTo(1, 5);
        before = here;
      }
    },
  );
});

describe('quantiles of the gamma distribution', () => {
  it('of shape 1 are those of the exponential', () => {
    gammaQuantiles(1, rising).forEach((x, i) => {
      expect(x).toBeCloseTo(-Math.log1p(-rising[i]!), 9);
    });
  });

  it.each([0.003, 0.1, 0.9, 2, 10, 77, 500])('of shape %d undo the distribution', shape => {
    gammaQuantiles(shape, rising).forEach((x, i) => {
      // Nearer to 0 a number has few digits left.
      if (x > 1e-300) expect(incompleteGamma(shape, x)).toBeCloseTo(rising[i]!, 8);
    });
  });

  it('of shape 0 are all 0', () => {
    expect([...gammaQuantiles(0, rising)].every(x => x === 0)).toBe(true);
  });
});
