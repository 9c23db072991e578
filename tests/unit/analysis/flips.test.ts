import { describe, expect, it } from 'vitest';
import { type FlipOptions, flips } from '../../../src/analysis/flips.js';
import { robustness } from '../../../src/analysis/robustness.js';
import { appraise } from '../../../src/appraise.js';
import type { Robustness } from '../../../src/model/robustness.js';
import { FACTS, ifYes, scenarioOf, when, withRules } from '../../support/appraising.js';
import type { Rules, WrittenRule } from '../../support/written.js';

const WEIGHTS = { p: { x: 1, y: 0, z: 0 }, q: { x: 1, y: 1, z: 1 } };

async function flipped(
  rules: Partial<Rules>,
  facts: Record<string, unknown> = {},
  options: FlipOptions = {},
) {
  const ruleSet = withRules({ weights: WEIGHTS, ...rules });
  const scenario = await scenarioOf(ruleSet, { facts: { ...FACTS, ...facts }, perspective: 'p' });
  return flips(ruleSet, scenario, await appraise(ruleSet, scenario), options);
}

const points = (fact: string, value: string | boolean, option: string, points: number): WrittenRule => ({
  when: { fact, operator: 'equal', value },
  then: [{ option, criterion: 'x', points }],
});
const gate = (fact: string, value: string | boolean, option: string): WrittenRule => ({
  when: { fact, operator: 'equal', value },
  then: [{ option, exclude: true }],
});
const told = ({ flips }: Awaited<ReturnType<typeof flipped>>) =>
  flips.map(({ changes, leader, margin }) => [
    ...changes.map(({ fact, to }) => `${fact}=${to}`),
    leader,
    margin,
  ]);

describe('flips', () => {
  it('are judged impossible as a scenario is when it is read: only where they must be, whatever is possible', async () => {
    // On the best estimates both are as the impossible condition has it; but both need not be.
    const estimate = { probabilities: { true: 0.7, false: 0.3 }, note: 'n' };
    const level = { probabilities: { high: 0.7, low: 0.3 }, note: 'n' };
    const found = await flipped(
      {
        rules: [ifYes(5), points('colour', 'blue', 'b', 40)],
        impossible: [
          {
            all: [
              { fact: 'yes', operator: 'equal', value: true },
              { fact: 'level', operator: 'equal', value: 'high' },
            ],
          },
        ],
      },
      { yes: estimate, level },
      { to: 'b' },
    );
    expect(told(found)).toEqual([['colour=blue', 'b', 35]]);
  });

  it('that leave one option ranked alone have no margin', async () => {
    const rules = [
      ifYes(-5, 'a'),
      gate('colour', 'blue', 'a'),
      gate('colour', 'blue', 'b'),
      gate('colour', 'blue', 'c'),
    ];
    const lead = points('level', 'low', 'a', 30);
    expect(told(await flipped({ rules: [...rules, lead] }, {}, { to: 'base' }))).toContainEqual([
      'colour=blue',
      'base',
      null,
    ]);
  });

  it('put any one option first where the lead is tied', async () => {
    const rules = [ifYes(20, 'a'), ifYes(20, 'b'), points('colour', 'blue', 'a', 5)];
    const found = await flipped({ rules });
    expect(found.tied).toEqual(['a', 'b']);
    expect(told(found)).toContainEqual(['colour=blue', 'a', 5]);
    // The two are alike on every criterion, so that no weight ends the tie.
    expect(found.weights.map(({ low, high }) => [low, high])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('to what leads already are none', async () => {
    const found = await flipped({ rules: [ifYes(20), points('colour', 'blue', 'b', 40)] }, {}, { to: 'a' });
    expect([found.total, found.complete]).toEqual([0, true]);
  });

  it('say up to how many facts nothing was missed where the search ends early', async () => {
    const both = {
      when: { all: [when('colour', 'equal', 'blue').when, when('level', 'equal', 'high').when] },
      then: [{ option: 'b', criterion: 'x', points: 40 }],
    };
    const found = await flipped({ rules: [ifYes(20), both] }, {}, { budget: 1 });
    expect([found.complete, found.provedUpTo, found.total]).toEqual([false, 1, found.flips.length]);
    expect((await flipped({ rules: [ifYes(20), both] })).provedUpTo).toBe(3);
  });

  it('name what was assumed of facts that the scenario does not know', async () => {
    const found = await flipped(
      { rules: [ifYes(20), points('colour', 'blue', 'b', 40)] },
      { colour: 'unknown' },
    );
    expect(found.assumed).toEqual([{ fact: 'colour', how: 'equal' }]);
    expect(found.flips[0]).toMatchObject({ settles: true, probability: expect.closeTo(1 / 3, 8) });
  });
});

describe('the stability of a weight', () => {
  it('has no limit that only arithmetic makes', async () => {
    // a and b are level where z has no weight, and b gains with it: 0.1 + 0.2 of the weights is not 0.3 exactly.
    const ruleSet = withRules({
      rules: [
        ifYes(30, 'a', 'x'),
        ifYes(10, 'a', 'y'),
        ifYes(30, 'b', 'x'),
        ifYes(10, 'b', 'y'),
        ifYes(-10, 'b', 'z'),
      ],
      weights: { p: { x: 0.1, y: 0.2, z: 0.7 }, q: { x: 1, y: 1, z: 1 } },
    });
    const scenario = await scenarioOf(ruleSet, { facts: FACTS, perspective: 'p' });
    const { weights } = await flips(ruleSet, scenario, await appraise(ruleSet, scenario));
    expect(weights.map(({ low, high }) => [low, high])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('robustness where much is impossible', () => {
  it('leaves out from the start what is impossible whatever else is', async () => {
    const ruleSet = withRules({
      rules: [ifYes(30), points('colour', 'blue', 'b', 10)],
      impossible: [{ fact: 'yes', operator: 'equal', value: true }],
      weights: WEIGHTS,
    });
    const scenario = await scenarioOf(ruleSet, {
      facts: { ...FACTS, yes: 'unknown', colour: 'unknown' },
      perspective: 'p',
    });
    const found = (await robustness(ruleSet, scenario, await appraise(ruleSet, scenario))) as Robustness;
    expect([found.exact, found.regions]).toEqual([true, 2]);
    expect(found.options.find(({ option }) => option === 'a')).toMatchObject({ expected: 0, worst: 0 });
    expect(found.options[0]).toMatchObject({ option: 'b', expected: expect.closeTo(10 / 3, 9) });
  });

  it('does not say that nothing is possible because little was drawn', async () => {
    const rare = { probabilities: { true: 1e-9, false: 1 - 1e-9 }, note: 'n' };
    const ruleSet = withRules({
      rules: [ifYes(30), points('colour', 'blue', 'b', 10)],
      impossible: [
        {
          all: [
            { fact: 'yes', operator: 'equal', value: false },
            { fact: 'level', operator: 'equal', value: 'low' },
          ],
        },
      ],
      weights: WEIGHTS,
    });
    const facts = { ...FACTS, yes: rare, level: { probabilities: { low: 1 - 1e-9, high: 1e-9 }, note: 'n' } };
    const scenario = await scenarioOf(ruleSet, { facts, perspective: 'p' });
    const appraisal = await appraise(ruleSet, scenario);
    expect(await robustness(ruleSet, scenario, appraisal, { exactUpTo: 0, replicates: 2 })).toEqual({
      noneDrawn: 2 * 4093,
    });
    expect(await robustness(ruleSet, scenario, appraisal)).toMatchObject({ exact: true });
  });
});
