import { describe, expect, it } from 'vitest';
import { information } from '../../../src/analysis/information.js';
import type { Uncertainties } from '../../../src/analysis/over-situations.js';
import { robustness } from '../../../src/analysis/robustness.js';
import { appraise } from '../../../src/appraise.js';
import { validateResult } from '../../../src/schema/validate-result.js';
import { FACTS, ifYes, ruleSetOf, scenarioOf, when, withRules } from '../../support/appraising.js';
import { type Rules, ruleSetData, textsOf } from '../../support/written.js';

const WEIGHTS = { p: { x: 1, y: 0, z: 0 }, q: { x: 1, y: 1, z: 1 } };
const UNSURE = { probabilities: { true: 0.5, false: 0.5 }, note: 'n' };

async function robust(rules: Partial<Rules>, facts: Record<string, unknown>, over: Uncertainties = {}) {
  const ruleSet = withRules({ weights: WEIGHTS, ...rules });
  const scenario = await scenarioOf(ruleSet, { facts: { ...FACTS, ...facts }, perspective: 'p' });
  const appraisal = await appraise(ruleSet, scenario);
  const found = await robustness(ruleSet, scenario, appraisal, over);
  if (!('options' in found)) throw new Error(JSON.stringify(found));
  return { found, worth: await information(ruleSet, scenario, appraisal) };
}

describe('robustness', () => {
  it('is one situation, and exact, where nothing is taken as uncertain', async () => {
    const { found } = await robust({ rules: [ifYes(30)] }, { yes: UNSURE }, { facts: false });
    expect([found.exact, found.draws, found.regions]).toEqual([true, null, 1]);
  });

  it('says who leads together on the best estimates', async () => {
    const tied = await robust({ rules: [ifYes(30), ifYes(30, 'b')] }, { yes: true });
    expect(tied.found.tied).toEqual(['a', 'b']);
    expect((await robust({ rules: [ifYes(30)] }, { yes: true })).found.tied).toEqual([]);
  });

  it('gives no share from draws without an error, be it 0 or 1', async () => {
    const { found } = await robust({ rules: [ifYes(30)] }, { yes: true }, { evidence: true });
    const [first] = found.options;
    expect([first!.acceptability[0], first!.excluded]).toEqual([1, 0]);
    const least = 1 / found.draws!;
    const { acceptability, excluded, beatsBaseline } = first!.standardError!;
    expect([...acceptability, excluded, beatsBaseline]).toEqual(
      Array.from({ length: acceptability.length + 2 }, () => least),
    );
  });

  it('claims no dominance where points themselves are uncertain', async () => {
    const rules = [when('level', 'atLeast', 'none')];
    expect((await robust({ rules }, {})).found.dominance).toContainEqual({
      over: 'a',
      under: 'base',
      everywhere: true,
    });
    expect((await robust({ rules }, {}, { evidence: true })).found.dominance).toEqual([]);
  });

  it('never chooses an option that is always excluded, though it scores 0 as doing nothing does', async () => {
    const gate = {
      when: { any: [ifYes(1).when, { fact: 'yes', operator: 'equal', value: false }] },
      then: [{ option: 'a', exclude: true as const }],
    };
    // What is open on the best estimates is sure: yes or no, the gate holds.
    const { found, worth } = await robust(
      { rules: [gate, ifYes(-5, 'b'), ifYes(-5, 'c')] },
      { yes: 'unknown' },
    );
    expect([found.expectedLeader, 'facts' in worth && worth.expectedLeader]).toEqual(['base', 'base']);
    expect(found.choices.maximin).not.toContain('a');
  });

  it('stays on the scale where an option is at its end throughout', async () => {
    const full = (value: string) => ({
      when: { fact: 'colour', operator: 'equal', value },
      then: [{ option: 'a', criterion: 'x', points: 100 }],
    });
    const colour = { probabilities: { red: 0.1, green: 0.2, blue: 0.7 }, note: 'n' };
    const { found, worth } = await robust(
      { rules: ['red', 'green', 'blue'].map(full) },
      { colour, yes: { probabilities: { true: 0.3, false: 0.7 }, note: 'n' } },
    );
    for (const one of [found, worth]) expect(validateResult(JSON.stringify(one)).problem).toBeUndefined();
    expect(found.options[0]!.expected).toBeLessThanOrEqual(100);
  });

  it('does not miss the prior of a number that no rule tells apart', async () => {
    const data = ruleSetData({ rules: [ifYes(30)], weights: WEIGHTS }) as Record<string, { facts?: object }>;
    const idle = { title: 'F', question: 'Q', range: [0, 1], unit: 'share' };
    const facts = { ...data['facts.yaml']!.facts, idle };
    const ruleSet = ruleSetOf(textsOf({ ...data, 'facts.yaml': { facts } }));
    const scenario = await scenarioOf(ruleSet, {
      facts: { ...FACTS, yes: UNSURE, idle: 'unknown' },
      perspective: 'p',
    });
    const appraisal = await appraise(ruleSet, scenario);
    expect(await robustness(ruleSet, scenario, appraisal)).toMatchObject({ exact: true, regions: 2 });
    expect(await information(ruleSet, scenario, appraisal)).toMatchObject({ facts: [{ fact: 'yes' }] });
  });
});
