import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/model/fact.js';
import { stepOf } from '../../../src/model/steps.js';
import { ruleSetArbitrary } from '../../../src/testing/rule-sets.js';
import { tellingValues, valueArbitrary } from '../../../src/testing/values.js';
import { ruleSetOf, when, withRules } from '../../support/appraising.js';
import { ruleSetData, textsOf } from '../../support/written.js';

/** The rule set with one rule, and more said of one of its facts. */
function factWith(fact: string, operator: string, value: Value, more = {}) {
  const data = ruleSetData({ rules: [when(fact, operator, value)], derived: [{ value: 'small' }] });
  const { facts } = data['facts.yaml'] as { facts: Record<string, object> };
  const files = { ...data, 'facts.yaml': { facts: { ...facts, [fact]: { ...facts[fact], ...more } } } };
  return ruleSetOf(textsOf(files)).facts.get(fact)!;
}

describe('the values that conditions can tell apart', () => {
  it('are a threshold itself, the numbers next to it, and the ends of the range', () => {
    const atLeast = tellingValues(factWith('share', 'atLeast', 0.25)) as number[];
    expect(atLeast).toEqual(expect.arrayContaining([0, 0.25, 1]));
    expect(atLeast.some(number => number < 0.25 && number > 0.247)).toBe(true);
    const above = tellingValues(factWith('share', 'above', 0.25)) as number[];
    expect(above).toEqual(expect.arrayContaining([0, 0.25, 1]));
    expect(above.some(number => number > 0.25 && number < 0.258)).toBe(true);
  });

  it('start with the neutral one, and go on with the nearest', () => {
    expect(tellingValues(factWith('level', 'equal', 'low', { neutral: 'high' }))).toEqual([
      'high',
      'low',
      'none',
    ]);
    const [first, ...others] = tellingValues(
      factWith('share', 'atLeast', 0.25, { neutral: 0.9 }),
    ) as number[];
    expect(first).toBe(0.9);
    const away = others.map(number => Math.abs(number - 0.9));
    expect(away).toEqual([...away].sort((a, b) => a - b));
  });

  it('reach every step of every fact, and no value outside its range', () => {
    fc.assert(
      fc.property(ruleSetArbitrary(), ({ facts }) => {
        for (const fact of facts.values()) {
          const reached = tellingValues(fact).map(value => stepOf(fact.steps, value));
          expect(reached).not.toContain(0n);
          expect(new Set(reached).size).toBe(fact.steps.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a random value', () => {
  it('is not always one of those: other numbers of the range come up', () => {
    const fact = factWith('share', 'atLeast', 0.25);
    const telling = tellingValues(fact);
    const drawn = fc.sample(valueArbitrary(fact), 300);
    expect(drawn.filter(value => !telling.includes(value)).length).toBeGreaterThan(10);
    expect(drawn.filter(value => telling.includes(value)).length).toBeGreaterThan(150);
    for (const value of drawn) expect(stepOf(fact.steps, value)).not.toBe(0n);
  });

  it('shrinks to the neutral one', async () => {
    const { facts } = withRules({});
    for (const [id, neutral] of [
      ['level', 'none'],
      ['yes', false],
      ['share', 0],
      ['colour', 'red'],
    ] as const) {
      const { counterexample } = fc.check(fc.property(valueArbitrary(facts.get(id)!), () => false));
      expect(counterexample).toEqual([neutral]);
    }
  });
});
