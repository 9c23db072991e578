import { describe, expect, it } from 'vitest';
import { by, byId, round9, sortedMap } from '../../../src/model/order.js';

describe('order by id', () => {
  // Each of these pairs stands the other way round in some alphabet, or by code point.
  it.each([
    ['B', 'a'],
    ['a-b', 'a1'],
    ['a10', 'a2'],
    ['aa', 'z'],
    ['ch', 'h'],
    ['z', 'ä'],
    ['\u{1f600}', '\uff5e'],
  ])('4.2 is by UTF-16 code unit: %s before %s', (a, b) => {
    expect([byId(a, b), byId(b, a), byId(a, a)]).toEqual([-1, 1, 0]);
  });

  it('sorts by a key, and maps by theirs', () => {
    expect([{ id: 'b' }, { id: 'a' }].sort(by(({ id }) => id))).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect([
      ...sortedMap([
        ['b', 1],
        ['a', 2],
      ]).keys(),
    ]).toEqual(['a', 'b']);
  });
});

describe('rounding to nine decimals', () => {
  it('4.2 makes equal what differs only by the way it was summed', () => {
    expect(round9(0.1 + 0.2)).toBe(0.3);
  });

  it('4.2 keeps what differs at the ninth', () => {
    expect(round9(1 + 1e-9)).not.toBe(1);
  });

  it('4.2 knows one 0', () => {
    expect([round9(-0), round9(-1e-12)].every(x => Object.is(x, 0))).toBe(true);
  });
});
