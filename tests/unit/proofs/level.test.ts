import { expect, it } from 'vitest';
import type { RuleSet } from '../../../src/model/rule-set.js';
import { leadingWeights } from '../../../src/proofs/under-weights.js';
import { verify } from '../../../src/proofs/verify.js';
import { loadExample, ruleText } from '../../support/example.js';

it('a gap that is as good as nothing counts where rounding tells two scores apart', async () => {
  const { ruleSet } = loadExample({
    'rules/all.yaml': `rules:\n${ruleText('hair', '{ fact: need, operator: above, value: 0.5 }', '{ option: negotiate, criterion: relief, points: 1 }')}`,
    'properties.yaml':
      'properties: [{ id: p, title: P, because: b, by: [tiny], never: { option: negotiate, above-baseline: true } }]\n',
    'rule-set.yaml': text =>
      text.replace(
        /perspectives:\n/,
        'perspectives:\n  tiny: { title: Tiny, because: it is, weights: { relief: 1, cost: 1999999999 } }\n',
      ),
  });
  const { properties } = await verify(ruleSet as RuleSet, { wanted: ({ id }) => id === 'p' });
  // 5e-10 points are rounded to 1e-9, which is above 0.
  expect(properties.map(({ verdict }) => verdict)).toEqual(['refuted']);
});

it('an option without rivals leads by any weights', () => {
  expect(leadingWeights([], 4, true)).toEqual([0.25, 0.25, 0.25, 0.25]);
});

it('what is claimed for any weights is decided where gates leave no other option', async () => {
  const { ruleSet } = loadExample({
    'rules/all.yaml': `rules:\n${ruleText('alone', '{ fact: need, operator: above, value: 0.5 }', '{ options: [airlift, negotiate], exclude: true }')}`,
    'properties.yaml':
      'properties: [{ id: p, title: P, because: b, any-weights: true, never: { option: wait, first: true } }]\n',
  });
  const { properties } = await verify(ruleSet as RuleSet, { wanted: ({ id }) => id === 'p' });
  expect(properties.map(({ verdict }) => verdict)).toEqual(['refuted']);
});
