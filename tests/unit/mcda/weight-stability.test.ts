import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/mcda/rank.js';
import { type Cells, weightStability } from '../../../src/mcda/weight-stability.js';
import { weightedSum } from '../../../src/mcda/weighted-sum.js';
import { fixWeights, normalise, type Weights } from '../../../src/mcda/weights.js';

const cellsOf = (rows: Record<string, Record<string, number>>): Cells =>
  new Map(Object.entries(rows).map(([option, row]) => [option, new Map(Object.entries(row))]));
const weightsOf = (shares: Record<string, number>): Weights => new Map(Object.entries(shares));

/** The ranking at a weight, by the same functions that `--weight` uses. */
function rankedAt(cells: Cells, weights: Weights, criterion: string, share: number) {
  const fixed = fixWeights(weights, new Map([[criterion, share]])) as Weights;
  return rank(new Map([...cells].map(([option, row]) => [option, weightedSum(fixed, id => row.get(id)!)])));
}

describe('weight stability', () => {
  const cells = cellsOf({ a: { x: 60, y: 0 }, b: { x: 0, y: 30 }, c: { x: 10, y: 10 } });
  const weights = weightsOf({ x: 0.5, y: 0.5 });

  it('of two lines that cross: 60 t and 30 (1 - t) meet at 1/3', () => {
    const [x, y] = weightStability(cells, weights, 'a');
    expect([x!.low, x!.high]).toEqual([expect.closeTo(1 / 3, 12), 1]);
    expect([y!.low, y!.high]).toEqual([0, expect.closeTo(2 / 3, 12)]);
    expect(x!.winners).toEqual([
      { option: 'b', from: 0, to: expect.closeTo(1 / 3, 12) },
      { option: 'a', from: expect.closeTo(1 / 3, 12), to: 1 },
    ]);
  });

  it('is the whole of 0 to 1 for an option that leads everywhere, and where lines are parallel', () => {
    const parallel = cellsOf({ a: { x: 20, y: 20 }, b: { x: 10, y: 10 } });
    for (const { low, high, winners } of weightStability(parallel, weights, 'a')) {
      expect([low, high, winners]).toEqual([0, 1, [{ option: 'a', from: 0, to: 1 }]]);
    }
  });

  it('lets the others rise equally where one weight is all', () => {
    const all = weightsOf({ x: 1, y: 0, z: 0 });
    const rows = cellsOf({ a: { x: 10, y: 0, z: 0 }, b: { x: 0, y: 40, z: 20 } });
    const [x] = weightStability(rows, all, 'a');
    expect(x!.low).toBeCloseTo(30 / 40, 12); // 10 t = 30 (1 - t)
  });

  it('agrees with ranking anew at any weight', () => {
    const cell = fc.integer({ min: -100, max: 100 });
    const row = fc.record({ x: cell, y: cell, z: cell });
    const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), row, { minKeys: 2 });
    const stated = fc
      .record({ x: fc.nat(9), y: fc.nat(9), z: fc.nat(9) })
      .filter(({ x, y, z }) => x + y + z > 0);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rows, stated, fc.constantFrom('x', 'y', 'z'), share, (rows, stated, criterion, at) => {
        const cells = new Map([...cellsOf(rows)].sort());
        const weights = normalise(weightsOf(stated));
        const leader = rankedAt(cells, weights, criterion, weights.get(criterion)!)[0]!.option;
        const { low, high, winners } = weightStability(cells, weights, leader).find(
          one => one.criterion === criterion,
        )!;
        const near = (edge: number) => Math.abs(at - edge) < 1e-6;
        const edges = [low, high, ...winners.flatMap(({ from, to }) => [from, to])];
        fc.pre(!edges.some(near));
        const ranked = rankedAt(cells, weights, criterion, at);
        const leading = ranked.filter(one => one.rank === 1).map(one => one.option);
        expect(leading.includes(leader)).toBe(at >= low && at <= high);
        expect(leading).toContain(winners.find(({ from, to }) => at >= from && at <= to)!.option);
      }),
      { numRuns: 2000 },
    );
  });
});
