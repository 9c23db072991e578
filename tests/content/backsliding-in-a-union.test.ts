import { expect, it } from 'vitest';
import { appraised, leadersOf, shippedRuleSet, UNION, UNION_SCENARIOS } from '../support/shipped.js';

it('ranks the options, criteria and perspectives of its vocabulary', async () => {
  const { options, criteria, perspectives } = await shippedRuleSet(UNION);
  expect([...options.keys()].sort()).toEqual([
    'budget-conditionality',
    'civic-support',
    'formal-warning',
    'hold-course',
    'infringement-action',
    'interstate-complaint',
    'public-assessment',
    'rights-suspension',
    'structured-dialogue',
  ]);
  expect([...criteria.keys()]).toEqual(
    'budget-protection citizens-spared civic-space cohesion compliance feasibility independent-courts union-legitimacy'.split(
      ' ',
    ),
  );
  expect([...perspectives.keys()]).toEqual([
    'domestic-civil-society',
    'net-payer',
    'treaty-guardian',
    'wary-small-state',
  ]);
});

it('shares no criterion but feasibility, no option, no fact and no perspective with the first rule set', async () => {
  const [first, second] = [await shippedRuleSet(), await shippedRuleSet(UNION)];
  const shared = (['criteria', 'options', 'facts', 'perspectives'] as const).flatMap(kind =>
    [...second[kind].keys()].filter(id => first[kind].has(id)),
  );
  expect(shared).toEqual(['feasibility']);
});

it('has scenarios that put four different options first under the perspectives of the guardian and the payer', async () => {
  for (const id of ['treaty-guardian', 'net-payer'])
    expect(new Set(await leadersOf(UNION_SCENARIOS, id, UNION)).size).toBe(4);
});

it('puts an option first in one situation and behind nothing new in another, whoever judges', async () => {
  const { perspectives } = await shippedRuleSet(UNION);
  for (const id of perspectives.keys()) {
    const [early, late] = await Promise.all(
      ['romania-2012', 'hungary-2022'].map(name => appraised(`scenarios/union/${name}.yaml`, id, UNION)),
    );
    expect(early!.ranking[0]!.option).toBe('structured-dialogue');
    expect(late!.ranking.find(({ option }) => option === 'structured-dialogue')!.score).toBeLessThan(0);
  }
});

it('says of every source whether it was read or is recalled, but for its own judgement', async () => {
  const { sources } = await shippedRuleSet(UNION);
  const unsaid = [...sources.values()].filter(({ checked }) => checked === undefined);
  expect(unsaid.map(({ id }) => id)).toEqual(['own-judgement']);
});

it('calls evidence strong only where a text of law or at least three sources stand behind it', async () => {
  const { rules, sources } = await shippedRuleSet(UNION);
  const law = (id: string) => ['legal-document', 'official-record'].includes(sources.get(id)!.kind);
  const thin = rules.filter(
    rule => rule.evidence === 'strong' && rule.sources.length < 3 && !rule.sources.some(law),
  );
  expect(thin.map(({ id }) => id)).toEqual([]);
});
