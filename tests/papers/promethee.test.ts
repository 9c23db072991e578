import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preference, prometheeFlows } from '../../src/mcda/promethee.js';
import type { Cells } from '../../src/mcda/weight-stability.js';
import { normalise } from '../../src/mcda/weights.js';
import type { Thresholds } from '../../src/model/rule-set.js';

const cells = (rows: Record<string, readonly number[]>): Cells =>
  new Map(Object.entries(rows).map(([option, row]) => [option, new Map(row.map((x, c) => [`c${c}`, x]))]));
const weightsOf = (weights: readonly number[]) => normalise(new Map(weights.map((w, c) => [`c${c}`, w])));
const alike = (n: number, one: Thresholds) => new Map(Array.from({ length: n }, (_, c) => [`c${c}`, one]));
const USUAL = { indifference: 0, preference: 0 };

const flows = (rows: Record<string, readonly number[]>, weights: readonly number[], one: Thresholds) =>
  Object.fromEntries(
    prometheeFlows(cells(rows), weightsOf(weights), alike(weights.length, one)).map(({ option, ...flow }) => [
      option,
      flow,
    ]),
  );
const first = (found: Record<string, { net: number }>) =>
  Object.entries(found).sort(([, a], [, b]) => b.net - a.net)[0]![0];

describe('PROMETHEE II', () => {
  it('prefers by the linear criterion: nothing up to q, in full from p, in proportion between', () => {
    const one = { indifference: 10, preference: 30 };
    expect([-50, 0, 10, 15, 20, 30, 90].map(d => preference(d, one))).toEqual([0, 0, 0, 0.25, 0.5, 1, 1]);
    expect([-1, 0, 1e-9].map(d => preference(d, USUAL))).toEqual([0, 0, 1]);
  });

  it('of three options on two criteria, worked by hand', () => {
    // q = 10, p = 30, weights 0.6 and 0.4; rows a (40, 0), b (20, 20), c (0, 50).
    // On the first criterion a over b by 20: 0.5; a over c by 40: 1; b over c by 20: 0.5.
    // On the second b over a by 20: 0.5; c over a by 50: 1; c over b by 30: 1.
    // So a over b 0.3, a over c 0.6, b over c 0.3; b over a 0.2, c over a 0.4, c over b 0.4; flows are means over two rivals.
    const found = flows({ a: [40, 0], b: [20, 20], c: [0, 50] }, [0.6, 0.4], {
      indifference: 10,
      preference: 30,
    });
    expect(found.a).toEqual({
      positive: expect.closeTo(0.45, 12),
      negative: expect.closeTo(0.3, 12),
      net: expect.closeTo(0.15, 12),
    });
    expect(found.b).toEqual({
      positive: expect.closeTo(0.25, 12),
      negative: expect.closeTo(0.35, 12),
      net: expect.closeTo(-0.1, 12),
    });
    expect(found.c).toEqual({
      positive: expect.closeTo(0.4, 12),
      negative: expect.closeTo(0.45, 12),
      net: expect.closeTo(-0.05, 12),
    });
  });

  it('can reverse ranks when an option is added, though that one leads nowhere: why it is a check and no more', () => {
    const [a, b] = [
      [20, 0],
      [10, 20],
    ];
    expect(first(flows({ a: a!, b: b! }, [0.6, 0.4], USUAL))).toBe('a');
    const three = flows({ a: a!, b: b!, c: [0, 10] }, [0.6, 0.4], USUAL);
    expect(first(three)).toBe('b');
    expect(three.c!.net).toBeLessThan(Math.min(three.a!.net, three.b!.net));
  });

  const decision = fc.integer({ min: 1, max: 4 }).chain(criteria =>
    fc.record({
      rows: fc
        .array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: criteria, maxLength: criteria }), {
          minLength: 2,
          maxLength: 6,
        })
        .map(rows => Object.fromEntries(rows.map((row, o) => [`o${o}`, row]))),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: criteria, maxLength: criteria }),
      q: fc.nat(50),
      over: fc.nat(50),
    }),
  );

  it('has net flows that sum to 0, and ranks no option below one that it is at least as good as everywhere', () => {
    fc.assert(
      fc.property(decision, ({ rows, weights, q, over }) => {
        const found = flows(rows, weights, { indifference: q, preference: q + over });
        expect(Object.values(found).reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(0, 9);
        for (const [a, x] of Object.entries(rows))
          for (const [b, y] of Object.entries(rows))
            if (x.every((cell, c) => cell >= y[c]!))
              expect(found[a]!.net).toBeGreaterThanOrEqual(found[b]!.net - 1e-12);
      }),
      { numRuns: 1000 },
    );
  });

  it('on one criterion alone, any difference counting, ranks as the weighted sum does', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 8 }),
        scores => {
          const rows = Object.fromEntries(scores.map((x, o) => [`o${o}`, [x]]));
          const found = flows(rows, [1], USUAL);
          const order = Object.keys(rows).sort((a, b) => found[b]!.net - found[a]!.net);
          expect(order.map(option => rows[option]![0])).toEqual([...scores].sort((a, b) => b - a));
        },
      ),
    );
  });
});
