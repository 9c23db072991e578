import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flips, withValues } from '../../src/analysis/flips.js';
import { appraise } from '../../src/appraise.js';
import { loadScenario } from '../../src/load.js';
import type { Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { DOMAIN, scenarioData, textOf } from '../support/written.js';

/** Who leads strictly once some facts have these values, by the traced engine; undefined at a tie. */
async function leaderWith(ruleSet: RuleSet, scenario: Scenario, values: Map<string, Value>) {
  const { ranking } = await appraise(ruleSet, withValues(ruleSet, scenario, values));
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
      const ruleSet = withRules({ ...rules, impossible: [] });
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      const appraisal = await appraise(ruleSet, scenario!);
      const leader = appraisal.ranking[0]!.option;
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
