import { expect, it } from 'vitest';
import { appraised, FACTS, gateIf } from '../../support/appraising.js';

it('a rule is listed with its reason, its sources, what it read, what it would do and where it stands', async () => {
  const points = { options: ['a', 'c'], criterion: 'x', points: 5 };
  const rule = { when: { condition: 'named' }, then: [...gateIf(true).then, points] };
  const { notFired } = await appraised({ rules: [rule] }, { facts: { ...FACTS, level: 'none' } });
  expect(notFired).toMatchObject([
    {
      rule: 'r0',
      title: 'Rule 0',
      reason: 'it is so',
      sources: ['s', 't'],
      evidence: 'weak',
      effects: [
        { option: 'a', criterion: 'x', points: 5 },
        { option: 'c', criterion: 'x', points: 5 },
        { option: 'b', exclude: true },
      ],
      reads: [{ fact: 'level', saw: 'none' }],
      at: { file: 'random/rules/all.yaml', line: 2 },
    },
  ]);
});
