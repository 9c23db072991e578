import { describe, expect, it } from 'vitest';
import { beliefs } from '../../../src/analysis/belief.js';
import { FACTS, ifYes, scenarioOf, withRules } from '../../support/appraising.js';

/** With a derivation above 0.5, the share has steps below 0.2, from there to below 0.5, 0.5 itself, and above. */
const CUTS = [0.2, 0.5].map(value => ({
  when: { fact: 'share', operator: 'atLeast', value },
  then: [{ option: 'a', criterion: 'x', points: 1 }],
}));

async function massesOf(fact: string, said: unknown): Promise<readonly number[]> {
  const ruleSet = withRules({ rules: [...CUTS, ifYes(1)] });
  const { known } = beliefs(
    ruleSet,
    await scenarioOf(ruleSet, { facts: { ...FACTS, [fact]: said }, perspective: 'p' }),
  );
  return known.find(one => one.fact === fact)!.masses.map(mass => Math.round(mass * 1e6) / 1e6);
}

describe('what a scenario believes of a fact', () => {
  it('is all on a value that it states', async () => {
    expect(await massesOf('level', 'low')).toEqual([0, 1, 0]);
    expect(await massesOf('share', 0.5)).toEqual([0, 0, 1, 0]);
  });

  it('leaves 0.4 of a low confidence to the neighbours', async () => {
    expect(await massesOf('level', { value: 'low', confidence: 'low', note: 'n' })).toEqual([0.2, 0.6, 0.2]);
  });

  it('gives each step of a number its share of the interval, and a single point none', async () => {
    expect(await massesOf('share', { between: [0.1, 0.6], note: 'n' })).toEqual([0.2, 0.6, 0, 0.2]);
  });

  it('takes the prior of a fact that is unknown, and equal shares where it has none, and says which', async () => {
    const ruleSet = withRules({ rules: [...CUTS, ifYes(1)] });
    const facts = { ...FACTS, level: 'unknown', share: 'unknown' };
    const { known } = beliefs(ruleSet, await scenarioOf(ruleSet, { facts, perspective: 'p' }));
    const of = (fact: string) => known.find(one => one.fact === fact)!;
    expect(of('share').assumed).toBe('prior');
    expect(of('share').masses.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(of('level').assumed).toBe(ruleSet.facts.get('level')!.prior ? 'prior' : 'equal');
  });
});
