import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round1, roundParts, signed } from '../../../src/report/rounding.js';

describe('a rounded number', () => {
  it('has one decimal, halves away from 0', () => {
    expect([0.25, -0.25, 0.249, 1.005].map(round1)).toEqual([0.3, -0.3, 0.2, 1]);
  });

  it('counts a half as one though it was summed to a hair less', () => {
    expect(round1(0.15 - 1e-15)).toBe(0.2);
  });

  it('is never -0', () => {
    expect(Object.is(round1(-0.01), 0)).toBe(true);
  });
});

describe('a signed number', () => {
  it.each<[number, 0 | 1, string]>([
    [3.14, 1, '+3.1'],
    [-3.16, 1, '-3.2'],
    [0, 1, '0.0'],
    [-0.04, 1, '0.0'],
    [20, 0, '+20'],
    [-0.4, 0, '0'],
  ])('%d with %d decimals is %s', (x, decimals, text) => {
    expect(signed(x, decimals)).toBe(text);
  });
});

describe('rounded parts', () => {
  it('give what is left over to the largest remainders', () => {
    expect(roundParts([1 / 3, 1 / 3, 1 / 3])).toEqual([0.4, 0.3, 0.3]);
    expect(roundParts([0.07, 0.02, -0.06])).toEqual([0.1, 0, -0.1]);
  });

  it('of nothing are none', () => {
    expect(roundParts([])).toEqual([]);
  });

  it('add up to the printed total, each less than a tenth from what it was', () => {
    const part = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        const tenths = (x: number) => Math.round(x * 10);
        const printed = roundParts(parts);
        const total = round1(parts.reduce((a, b) => a + b, 0));
        expect(printed.reduce((sum, one) => sum + tenths(one), 0)).toBe(tenths(total));
        for (const [i, one] of printed.entries()) expect(Math.abs(one - parts[i]!)).toBeLessThan(0.1 + 1e-6);
      }),
    );
  });
});
