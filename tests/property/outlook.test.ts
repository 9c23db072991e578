import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flips } from '../../src/analysis/flips.js';
import { information } from '../../src/analysis/information.js';
import { outlook } from '../../src/analysis/outlook.js';
import { robustness } from '../../src/analysis/robustness.js';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { scenarioData, textOf } from '../support/written.js';

it('the summary says what the analyses say, though it looks only at options that may lead', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const appraisal = await appraise(ruleSet, scenario!);
      const told = await outlook(ruleSet, scenario!, appraisal);
      const firm = await robustness(ruleSet, scenario!, appraisal);
      const worth = await information(ruleSet, scenario!, appraisal);
      if (!('options' in firm) || !('facts' in worth)) {
        expect(told.first).toBeNull();
        return;
      }
      const firstOf = (id: string) => firm.options.find(({ option }) => option === id)!.acceptability[0]!;
      const leader = appraisal.ranking[0]!.option;
      expect(told.first!.probability).toBeCloseTo(firstOf(leader), 9);
      expect(told.first!.mostOftenProbability).toBeCloseTo(
        Math.max(...firm.options.map(one => firstOf(one.option))),
        9,
      );

      // What it is worth to know everything is what the best choice without falls short of the best with it: its regret.
      const chosen = firm.options.find(({ option }) => option === firm.expectedLeader)!;
      expect(worth.total).toBeCloseTo(chosen.expectedRegret, 7);
      expect(worth.expected).toBeCloseTo(chosen.expected, 7);
      const most = told.information!.most;
      expect(most?.value ?? 0).toBeCloseTo(Math.max(0, ...worth.facts.map(({ value }) => value)), 9);

      const { nearest, maxFacts } = told.flip!;
      const found = await flips(ruleSet, scenario!, appraisal, { maxFacts });
      expect(found.flips.length === 0).toBe(nearest === null);
      if (nearest) expect(found.flips).toContainEqual(nearest);
    }),
    { numRuns: 150 },
  );
}, 240_000);
