import { describe, expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import type { Value } from '../../../src/model/fact.js';
import { certainScenario } from '../../../src/testing/certain-scenario.js';
import { FACTS, ifYes, of, scenarioOf, withRules } from '../../support/appraising.js';

const ruleSet = withRules({ rules: [ifYes(30), ifYes(12, 'b', 'y')] });
const SITUATION = new Map<string, Value>(Object.entries(FACTS));

describe('the scenario of a situation', () => {
  it('is appraised as the file that states the same', async () => {
    const written = await appraise(ruleSet, await scenarioOf(ruleSet, { facts: FACTS, perspective: 'q' }));
    const { ranking } = await appraise(ruleSet, certainScenario(ruleSet, SITUATION, 'q'));
    expect(ranking).toEqual(written.ranking);
    expect(of({ ranking } as typeof written, 'b').score).toBe(12);
  });

  it('is judged by the first perspective unless another is named', async () => {
    expect((await appraise(ruleSet, certainScenario(ruleSet, SITUATION))).perspective?.id).toBe('p');
  });

  it.each<[string, [string, Value][], string | undefined, string]>([
    ['a value that is no level', [['level', 'lots']], undefined, 'no fitting value for `level`'],
    ['a number outside its range', [['share', 1.5]], undefined, 'no fitting value for `share`'],
    ['a fact that is derived', [['derived', 'small']], undefined, 'no fitting value for `derived`'],
    ['an unknown perspective', [], 'nobody', 'unknown perspective `nobody`'],
  ])('refuses %s', (_, more, perspective, message) => {
    const situation = new Map([...SITUATION, ...more]);
    expect(() => certainScenario(ruleSet, situation, perspective)).toThrow(RangeError);
    expect(() => certainScenario(ruleSet, situation, perspective)).toThrow(message);
  });

  it('refuses a situation without a value for a fact', () => {
    const { yes: _, ...others } = FACTS;
    expect(() => certainScenario(ruleSet, new Map(Object.entries(others)))).toThrow('`yes`');
  });
});
