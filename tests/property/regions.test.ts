import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beliefs } from '../../src/analysis/belief.js';
import { groupsInPlay } from '../../src/analysis/in-play.js';
import { regionBlocks, regionSpace } from '../../src/analysis/regions.js';
import { blockEvaluator } from '../../src/engine/block.js';
import { programOf } from '../../src/engine/program.js';
import { loadScenario } from '../../src/load.js';
import { blockScorer } from '../../src/mcda/block-scores.js';
import { normalise } from '../../src/mcda/weights.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { modelArbitrary } from '../support/random-model.js';
import { scenarioData, textOf } from '../support/written.js';

const WEIGHTS = (ruleSet: RuleSet) =>
  normalise(new Map([...ruleSet.criteria.keys()].map((id, i) => [id, i + 1])));

it('regions give the same probabilities and expected scores as every step of every fact on its own', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const program = programOf(ruleSet);
      const { known } = beliefs(ruleSet, scenario!);
      const roots = program.rules.map(({ node }) => node);
      const score = blockScorer(program, WEIGHTS(ruleSet));

      const expected = program.options.map(() => 0);
      const space = regionSpace(program, ruleSet.facts, known, roots);
      let possible = 0;
      for (const { truths, masses, rows } of regionBlocks(program, space)) {
        const { scores } = score(truths, rows);
        for (let row = 0; row < rows; row += 1) {
          possible += masses[row]!;
          scores.forEach((one, o) => {
            expected[o]! += one[row]! * masses[row]!;
          });
        }
      }

      // Every combination of steps, one at a time, impossible ones left out.
      const evaluate = blockEvaluator(program);
      const wanted = program.options.map(() => 0);
      let total = 0;
      const each = (at: number, steps: number[], mass: number): void => {
        if (mass === 0) return;
        if (at < known.length) {
          for (const [step, own] of known[at]!.masses.entries()) each(at + 1, [...steps, step], mass * own);
          return;
        }
        const truths = evaluate(
          steps.map(step => Uint8Array.of(step)),
          0,
          1,
        );
        if (program.impossible.some(node => truths.must[node]![0]! & 1)) return;
        total += mass;
        score(truths, 1).scores.forEach((one, o) => {
          wanted[o]! += one[0]! * mass;
        });
      };
      each(0, [], 1);

      expect(possible).toBeCloseTo(total, 9);
      for (const [o, one] of expected.entries()) expect(one).toBeCloseTo(wanted[o]!, 7);
    }),
    { numRuns: 200 },
  );
}, 120_000);

it('no condition in play tells the steps of one group apart, and some tells neighbouring groups apart', () => {
  fc.assert(
    fc.property(modelArbitrary, fc.nat(), ({ ruleSet, situations }, seed) => {
      const program = programOf(ruleSet);
      const roots = program.rules.map(({ node }) => node);
      const groups = groupsInPlay(program, ruleSet.facts, roots);
      const stated = program.facts.filter(({ derive }) => !derive);
      const steps = stated.map(({ id }) => {
        const set = situations[0]!.get(id)!;
        return set.toString(2).length - 1;
      });
      const at = seed % stated.length;
      const fires = (step: number) => {
        const row = steps.map((own, i) => Uint8Array.of(i === at ? step : own));
        const { must } = blockEvaluator(program)(row, 0, 1);
        return roots.map(node => must[node]![0]! & 1).join('');
      };
      for (const group of groups[at]!) expect(new Set(group.map(fires)).size).toBe(1);
      expect(groups[at]!.flat().sort((a, b) => a - b)).toEqual(
        Array.from({ length: stated[at]!.steps }, (_, i) => i),
      );
    }),
    { numRuns: 1000 },
  );
});
