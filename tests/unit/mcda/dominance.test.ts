import { describe, expect, it } from 'vitest';
import { dominance } from '../../../src/mcda/dominance.js';

/** Rows of cells, each a number or from low over value to high, on criteria `0`, `1` … */
function among(rows: Record<string, (number | [number, number, number])[]>, open: string[] = []) {
  const cell = (said: number | [number, number, number]) => {
    const [low, value, high] = typeof said === 'number' ? [said, said, said] : said;
    return { low, value, high, clamped: 0 };
  };
  const matrix = new Map(
    Object.entries(rows).map(([id, row]) => [id, new Map(row.map((said, i) => [String(i), cell(said)]))]),
  );
  const found = dominance(matrix, Object.keys(rows), option => open.includes(option));
  return found.map(({ over, under, certainty }) => `${over} > ${under} ${certainty}`);
}

describe('dominance', () => {
  it('4.10 is at least as good on all criteria and better on one', () => {
    expect(among({ a: [2, 1], b: [1, 1] })).toEqual(['a > b certain']);
  });

  it('4.10 is not between equals, nor where each is better on something', () => {
    expect(among({ a: [1, 1], b: [1, 1] })).toEqual([]);
    expect(among({ a: [2, 1], b: [1, 2] })).toEqual([]);
  });

  it('4.10 is certain where the worst of the one is the best of the other, one strictly', () => {
    expect(among({ a: [[1, 2, 3], 2], b: [[0, 1, 1], 1] })).toEqual(['a > b certain']);
    expect(among({ a: [[1, 2, 3]], b: [[0, 1, 1]] })).toEqual(['a > b possible']);
  });

  it('4.10 is only possible where a gate on the better one is open', () => {
    expect(among({ a: [2], b: [1] }, ['a'])).toEqual(['a > b possible']);
    expect(among({ a: [2], b: [1] }, ['b'])).toEqual(['a > b certain']);
  });

  it('is listed in order of the two ids', () => {
    expect(among({ a: [1], b: [2], c: [3] })).toEqual(['b > a certain', 'c > a certain', 'c > b certain']);
  });
});
