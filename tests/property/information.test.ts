import fc from 'fast-check';
import { expect, it } from 'vitest';
import { information } from '../../src/analysis/information.js';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { scenarioData, textOf } from '../support/written.js';

it('knowing one fact is worth something from 0 to what knowing everything is worth, and draws come near to that', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const appraisal = await appraise(ruleSet, scenario!);
      const exact = await information(ruleSet, scenario!, appraisal);
      if (!('facts' in exact)) return;
      for (const { value, answers, changesLeader } of exact.facts) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(exact.total + 1e-9);
        expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
        if (value > 1e-6) expect(changesLeader).toBeGreaterThan(0);
      }
      const drawn = await information(ruleSet, scenario!, appraisal, { exactUpTo: 0 });
      if (!('facts' in drawn)) return;
      expect(Math.abs(drawn.total - exact.total)).toBeLessThanOrEqual(4 * drawn.totalError! + 0.02);
    }),
    { numRuns: 60 },
  );
}, 120_000);
