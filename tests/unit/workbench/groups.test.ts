import { expect, it } from 'vitest';
import type { RuleSet } from '../../../src/index.js';
import { groupsOf, speaksOf, wantedIn } from '../../../src/workbench/state/groups.js';
import { shippedRuleSet, UNION } from '../../support/shipped.js';

const ruleSet = await shippedRuleSet();
const union = await shippedRuleSet(UNION);

it('facts stand under the themes of the codebook, in its order, each once', () => {
  const groups = groupsOf(ruleSet);
  expect(groups.map(({ title }) => title)).toEqual([
    'The regime and its violations',
    'Patronage and arms',
    'Economy and exposure',
    'Coalition and regional organisation',
    'Civil society and opposition',
    'Humanitarian situation',
    "The sender's own stakes and capabilities",
    'Law and accountability',
  ]);
  expect(groups[0]!.facts[0]!.id).toBe('repression');
  for (const one of [ruleSet, union])
    expect(
      groupsOf(one)
        .flatMap(({ facts }) => facts.map(({ id }) => id))
        .sort(),
    ).toEqual([...one.facts.keys()]);
});

it('facts without a theme come last, under a heading of their own', () => {
  const facts = new Map(
    [...ruleSet.facts].map(([id, { theme, ...fact }]) => [
      id,
      id === 'repression' ? fact : { ...fact, theme: theme! },
    ]),
  );
  const groups = groupsOf({ ...ruleSet, facts } as RuleSet);
  expect(groups.at(-1)).toMatchObject({ title: 'Other facts', facts: [{ id: 'repression' }] });
  expect(wantedIn(groups, ({ id }) => id === 'repression')).toHaveLength(1);
});

it('facts are found by the words of their title, question, id and theme', () => {
  const conflict = ruleSet.facts.get('conflict-intensity')!;
  expect(speaksOf(conflict, 'BATTLE died')).toBe(true);
  expect(speaksOf(conflict, 'conflict-int')).toBe(true);
  expect(speaksOf(conflict, '')).toBe(true);
  expect(speaksOf(conflict, 'coffee')).toBe(false);
});
