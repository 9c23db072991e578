import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraise } from '../../../src/appraise.js';
import { loadScenario } from '../../../src/load.js';
import type { RuleSet } from '../../../src/model/rule-set.js';
import type { AuthoredStatement } from '../../../src/schema/generated/author-types.js';
import { ruleSetArbitrary } from '../../../src/testing/rule-sets.js';
import { scenarioArbitrary, scenarioFileArbitrary, scenarioOfFile } from '../../../src/testing/scenarios.js';
import { ifYes, withRules } from '../../support/appraising.js';
import { shippedRuleSet } from '../../support/shipped.js';

/** In which form a fact is stated. */
function formOf(stated: AuthoredStatement): string {
  if (typeof stated !== 'object') return stated === 'unknown' ? 'unknown' : 'certain';
  const { between, probabilities, likelihood, likely, shape } = stated;
  if (between) return shape ?? (likely === undefined ? 'between' : 'likely');
  if (probabilities) return 'probabilities';
  return likelihood === undefined ? 'confidence' : 'likelihood';
}

async function loadsAsItIs(ruleSet: RuleSet, seed: number, numRuns: number): Promise<void> {
  for (const file of fc.sample(scenarioFileArbitrary(ruleSet), { seed, numRuns })) {
    const made = scenarioOfFile(ruleSet, file);
    const text = fc.stringify(made);
    const { scenario, diagnostics } = await loadScenario({ path: 's.yaml', text }, ruleSet);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario!.hash).toBe(made.hash);
    expect((await appraise(ruleSet, made)).ranking).toEqual((await appraise(ruleSet, scenario!)).ranking);
  }
}

describe('a random scenario', () => {
  it('is printed as a file that loads without an error, and is the same scenario then', async () => {
    await fc.assert(
      fc.asyncProperty(ruleSetArbitrary(), fc.nat(), (ruleSet, seed) => loadsAsItIs(ruleSet, seed, 5)),
      { numRuns: 60 },
    );
  });

  it('is so of the shipped rule set', async () => {
    await loadsAsItIs(await shippedRuleSet(), 1, 15);
  });

  it('states facts in every form, by a perspective or weights, with and without options left out', () => {
    const files = fc.sample(scenarioFileArbitrary(withRules({ rules: [ifYes(30)] })), {
      seed: 1,
      numRuns: 400,
    });
    expect(new Set(files.flatMap(({ facts }) => Object.values(facts).map(formOf)))).toEqual(
      new Set([
        ...['certain', 'unknown', 'confidence', 'likelihood', 'probabilities'],
        ...['between', 'likely', 'pert'],
      ]),
    );
    const judged = files.map(({ perspective, weights }) => perspective ?? typeof weights);
    expect(new Set(judged)).toEqual(new Set(['p', 'q', 'object']));
    const left = files.flatMap(one => Object.keys(one['leave-out'] ?? {}));
    expect(new Set(left)).toEqual(new Set(['a', 'b', 'c']));
    expect(files.some(one => !one['leave-out'])).toBe(true);
  });

  it('shrinks to one in which all is certain and neutral, but for what makes a property fail', () => {
    const ruleSet = withRules({ rules: [ifYes(30)] });
    const known = fc.property(
      scenarioArbitrary(ruleSet),
      ({ facts }) => facts.get('colour')!.statement.kind !== 'unknown',
    );
    for (const seed of [1, 2, 3, 4, 5]) {
      const { counterexample } = fc.check(known, { seed });
      const { facts, perspective, leaveOut } = counterexample![0];
      expect(
        [...facts.values()].map(({ statement }) => ('value' in statement ? statement.value : '?')),
      ).toEqual(['?', 'none', 0, false]);
      expect([perspective, leaveOut.size]).toEqual(['p', 0]);
    }
  });
});
