import { expect, it } from 'vitest';
import { sayStep } from '../../../src/cases/say-step.js';
import type { Operator } from '../../../src/model/operators.js';
import { when, withRules } from '../../support/appraising.js';

const fact = (id: string, ...cuts: [Operator, number][]) => {
  const rules = [when('yes', 'equal', true), ...cuts.map(([operator, at]) => when('share', operator, at))];
  return withRules({ rules, derived: [{ value: 'small' }] }).facts.get(id)!;
};

it.each<[string[], ...[Operator, number][]]>([
  [['0 to 1']],
  [
    ['below 0.2', 'at least 0.2'],
    ['atLeast', 0.2],
  ],
  [
    ['at most 0.2', 'above 0.2'],
    ['above', 0.2],
  ],
  [
    ['below 0.2', '0.2', 'above 0.2'],
    ['equal', 0.2],
  ],
  [
    ['below 0.2', '0.2 to below 0.5', 'at least 0.5'],
    ['below', 0.2],
    ['atLeast', 0.5],
  ],
  [
    ['at most 0.2', 'above 0.2 to 0.5', 'above 0.5'],
    ['above', 0.2],
    ['above', 0.5],
  ],
  [
    ['0', 'above 0'],
    ['above', 0],
  ],
])('says the steps %j of a number', (words, ...cuts) => {
  const share = fact('share', ...cuts);
  expect(share.steps.map((_, i) => sayStep(share, [i]))).toEqual(words);
});

it('says levels one by one', () => {
  expect(sayStep(fact('level'), [1, 2])).toBe('low or high');
});
