import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beliefs } from '../../src/analysis/belief.js';
import { withValues } from '../../src/analysis/flips.js';
import { robustness } from '../../src/analysis/robustness.js';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import type { Value } from '../../src/model/fact.js';
import type { Robustness } from '../../src/model/robustness.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { scenarioData, textOf } from '../support/written.js';

/** Every situation that a scenario holds possible, a value for each step with any mass, and its probability. */
function situations(ruleSet: RuleSet, scenario: Scenario): { values: Map<string, Value>; mass: number }[] {
  let all = [{ values: new Map<string, Value>(), mass: 1 }];
  for (const { fact, masses } of beliefs(ruleSet, scenario).known) {
    const options = ruleSet.facts.get(fact)!.steps.flatMap((step, i) => {
      const value = 'value' in step ? step.value : (step.low + step.high) / 2;
      return masses[i]! > 0 ? [{ value, mass: masses[i]! }] : [];
    });
    all = all.flatMap(one =>
      options.map(({ value, mass }) => ({
        values: new Map(one.values).set(fact, value),
        mass: one.mass * mass,
      })),
    );
  }
  return all;
}

it('exact robustness is what appraising every situation and weighing it by its probability gives', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules({ ...rules, impossible: [] });
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const all = situations(ruleSet, scenario!);
      fc.pre(all.length <= 60);
      const appraisal = await appraise(ruleSet, scenario!);
      const found = (await robustness(ruleSet, scenario!, appraisal)) as Robustness;
      expect(found.exact).toBe(true);

      const wanted = new Map(
        found.options.map(({ option }) => [option, { first: 0, excluded: 0, expected: 0 }]),
      );
      for (const { values, mass } of all) {
        const { ranking, excluded } = await appraise(ruleSet, withValues(ruleSet, scenario!, values));
        const leaders = ranking.filter(({ rank }) => rank === 1);
        for (const { option } of leaders) wanted.get(option)!.first += mass / leaders.length;
        for (const { option } of excluded) wanted.get(option)!.excluded += mass;
        for (const { option, score } of ranking) wanted.get(option)!.expected += mass * score;
      }
      for (const { option, acceptability, excluded, expected } of found.options) {
        const { first, excluded: out, expected: mean } = wanted.get(option)!;
        expect([option, acceptability[0], excluded, expected]).toEqual([
          option,
          expect.closeTo(first, 9),
          expect.closeTo(out, 9),
          expect.closeTo(mean, 7),
        ]);
        expect(acceptability.reduce((a, b) => a + b, 0) + excluded).toBeCloseTo(1, 9);
      }
      for (const [a, row] of Object.entries(found.pairwise)) {
        for (const [b, above] of Object.entries(row))
          expect(above + found.pairwise[b]![a]!).toBeCloseTo(1, 9);
      }
    }),
    { numRuns: 40 },
  );
}, 240_000);

it('estimates lie within four standard errors of what is exact', async () => {
  await fc.assert(
    fc.asyncProperty(
      rulesArbitrary,
      saidArbitrary,
      fc.integer({ min: 1, max: 1000 }),
      async (rules, said, seed) => {
        const ruleSet = withRules(rules);
        const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
        fc.pre(scenario !== undefined);
        const appraisal = await appraise(ruleSet, scenario!);
        const exact = await robustness(ruleSet, scenario!, appraisal);
        const drawn = await robustness(ruleSet, scenario!, appraisal, { exactUpTo: 0, seed });
        if (!('options' in exact) || !('options' in drawn)) return;
        expect([drawn.exact, drawn.draws]).toEqual([false, 16 * 4093]);
        for (const one of exact.options) {
          const other = drawn.options.find(({ option }) => option === one.option)!;
          // Points are evenly spaced, so of a share that falls between two counts all 16 replicates may give the same one,
          // and the error that they show is 0. It is at most half a point of 4,093 in each; so the slack is that of four
          // such errors, of a mean times the range of scores.
          const grain = 4 / (2 * 4093 * 4);
          const near = (a: number, b: number, error: number, range: number) =>
            expect(Math.abs(a - b)).toBeLessThanOrEqual(4 * error + range * grain);
          near(other.expected, one.expected, other.standardError!.expected, 200);
          near(other.acceptability[0]!, one.acceptability[0]!, other.standardError!.acceptability[0]!, 1);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 240_000);
