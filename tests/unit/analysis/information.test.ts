import { describe, expect, it } from 'vitest';
import { information } from '../../../src/analysis/information.js';
import { appraise } from '../../../src/appraise.js';
import type { Information } from '../../../src/model/information.js';
import { FACTS, ifYes, scenarioOf, when, withRules } from '../../support/appraising.js';

const note = 'n';

async function informed(rules: Parameters<typeof withRules>[0]['rules'], facts: Record<string, unknown>) {
  const ruleSet = withRules({ rules: rules!, weights: { p: { x: 1, y: 0, z: 0 }, q: { x: 1, y: 1, z: 1 } } });
  const scenario = await scenarioOf(ruleSet, { facts: { ...FACTS, ...facts }, perspective: 'p' });
  return (await information(ruleSet, scenario, await appraise(ruleSet, scenario))) as Information;
}

/** `a` gains 30 if yes and loses 20 if no; doing nothing is 0. */
const GAMBLE = [
  ifYes(30),
  { ...when('yes', 'equal', false), then: [{ option: 'a', criterion: 'x', points: -20 }] },
];

describe('the value of information', () => {
  it('of a gamble is what one saves by not taking it: 0.6 x 20 where it is worth taking', async () => {
    const yes = { probabilities: { true: 0.6, false: 0.4 }, note };
    const { total, facts, expectedLeader, expected } = await informed(GAMBLE, { yes });
    expect([expectedLeader, expected]).toEqual(['a', expect.closeTo(0.6 * 30 - 0.4 * 20, 9)]);
    expect([total, facts[0]!.value]).toEqual([expect.closeTo(0.4 * 20, 9), expect.closeTo(0.4 * 20, 9)]);
    expect(facts[0]).toMatchObject({ fact: 'yes', exact: true, changesLeader: 0.4 });
    expect(facts[0]!.answers.map(({ is, leader }) => [is, leader])).toEqual([
      ['false', 'base'],
      ['true', 'a'],
    ]);
  });

  it('of a gamble that is not worth taking is what one would win: 0.3 x 30', async () => {
    const yes = { probabilities: { true: 0.3, false: 0.7 }, note };
    expect((await informed(GAMBLE, { yes })).total).toBeCloseTo(0.3 * 30, 9);
  });

  it('of two facts need not add up: neither alone is worth anything where only both together change the choice', async () => {
    const both = {
      when: {
        all: [
          { fact: 'yes', operator: 'equal', value: true },
          { fact: 'colour', operator: 'equal', value: 'red' },
        ],
      },
      then: [{ option: 'a', criterion: 'x', points: 30 }],
    };
    const cost = {
      when: { fact: 'level', operator: 'atLeast', value: 'none' },
      then: [{ option: 'a', criterion: 'x', points: -20 }],
    };
    const facts = {
      yes: { probabilities: { true: 0.5, false: 0.5 }, note },
      colour: { probabilities: { red: 0.5, blue: 0.5 }, note },
    };
    const { total, facts: values } = await informed([both, cost], facts);
    expect(total).toBeCloseTo(0.25 * 10, 9);
    expect(values.map(({ value }) => value)).toEqual([0, 0]);
  });

  it('of what changes no choice is 0', async () => {
    const { total, facts } = await informed([ifYes(30)], {
      yes: { probabilities: { true: 0.9, false: 0.1 }, note },
    });
    expect([total, facts[0]!.value, facts[0]!.changesLeader]).toEqual([0, 0, 0]);
  });
});
