import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceWithSwaps } from '../../../src/diagnostics/distance-with-swaps.js';
import { nearestTo } from '../../../src/diagnostics/suggest.js';

it.each([
  ['', '', 0],
  ['wiat', 'wait', 1],
  ['abcd', 'badc', 2],
  ['ca', 'abc', 3], // No letter is changed twice: that is what makes it the restricted distance.
  ['kitten', 'sitting', 3],
])('%s and %s are %i apart', (a, b, far) => {
  expect([distanceWithSwaps(a, b), distanceWithSwaps(b, a)]).toEqual([far, far]);
});

it('is at most the number of letters of the longer text, and 0 only for equal ones', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const far = distanceWithSwaps(a, b);
      expect(far).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(far === 0).toBe(a === b);
    }),
  );
});

it('lets a short name with two swapped letters be recognised', () => {
  expect(nearestTo('wiat', ['wait', 'airlift'])).toBe('wait');
});
