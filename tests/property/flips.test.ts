import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flipAxes } from '../../src/analysis/flip-axes.js';
import { searchFlips } from '../../src/analysis/flip-search.js';
import { flips, withValues } from '../../src/analysis/flips.js';
import { appraise } from '../../src/appraise.js';
import { impossibleIn } from '../../src/engine/evaluate.js';
import { programOf } from '../../src/engine/program.js';
import { settle } from '../../src/engine/settle.js';
import { loadScenario } from '../../src/load.js';
import { normalise } from '../../src/mcda/weights.js';
import type { Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { DOMAIN, scenarioData, textOf } from '../support/written.js';

/** Who leads strictly once some facts have these values, by the traced engine; undefined at a tie, or where that is impossible. */
async function leaderWith(ruleSet: RuleSet, scenario: Scenario, values: Map<string, Value>) {
  const changed = withValues(ruleSet, scenario, values);
  if ((await impossibleIn(ruleSet, await settle(ruleSet, changed))).length > 0) return undefined;
  const { ranking } = await appraise(ruleSet, changed);
  return ranking[0]!.tied ? undefined : ranking[0]!.option;
}

/** Every way to give one or two facts a value. */
function pairs(): Map<string, Value>[] {
  const singles = Object.entries(DOMAIN).flatMap(([fact, values]) =>
    values.map((value): [string, Value] => [fact, value]),
  );
  const doubles = singles.flatMap((a, i) =>
    singles
      .slice(i + 1)
      .filter(b => b[0] !== a[0])
      .map(b => [a, b]),
  );
  return [...singles.map(one => new Map([one])), ...doubles.map(two => new Map(two))];
}

it('flips are found whenever trying every one and two values finds one, and none of their changes can be left out', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const appraisal = await appraise(ruleSet, scenario!);
      const leader = appraisal.ranking[0]!.tied ? undefined : appraisal.ranking[0]!.option;
      const found = await flips(ruleSet, scenario!, appraisal, { maxFacts: 2, most: 1000 });
      expect(found.complete).toBe(true);

      for (const { changes, leader: other } of found.flips) {
        const all = new Map(changes.map(({ fact, to }) => [fact, to]));
        expect(await leaderWith(ruleSet, scenario!, all)).toBe(other);
        expect(other).not.toBe(leader);
        for (const fact of all.keys()) {
          const fewer = new Map([...all].filter(([id]) => id !== fact));
          expect([leader, undefined]).toContain(
            fewer.size === 0 ? leader : await leaderWith(ruleSet, scenario!, fewer),
          );
        }
      }
      for (const values of pairs()) {
        const other = await leaderWith(ruleSet, scenario!, values);
        if (other === undefined || other === leader) continue;
        const within = found.flips.some(({ changes }) => changes.every(({ fact }) => values.has(fact)));
        expect([[...values], within]).toEqual([[...values], true]);
      }
    }),
    { numRuns: 25 },
  );
}, 240_000);

it('bounds pass over nothing: the same flips are found as by evaluating every combination', async () => {
  let passedOver = 0;
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const { ranking, weights } = await appraise(ruleSet, scenario!);
      const program = programOf(ruleSet);
      const readings = await settle(ruleSet, scenario!);
      const ranked = program.options.flatMap((id, o) => (scenario!.leaveOut.has(id) ? [] : [o]));
      const rival = program.options.indexOf(ranking[0]!.option);
      const search = {
        ...{ program, readings, ranked, maxFacts: 3, budget: Number.POSITIVE_INFINITY },
        axes: flipAxes(program, ruleSet, scenario!, readings),
        weights: normalise(new Map(Object.entries(weights))),
        wanted: ranked.filter(option => option !== rival).map(option => ({ option, rival })),
      };
      const all = await searchFlips({ ...search, prunes: false });
      const bounded = await searchFlips(search);
      const told = ({ found }: typeof all) =>
        found.map(({ move, ...rest }) => [move.map(({ axis, target }) => [axis.fact.id, target.step]), rest]);
      expect(told(bounded)).toEqual(told(all));
      expect(bounded.provedUpTo).toBe(3);
      passedOver += all.tried - bounded.tried;
    }),
    { numRuns: 3000 },
  );
  expect(passedOver).toBeGreaterThan(0);
}, 240_000);
