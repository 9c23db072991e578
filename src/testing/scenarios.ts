import fc from 'fast-check';
import { wordsOf } from '../model/likelihood.js';
import { scenarioFrom } from '../model/resolve-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { ScenarioFile } from '../schema/generated/author-types.js';
import { weightsArbitrary } from './effects.js';
import { statedFacts } from './possible.js';
import { shownAs } from './shown.js';
import { situationArbitrary } from './situations.js';
import { numberSaying, type Saying, wordSaying } from './statements.js';
import { valueArbitrary } from './values.js';

/**
 * A valid scenario: facts that are certain, unknown, or uncertain in any form that a file has, judged by a perspective or by
 * weights of its own, now and then with options left out. At least one possible situation agrees with it. Shrinks towards
 * a scenario in which all facts are certain and neutral, and is printed as a scenario file. Throws a RangeError where no
 * situation is possible.
 */
export function scenarioArbitrary(ruleSet: RuleSet): fc.Arbitrary<Scenario> {
  return scenarioFileArbitrary(ruleSet).map(file => scenarioOfFile(ruleSet, file));
}

/** The scenario of a file that fits its rule set, printed as that file. */
export function scenarioOfFile(ruleSet: RuleSet, file: ScenarioFile): Scenario {
  return shownAs(scenarioFrom(file, ruleSet), file);
}

/** What `scenarioArbitrary` resolves: what a scenario file says. */
export function scenarioFileArbitrary(ruleSet: RuleSet): fc.Arbitrary<ScenarioFile> {
  const facts = statedFacts(ruleSet);
  const sayings = facts.map((fact): fc.Arbitrary<Saying> => {
    if (fact.domain.kind === 'number') return numberSaying(valueArbitrary(fact).map(Number));
    return wordSaying(fact.domain.values, wordsOf(ruleSet.likelihoodScale));
  });
  return fc
    .record({
      situation: situationArbitrary(ruleSet),
      sayings: fc.tuple(...sayings),
      judged: judgedArbitrary(ruleSet),
      left: leftArbitrary(ruleSet),
    })
    .map(({ situation, sayings, judged, left }) => ({
      ...{ id: 'random', title: 'A random scenario', 'rule-set': ruleSet.id, 'as-of': '2000-01-01' },
      ...judged,
      ...(left.length > 0 && { 'leave-out': Object.fromEntries(left.map(id => [id, 'so'])) }),
      facts: Object.fromEntries(facts.map(({ id }, i) => [id, sayings[i]!(situation.get(id)!)])),
    }));
}

function judgedArbitrary({ perspectives, criteria }: RuleSet) {
  const weights = weightsArbitrary([...criteria.keys()]).map(weights => ({ weights }));
  if (perspectives.size === 0) return weights;
  const perspective = fc.constantFrom(...perspectives.keys()).map(perspective => ({ perspective }));
  return fc.oneof({ withCrossShrink: true }, perspective, weights);
}

function leftArbitrary({ options, baseline }: RuleSet): fc.Arbitrary<string[]> {
  const some = fc.subarray([...options.keys()].filter(id => id !== baseline));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: some },
  );
}
