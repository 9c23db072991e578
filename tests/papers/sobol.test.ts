import { describe, expect, it } from 'vitest';
import { sobolOnGrid } from '../../src/analysis/sobol.js';

/** A function of factors that are uniform on an interval, on the midpoints of so many cells each. */
function onMidpoints(low: number, high: number, cells: readonly number[], of: (x: number[]) => number) {
  const count = cells.reduce((a, b) => a * b, 1);
  const y = Float64Array.from({ length: count }, (_, i) => {
    let rest = i;
    const x = cells.map(size => {
      const at = rest % size;
      rest = Math.floor(rest / size);
      return low + ((at + 0.5) * (high - low)) / size;
    });
    return of(x);
  });
  return sobolOnGrid(cells, new Float64Array(count).fill(1 / count), y);
}

describe("Sobol' indices", () => {
  it('of the Ishigami function sin x + a sin^2 y + b z^4 sin x with a = 7 and b = 0.1 (Ishigami & Homma 1990)', () => {
    const [a, b] = [7, 0.1];
    const found = onMidpoints(
      -Math.PI,
      Math.PI,
      [64, 64, 512],
      ([x, y, z]) => Math.sin(x!) + a * Math.sin(y!) ** 2 + b * z! ** 4 * Math.sin(x!),
    );
    const first = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
    const second = a ** 2 / 8;
    const both = (8 * b ** 2 * Math.PI ** 8) / 225;
    const variance = first + second + both;
    expect(found.mean).toBeCloseTo(a / 2, 9);
    expect(found.variance / variance).toBeCloseTo(1, 4);
    for (const [i, own, total] of [
      [0, first, first + both],
      [1, second, second],
      [2, 0, both],
    ] as const) {
      expect(found.first[i]).toBeCloseTo(own / variance, 4);
      expect(found.total[i]).toBeCloseTo(total / variance, 4);
    }
  });

  it("of Sobol's g function with a = 0, 1, 4.5 and 9: V_i = 1 / (3 (1 + a_i)^2), V = prod (1 + V_i) - 1", () => {
    const a = [0, 1, 4.5, 9];
    const found = onMidpoints(0, 1, [64, 64, 32, 32], x =>
      x.reduce((product, at, i) => (product * (Math.abs(4 * at - 2) + a[i]!)) / (1 + a[i]!), 1),
    );
    const own = a.map(ai => 1 / (3 * (1 + ai) ** 2));
    const all = own.reduce((product, v) => product * (1 + v), 1);
    own.forEach((v, i) => {
      expect(found.first[i]).toBeCloseTo(v / (all - 1), 3);
      expect(found.total[i]).toBeCloseTo((v * (all / (1 + v))) / (all - 1), 3);
    });
  });

  it('of both of two fair coins: a third alone and two thirds with the other, worked by hand', () => {
    // The variance is 3/16. Given one coin the mean is 0 or 1/2, whose variance is 1/16; given the other coin up, 1/4.
    const { variance, first, total } = sobolOnGrid(
      [2, 2],
      new Float64Array(4).fill(0.25),
      Float64Array.of(0, 0, 0, 1),
    );
    expect(variance).toBeCloseTo(3 / 16, 12);
    for (const i of [0, 1])
      expect([first[i], total[i]]).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12)]);
  });

  it('of two coins that always fall alike: each explains all alone, and nothing beside the other', () => {
    const { first, total } = sobolOnGrid(
      [2, 2],
      Float64Array.of(0.5, 0, 0, 0.5),
      Float64Array.of(0, 9, 9, 1),
    );
    expect(first).toEqual([1, 1]);
    expect(total).toEqual([0, 0]);
  });
});
