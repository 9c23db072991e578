import { expect, it } from 'vitest';
import { leadersOf, SCENARIOS, shippedRuleSet } from '../support/shipped.js';

it('ranks the options, criteria and perspectives of its vocabulary', async () => {
  const { options, criteria, perspectives } = await shippedRuleSet();
  expect(options.size).toBe(20);
  expect([...criteria.keys()]).toEqual(
    'accountability denial feasibility humanitarian leverage regional-stability rights settlement strategic-interests'.split(
      ' ',
    ),
  );
  expect([...perspectives.keys()]).toEqual(
    'asean european-union human-rights-organisation strategic-interests-first united-states'.split(' '),
  );
});

it('has scenarios that put four different options first under one and the same perspective', async () => {
  const { perspectives } = await shippedRuleSet();
  const apart = [];
  for (const id of perspectives.keys())
    if (new Set(await leadersOf(SCENARIOS, id)).size === 4) apart.push(id);
  expect(apart).toContain('european-union');
  expect(apart).toContain('human-rights-organisation');
});
