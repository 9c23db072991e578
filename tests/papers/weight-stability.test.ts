import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadUnderWeights } from '../../src/mcda/lead-under-weights.js';
import { type Cells, weightStability } from '../../src/mcda/weight-stability.js';

const cells = (rows: Record<string, Record<string, number>>): Cells =>
  new Map(Object.entries(rows).map(([option, row]) => [option, new Map(Object.entries(row))]));

describe('the stability interval of one weight', () => {
  it('ends where the tie is: w* = w - D (1 - w) / (d - D), for a margin D and a difference d on the criterion', () => {
    // a leads b: on x by -40, on y by 60, at weights 0.3 and 0.7 by D = -12 + 42 = 30. So with d = -40 a tie is at
    // w* = 0.3 - 30 x 0.7 / (-40 - 30) = 0.6: there 0.6 x -40 + 0.4 x 60 = 0.
    const rows = cells({ a: { x: 20, y: 60 }, b: { x: 60, y: 0 } });
    const weights = new Map([
      ['x', 0.3],
      ['y', 0.7],
    ]);
    const [x] = weightStability(rows, weights, 'a');
    expect([x!.low, x!.high]).toEqual([0, expect.closeTo(0.6, 12)]);
    expect(x!.winners.map(({ option }) => option)).toEqual(['a', 'b']);
  });

  it('is what the formula says, for any two options', () => {
    const point = fc.integer({ min: -100, max: 100 });
    const row = fc.record({ x: point, y: point, z: point });
    fc.assert(
      fc.property(row, row, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (a, b, p, q) => {
        const weights = new Map([
          ['x', p / (p + q + 3)],
          ['y', q / (p + q + 3)],
          ['z', 3 / (p + q + 3)],
        ]);
        const margin = [...weights].reduce((sum, [c, w]) => sum + w * (a[c as 'x'] - b[c as 'x']), 0);
        fc.pre(margin > 1e-6);
        const w = weights.get('x')!;
        const d = a.x - b.x;
        const tie = d === margin ? Number.NaN : w - (margin * (1 - w)) / (d - margin);
        const [x] = weightStability(cells({ a: { ...a }, b: { ...b } }), weights, 'a');
        expect(x!.high).toBeCloseTo(tie > w && tie < 1 ? tie : 1, 9);
        expect(x!.low).toBeCloseTo(tie < w && tie > 0 ? tie : 0, 9);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an option that is best on no criterion', () => {
  it('leads where it lies outside what the others span, and never inside it: worked by hand', () => {
    // Between (100, 0) and (0, 100) the middle is (50, 50): (60, 60) lies beyond it, (40, 40) short of it by 10.
    const weights = new Map([
      ['x', 0.9],
      ['y', 0.1],
    ]);
    const among = (middle: number) =>
      leadUnderWeights(
        cells({ a: { x: 100, y: 0 }, b: { x: 0, y: 100 }, m: { x: middle, y: middle } }),
        weights,
        'a',
      );
    const inside = among(40).find(({ option }) => option === 'm')!;
    expect(inside.never).toEqual({
      by: expect.closeTo(10, 9),
      mixture: [
        { option: 'a', share: expect.closeTo(0.5, 9) },
        { option: 'b', share: expect.closeTo(0.5, 9) },
      ],
    });
    // (60, 60) ties with a where 100 w = 60, so 0.9 has to fall to 0.6, and 0.1 to rise to 0.4.
    const outside = among(60).find(({ option }) => option === 'm')!;
    expect([outside.change, outside.weights]).toEqual([
      expect.closeTo(0.6, 9),
      { x: expect.closeTo(0.6, 9), y: expect.closeTo(0.4, 9) },
    ]);
  });
});
