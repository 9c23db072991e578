import { expect, it } from 'vitest';
import type { RuleSet } from '../../src/model/rule-set.js';
import { diffRuleSets } from '../../src/proofs/diff.js';
import { shippedRuleSet } from '../support/shipped.js';

/** The rule set with the points of one rule multiplied. */
function withPoints(ruleSet: RuleSet, rule: string, by: number): RuleSet {
  const rules = ruleSet.rules.map(one => {
    if (one.id !== rule) return one;
    const effects = one.effects.map(effect =>
      effect.kind === 'points' ? { ...effect, points: by * effect.points } : effect,
    );
    return { ...one, effects };
  });
  return { ...ruleSet, rules, hash: 'changed' };
}

it('with the sign of one rule turned round another option leads somewhere, or by some perspective never can', async () => {
  const ruleSet = await shippedRuleSet();
  const changed = withPoints(ruleSet, 'patron-fills-the-gap', -1);
  const { changes, equivalent, difference, leaders, example } = await diffRuleSets(ruleSet, changed);
  expect(changes).toMatchObject([{ kind: 'rule', id: 'patron-fills-the-gap', what: 'changed' }]);
  expect(equivalent).toBe(false);
  expect(difference!.cells.map(({ option, criterion }) => `${criterion} of ${option}`)).toEqual([
    'strategic-interests of collective-sanctions',
    'strategic-interests of conditional-aid',
    'strategic-interests of divestment',
  ]);
  expect(leaders.map(({ perspective, verdict }) => [perspective, verdict])).toEqual([
    ['asean', 'differs'],
    ['european-union', 'differs'],
    ['human-rights-organisation', 'same'],
    ['strategic-interests-first', 'differs'],
    ['united-states', 'differs'],
  ]);
  expect(example).toMatchObject({ perspective: 'strategic-interests-first', smallest: true });
  expect(example!.comparison.a.leader).not.toBe(example!.comparison.b.leader);
}, 120_000);
