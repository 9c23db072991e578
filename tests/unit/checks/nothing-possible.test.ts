import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadExample, underlined } from '../../support/example.js';

const need = (operator: string, value: number) => `{ fact: need, operator: ${operator}, value: ${value} }`;
const conditions = (...whens: string[]) =>
  `conditions: {}\nimpossible:\n${whens.map((when, i) => `  - { id: no-${i}, because: b, when: ${when} }\n`).join('')}`;

function found(...whens: string[]) {
  const { diagnostics } = loadExample({ 'conditions.yaml': conditions(...whens) });
  return diagnostics
    .filter(({ code }) => code === 'rule-set/nothing-possible')
    .map(({ message, place }) => [message, underlined(place!)]);
}

it('tells of the first combination with which no situation is left', () => {
  expect(found(need('atLeast', 0.5), need('above', 0.9), need('below', 0.6), need('below', 0.1))).toEqual([
    ['`no-2` leaves no situation possible, so no scenario can be appraised', 'id'],
  ]);
  expect(found(need('atLeast', 0))).toHaveLength(1);
});

it('says nothing where a single value is left', () => {
  expect(found(need('above', 0.5), need('below', 0.5))).toEqual([]);
  expect(found()).toEqual([]);
});

it('agrees with trying values of the one fact that is bounded', () => {
  const share = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
  const bound = fc.tuple(fc.constantFrom('atLeast', 'above', 'atMost', 'below'), share);
  fc.assert(
    fc.property(fc.array(bound, { minLength: 1, maxLength: 3 }), bounds => {
      const holds = ([operator, value]: [string, number], x: number) =>
        operator === 'atLeast'
          ? x >= value
          : operator === 'above'
            ? x > value
            : operator === 'atMost'
              ? x <= value
              : x < value;
      const left = Array.from({ length: 17 }, (_, i) => i / 16).some(x => !bounds.some(one => holds(one, x)));
      expect(found(...bounds.map(([operator, value]) => need(operator, value))).length).toBe(left ? 0 : 1);
    }),
    { numRuns: 60 },
  );
});
