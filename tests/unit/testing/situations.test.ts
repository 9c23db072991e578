import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impossibleIn } from '../../../src/engine/evaluate.js';
import { settle } from '../../../src/engine/settle.js';
import type { RuleSet } from '../../../src/model/rule-set.js';
import { certainScenario } from '../../../src/testing/certain-scenario.js';
import { ruleSetArbitrary } from '../../../src/testing/rule-sets.js';
import { situationArbitrary } from '../../../src/testing/situations.js';
import { withRules } from '../../support/appraising.js';
import { shippedRuleSet } from '../../support/shipped.js';
import type { WrittenCondition } from '../../support/written.js';

const is = (fact: string, value: string | boolean): WrittenCondition => ({ fact, operator: 'equal', value });
const except = (...only: WrittenCondition[]): WrittenCondition => ({ not: { all: only } });

/** The impossible combinations that a situation makes, through the traced evaluator. */
async function madeBy(ruleSet: RuleSet, situation: ReadonlyMap<string, string | number | boolean>) {
  return impossibleIn(ruleSet, await settle(ruleSet, certainScenario(ruleSet, situation)));
}

describe('a random situation', () => {
  it('has a value for every fact that is stated, and is possible', async () => {
    const withSome = ruleSetArbitrary().filter(({ impossible }) => impossible.length > 0);
    await fc.assert(
      fc.asyncProperty(withSome, fc.nat(), async (ruleSet, seed) => {
        const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive).map(({ id }) => id);
        for (const situation of fc.sample(situationArbitrary(ruleSet), { seed, numRuns: 10 })) {
          expect([...situation.keys()]).toEqual(stated);
          expect(await madeBy(ruleSet, situation)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is of the shipped rule set too', async () => {
    const ruleSet = await shippedRuleSet();
    expect(ruleSet.impossible.length).toBeGreaterThan(0);
    for (const situation of fc.sample(situationArbitrary(ruleSet), 50))
      expect(await madeBy(ruleSet, situation)).toEqual([]);
  });

  it('takes every level that a possible situation has', () => {
    const ruleSet = withRules({ impossible: [is('level', 'low')] });
    const drawn = fc.sample(situationArbitrary(ruleSet), 200);
    expect(new Set(drawn.map(one => one.get('level')))).toEqual(new Set(['none', 'high']));
    expect(new Set(drawn.map(one => one.get('colour')))).toEqual(new Set(['red', 'green', 'blue']));
  });

  it('is found where only one combination in many is possible, derived facts included', () => {
    const only = except(is('level', 'high'), is('colour', 'blue'), is('derived', 'large'));
    const ruleSet = withRules({ impossible: [only] });
    for (const situation of fc.sample(situationArbitrary(ruleSet), 50)) {
      expect(situation.get('level')).toBe('high');
      expect(situation.get('colour')).toBe('blue');
      expect(situation.get('yes')).toBe(true);
      expect(situation.get('share')).toBeGreaterThan(0.5);
    }
  });

  it('shrinks to neutral values, but for what makes a property fail: the threshold itself', () => {
    const ruleSet = withRules({
      rules: [
        {
          when: { fact: 'share', operator: 'atLeast', value: 0.3 },
          then: [{ option: 'a', criterion: 'x', points: 1 }],
        },
      ],
    });
    const low = fc.property(situationArbitrary(ruleSet), one => Number(one.get('share')) < 0.3);
    for (const seed of [1, 2, 3, 4, 5]) {
      const { counterexample } = fc.check(low, { seed });
      expect(Object.fromEntries(counterexample![0])).toEqual({
        level: 'none',
        colour: 'red',
        yes: false,
        share: 0.3,
      });
    }
  });

  it('is refused where none is possible', () => {
    const ruleSet = withRules({ impossible: [is('yes', true), is('yes', false)] });
    expect(() => situationArbitrary(ruleSet)).toThrow(RangeError);
    expect(() => situationArbitrary(ruleSet)).toThrow('no situation of `random` is possible');
  });
});
