import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flips } from '../../src/analysis/flips.js';
import { information } from '../../src/analysis/information.js';
import { robustness } from '../../src/analysis/robustness.js';
import { sensitivity } from '../../src/analysis/sensitivity.js';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { ruleSetOf, withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { shuffled } from '../support/shuffled.js';
import {
  PLAIN,
  type Rules,
  ruleSetData,
  type Said,
  scenarioData,
  textOf,
  textsOf,
} from '../support/written.js';

/** What all analyses say of the options a, b, c and of doing nothing, numbers rounded, without what they were made from. */
async function everything(ruleSet: RuleSet, scenario: Scenario) {
  const appraisal = await appraise(ruleSet, scenario);
  const firm = await robustness(ruleSet, scenario, appraisal);
  const worth = await information(ruleSet, scenario, appraisal);
  const found = await flips(ruleSet, scenario, appraisal, { maxFacts: 2, most: 1000 });
  const drives = await sensitivity(ruleSet, scenario, appraisal);
  const isOld = (id: string) => ['a', 'b', 'base', 'c'].includes(id);
  const round = (x: number) => Math.round(x * 1e6) / 1e6 + 0;
  const place = (o: string) => {
    const order = appraisal.ranking.filter(({ option }) => isOld(option));
    return order.findIndex(({ option }) => option === o);
  };
  return {
    order: appraisal.ranking
      .filter(({ option }) => isOld(option))
      .map(({ option, score }) => [option, round(score)]),
    places: ['a', 'b', 'base', 'c'].map(place),
    expected:
      'options' in firm &&
      firm.options
        .filter(({ option }) => isOld(option))
        .map(({ option, expected, excluded }) => [option, round(expected), round(excluded)])
        .sort(),
    pairwise: 'options' in firm && round(firm.pairwise.base?.a ?? 0),
    worth: 'facts' in worth && [
      round(worth.total),
      worth.facts.map(({ fact, value }) => [fact, round(value)]).sort(),
    ],
    flips: found.flips
      .map(({ changes, leader }) => [changes.map(({ fact, to }) => `${fact}=${to}`).join(' '), leader])
      .sort(),
    rules: drives.rules.map(({ rule, change }) => [rule, round(change)]).sort(),
    ranges: drives.facts
      .map(({ fact, codebook }) => [fact, round(codebook.low.margin), round(codebook.high.margin)])
      .sort(),
  };
}

type Everything = Awaited<ReturnType<typeof everything>>;

const load = async (ruleSet: RuleSet, said: Said): Promise<Scenario | undefined> =>
  (await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet)).scenario;

/** Holds that what all analyses say stays as it is under a change of the rules or of what is said. */
async function staysUnder(
  change: (rules: Partial<Rules>, said: Said) => { ruleSet: RuleSet; said: Said },
  tell: (one: Everything) => unknown = one => one,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const scenario = await load(ruleSet, said);
      fc.pre(scenario !== undefined);
      const changed = change(rules, said);
      const other = await load(changed.ruleSet, changed.said);
      expect(other).toBeDefined();
      expect(tell(await everything(changed.ruleSet, other!))).toEqual(
        tell(await everything(ruleSet, scenario!)),
      );
    }),
    { numRuns: 40 },
  );
}

describe('what every analysis says stays as it is', () => {
  it('when a criterion of weight zero is added, with points on it', async () => {
    await staysUnder((rules, said) => {
      const more = {
        when: { fact: 'level', operator: 'atLeast', value: 'none' },
        then: [{ option: 'a', criterion: 'idle', points: 90 }],
      };
      const idle = (weights: Record<string, number>) => ({ ...weights, idle: 0 });
      const { p, q } = rules.weights ?? PLAIN.weights;
      return {
        ruleSet: withRules({
          ...rules,
          criteria: [...PLAIN.criteria, 'idle'],
          rules: [...rules.rules!, more],
          weights: { p: idle(p), q: idle(q) },
        }),
        said: { ...said, ...(said.weights && { weights: idle(said.weights) }) },
      };
    });
  }, 240_000);

  it('when an option is added that is as bad as can be on every criterion: the others keep order and scores', async () => {
    await staysUnder(
      (rules, said) => {
        fc.pre(Object.keys(said.leaveOut ?? {}).length < 3); // Alone, doing nothing has no margin over anything.
        const worse = {
          when: { fact: 'level', operator: 'atLeast', value: 'none' },
          then: PLAIN.criteria.map(criterion => ({ option: 'worse', criterion, points: -100 })),
        };
        const ruleSet = withRules({
          ...rules,
          options: [...PLAIN.options, 'worse'],
          rules: [...rules.rules!, worse],
        });
        return { ruleSet, said };
      },
      ({ rules: _, ...rest }) => rest, // Its own rule would be among them.
    );
  }, 240_000);

  it('when the entries of all files are put in another order', async () => {
    await staysUnder((rules, said) => ({
      ruleSet: ruleSetOf(textsOf(shuffled(ruleSetData(rules), 7) as Record<string, object>)),
      said,
    }));
  }, 240_000);

  it('when weights are scaled', async () => {
    const scaled = (weights: Record<string, number>) =>
      Object.fromEntries(Object.entries(weights).map(([id, w]) => [id, 8 * w]));
    await staysUnder((rules, said) => {
      const { p, q } = rules.weights ?? PLAIN.weights;
      return {
        ruleSet: withRules({ ...rules, weights: { p: scaled(p), q: scaled(q) } }),
        said: { ...said, ...(said.weights && { weights: scaled(said.weights) }) },
      };
    });
  }, 240_000);

  it('when a fact is added that no rule reads', async () => {
    await staysUnder((rules, said) => {
      const data = ruleSetData(rules) as Record<string, { facts?: object }>;
      const facts = {
        ...data['facts.yaml']!.facts,
        idle: { title: 'F', question: 'Q', boolean: true, anchors: { true: 'so', false: 'so' } },
      };
      return {
        ruleSet: ruleSetOf(textsOf({ ...data, 'facts.yaml': { facts } })),
        said: { ...said, facts: { ...said.facts, idle: true } },
      };
    });
  }, 240_000);
});
