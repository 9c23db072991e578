import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleSet } from '../../../src/load.js';
import { type Condition, partsOf } from '../../../src/model/condition.js';
import { OPERATORS } from '../../../src/model/operators.js';
import type { RuleSet } from '../../../src/model/rule-set.js';
import { hasPossible } from '../../../src/testing/possible.js';
import { ruleSetArbitrary } from '../../../src/testing/rule-sets.js';

const everyPart = (condition: Condition): Condition[] => [
  condition,
  ...partsOf(condition).flatMap(everyPart),
];
const everyCondition = ({ rules }: RuleSet) => rules.flatMap(({ when }) => everyPart(when));
const depth = (condition: Condition): number => 1 + Math.max(0, ...partsOf(condition).map(depth));

describe('a random rule set', () => {
  const drawn = fc.sample(ruleSetArbitrary(), { seed: 1, numRuns: 150 });

  it('is printed as files, which load as the same rule set', () => {
    for (const ruleSet of drawn.slice(0, 20)) {
      const files: Record<string, object> = JSON.parse(fc.stringify(ruleSet));
      const texts = Object.entries(files).map(([name, file]) => ({
        path: `random/${name}`,
        text: JSON.stringify(file),
      }));
      expect(loadRuleSet('random', texts).ruleSet?.hash).toBe(ruleSet.hash);
    }
    expect(new Set(drawn.map(({ hash }) => hash)).size).toBeGreaterThan(140);
  });

  it('has every type of fact, stated and derived, every operator, and every kind of condition and effect', () => {
    const facts = drawn.flatMap(({ facts }) => [...facts.values()]);
    const kinds = (derived: boolean) =>
      new Set(
        facts.filter(({ derive }) => (derive !== undefined) === derived).map(({ domain }) => domain.kind),
      );
    expect(kinds(false)).toEqual(new Set(['levels', 'values', 'boolean', 'number']));
    expect(kinds(true)).toEqual(new Set(['levels', 'values', 'boolean']));
    const conditions = drawn.flatMap(everyCondition);
    expect(new Set(conditions.map(({ kind }) => kind))).toEqual(
      new Set(['all', 'any', 'not', 'named', 'leaf']),
    );
    const operators = conditions.flatMap(one => (one.kind === 'leaf' ? one.operator : []));
    expect(new Set(operators)).toEqual(new Set(Object.keys(OPERATORS)));
    expect(Math.max(...drawn.flatMap(({ rules }) => rules.map(({ when }) => depth(when))))).toBeGreaterThan(
      3,
    );
    const effects = drawn.flatMap(({ rules }) => rules.flatMap(rule => rule.effects));
    expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(['points', 'gate']));
    expect(drawn.some(({ impossible }) => impossible.length > 0)).toBe(true);
  });

  it('has at least one situation that is possible', () => {
    for (const ruleSet of drawn) expect(hasPossible(ruleSet)).toBe(true);
  });
});
