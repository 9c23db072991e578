import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Property } from '../../src/model/property.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { verify } from '../../src/proofs/verify.js';
import { ruleSetOf } from '../support/appraising.js';
import { goingAgainst } from '../support/going-against.js';
import { rulesArbitrary } from '../support/random.js';
import { LEVELS, type Rules, ruleSetData, textsOf, VALUES, type WrittenRule } from '../support/written.js';

/** Text in which each of these words stands for another. */
const replaced = (text: string, words: Record<string, string>) =>
  text.replace(/"(\w+)"/g, (all, word: string) => (Object.hasOwn(words, word) ? `"${words[word]}"` : all));

/** The rule with `a` for `b` and `level` for `colour`, and the other way round. */
const mirrored = (rule: WrittenRule): WrittenRule =>
  JSON.parse(replaced(JSON.stringify(rule), { a: 'b', b: 'a', level: 'colour', colour: 'level' }));

/** A rule set in which the colour has the values of the level, so that the two can trade; its rules mirrored as well or not. */
function tradingRuleSet(rules: Partial<Rules>, isMirrored: boolean): RuleSet {
  const named = Object.fromEntries(VALUES.map((value, i) => [value, LEVELS[i]!]));
  const own = JSON.parse(replaced(JSON.stringify(rules), named)) as Partial<Rules>;
  const data = ruleSetData({
    ...own,
    ...(isMirrored && { rules: own.rules!.flatMap(rule => [rule, mirrored(rule)]) }),
  });
  const { facts } = data['facts.yaml'] as { facts: Record<string, object> };
  facts.colour = { ...facts.level };
  return ruleSetOf(textsOf(data));
}

it('decides what two facts that trade their values change as trying every situation does', async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, fc.boolean(), fc.boolean(), async (rules, isMirrored, isSwapped) => {
      const plain = tradingRuleSet({ ...rules, rules: rules.rules!.slice(0, 4) }, isMirrored);
      const property: Property = {
        ...{ id: 'traded', title: 'T', because: 'b', by: ['p', 'q'] },
        claim: { kind: 'symmetric', options: ['a', 'b'], swapping: isSwapped ? [['level', 'colour']] : [] },
      };
      const ruleSet = { ...plain, properties: [property] };
      const [told] = (await verify(ruleSet, { wanted: ({ id }) => id === 'traded' })).properties;
      const found = await goingAgainst(ruleSet, property);
      expect(told!.verdict).toBe(found.length === 0 ? 'proved' : 'refuted');
      const key = `${told!.verdict} ${isSwapped ? 'trading' : 'as it is'}`;
      seen[key] = (seen[key] ?? 0) + 1;
      if (found.length === 0) return;
      const away = [...found].map(
        one => [...one].filter(([id, value]) => ruleSet.facts.get(id)!.neutral !== value).length,
      );
      expect(told!.counterexample!.differs.length).toBe(Math.min(...away));
    }),
    { numRuns: 80 },
  );
  expect(Object.keys(seen).sort()).toEqual([
    'proved as it is',
    'proved trading',
    'refuted as it is',
    'refuted trading',
  ]);
});
