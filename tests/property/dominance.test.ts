import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dominanceOverRegions } from '../../src/analysis/dominance-over-regions.js';
import { withValues } from '../../src/analysis/flips.js';
import { appraise } from '../../src/appraise.js';
import { impossibleIn } from '../../src/engine/evaluate.js';
import { programOf } from '../../src/engine/program.js';
import { settle } from '../../src/engine/settle.js';
import { loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import type { Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { scenarioData, textOf } from '../support/written.js';

/** Every situation that a scenario holds possible, appraised: a value for each possible step of each fact. */
async function everySituation(ruleSet: RuleSet, scenario: Scenario): Promise<Appraisal[]> {
  const { possible } = await settle(ruleSet, scenario);
  let all = [new Map<string, Value>()];
  for (const fact of ruleSet.facts.values()) {
    if (fact.derive) continue;
    const values = fact.steps.flatMap((step, i) => {
      if (!((possible.get(fact.id)! >> BigInt(i)) & 1n)) return [];
      return ['value' in step ? step.value : (step.low + step.high) / 2];
    });
    all = all.flatMap(one => values.map(value => new Map(one).set(fact.id, value)));
  }
  const found: Appraisal[] = [];
  for (const values of all) {
    const one = withValues(ruleSet, scenario, values);
    if ((await impossibleIn(ruleSet, await settle(ruleSet, one))).length === 0)
      found.push(await appraise(ruleSet, one));
  }
  return found;
}

/** Whether one option is ranked and at least as good as another everywhere, and better somewhere, or alone ranked. */
function dominatesIn({ ranking }: Appraisal, over: string, under: string): boolean {
  const [a, b] = [over, under].map(id => ranking.find(({ option }) => option === id));
  if (!a) return false;
  if (!b) return true;
  const differences = Object.keys(a.cells).map(id => a.cells[id]!.value - b.cells[id]!.value);
  return differences.every(d => d >= 0) && differences.some(d => d > 0);
}

it('an option dominates everywhere just if it does in every situation, appraised one by one', async () => {
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const appraisal = await appraise(ruleSet, scenario!);
      const program = programOf(ruleSet);
      const found = await dominanceOverRegions(program, ruleSet, scenario!, appraisal);
      const all = await everySituation(ruleSet, scenario!);
      fc.pre(all.length > 0);
      const ranked = appraisal.ranking.map(({ option }) => option).sort();
      for (const over of ranked) {
        for (const under of ranked.filter(id => id !== over)) {
          const isPair = (one: { over: string; under: string }) => one.over === over && one.under === under;
          const told = found.find(isPair)?.everywhere ?? false;
          const onEstimates = appraisal.dominance.find(isPair)?.certainty ?? 'none';
          seen.add(`${onEstimates} ${told}`);
          expect([over, under, told]).toEqual([over, under, all.every(one => dominatesIn(one, over, under))]);
          // What holds on the best estimates alone is told as well.
          if (onEstimates !== 'none') expect(found.some(isPair)).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual([
    ...['certain true', 'none false', 'none true', 'possible false', 'possible true'],
  ]);
}, 240_000);
