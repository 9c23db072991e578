import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import type { Appraisal, RankedOption } from '../../../src/model/appraisal.js';
import type { RuleSet } from '../../../src/model/rule-set.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { properties } from '../../../src/testing/properties.js';
import type { Appraiser } from '../../../src/testing/property.js';
import { ruleSetArbitrary } from '../../../src/testing/rule-sets.js';
import { gateIf, ifYes, withRules } from '../../support/appraising.js';
import { shippedRuleSet } from '../../support/shipped.js';

const NAMES = Object.keys(properties);

/** An appraiser that changes what ours says. */
const told =
  (change: (result: Appraisal, ruleSet: RuleSet) => Partial<Appraisal>): Appraiser =>
  async (ruleSet, scenario) => {
    const result = await appraise(ruleSet, scenario);
    return { ...result, ...change(result, ruleSet) };
  };

const eachRanked = (change: (option: RankedOption) => Partial<RankedOption>): Appraiser =>
  told(({ ranking }) => ({ ranking: ranking.map(one => ({ ...one, ...change(one) })) }));

/** Takes what is unknown for false: the neutral value, which is the first. */
const unknownIsFalse: Appraiser = (ruleSet, scenario) => {
  const facts = [...scenario.facts].map(([id, stated]) => {
    const { neutral } = ruleSet.facts.get(id)!;
    const unknown = stated.statement.kind === 'unknown';
    return [id, unknown ? { ...stated, statement: { kind: 'value', value: neutral } } : stated] as const;
  });
  return appraise(ruleSet, { ...scenario, facts: new Map(facts) } as Scenario);
};

/** Lets one result leak into the next. */
function leaking(): Appraiser {
  let before: number | null = null;
  return async (ruleSet, scenario) => {
    const result = await appraise(ruleSet, scenario);
    const margin = before;
    before = result.margin;
    return { ...result, margin };
  };
}

/** For each property an appraiser with the mistake that it is there to find. */
const BROKEN: Record<string, Appraiser> = {
  baselineScoresZero: eachRanked(({ score, cells }) => ({
    score: score + 1,
    cells: Object.fromEntries(
      Object.entries(cells).map(([id, cell]) => [id, { ...cell, value: cell.value + 1 }]),
    ),
  })),
  contributionsSumToScore: eachRanked(({ contributions }) => ({
    contributions: contributions.filter(({ rule }) => rule !== null),
  })),
  dominatedNeverLeads: told(({ ranking }) => {
    const last = Math.max(...ranking.map(({ rank }) => rank));
    return { ranking: ranking.map(one => ({ ...one, rank: last + 1 - one.rank })) };
  }),
  excludedAreNotRanked: told(({ ranking, excluded }) => ({
    ranking: [...ranking, ...excluded.map(({ option }) => ({ ...ranking[0]!, option }))],
  })),
  orderDoesNotMatter: (ruleSet, scenario) =>
    appraise({ ...ruleSet, rules: ruleSet.rules.slice(1) }, scenario),
  pointLiesInRange: eachRanked(({ low, high }) => ({ low, high: (low + high) / 2 })),
  ranksFollowScores: told(({ ranking }) => ({ ranking: ranking.map((one, i) => ({ ...one, rank: i + 1 })) })),
  sameInputsSameBytes: leaking(),
  scoresStayOnTheScale: eachRanked(({ contributions }) => {
    const rules = contributions.filter(({ rule }) => rule !== null);
    return { score: rules.reduce((sum, { weighted }) => sum + weighted, 0) };
  }),
  unknownNeverNarrows: unknownIsFalse,
};

describe('the ready-made properties', () => {
  it.each(NAMES)('%s holds of random rule sets', async name => {
    await fc.assert(
      fc.asyncProperty(ruleSetArbitrary(), fc.nat(), async (ruleSet, seed) => {
        await fc.assert(properties[name]!(ruleSet), { seed, numRuns: 5 });
      }),
      { numRuns: 40 },
    );
  });

  it.each(NAMES)('%s holds of the shipped rule set', async name => {
    await fc.assert(properties[name]!(await shippedRuleSet()), { numRuns: 10 });
  });

  const options = ['base', 'a', 'b', 'c'];
  const open = { when: { fact: 'colour', operator: 'equal', value: 'red' } };
  const ruleSet = withRules({
    options,
    // All weight on one criterion, so that a score can leave the scale where its clamp is lost.
    weights: { p: { x: 1, y: 0, z: 0 }, q: { x: 4, y: 1, z: 0 } },
    rules: [
      ifYes(70),
      ifYes(60),
      { ...ifYes(-30), ...open },
      { ...ifYes(20, 'c', 'y'), ...open },
      gateIf(false, 'b'),
    ],
  });

  it.each(NAMES)('%s fails of an appraiser with the mistake that it is there to find', async name => {
    const { failed, counterexample, errorInstance } = await fc.check(
      properties[name]!(ruleSet, BROKEN[name]),
      {
        numRuns: 500,
      },
    );
    expect(failed).toBe(true);
    expect(String(errorInstance)).toMatch(/^Error: .*\(4\.\d+\)$/);
    expect(fc.stringify(counterexample)).toContain('"rule-set":"random"');
  });

  it.each(NAMES)('%s lets an appraiser pass that wraps ours and changes nothing', async name => {
    await fc.assert(
      properties[name]!(
        ruleSet,
        told(() => ({})),
      ),
      { numRuns: 50 },
    );
  });
});
