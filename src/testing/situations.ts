import fc from 'fast-check';
import type { RuleSet } from '../model/rule-set.js';
import { hasPossible, nearestPossible, possibility, type Situation, statedFacts } from './possible.js';
import { valueArbitrary } from './values.js';

/**
 * A possible situation: a value for every fact that scenarios state, where no `impossible` condition of the rule set holds.
 * Numbers are mostly those at which conditions change, and next to these. Shrinks towards the `neutral` values of the
 * codebook. Throws a RangeError where no situation is possible.
 */
export function situationArbitrary(ruleSet: RuleSet): fc.Arbitrary<Situation> {
  if (hasPossible(ruleSet) === false) throw new RangeError(`no situation of \`${ruleSet.id}\` is possible`);
  const facts = statedFacts(ruleSet);
  const isPossible = possibility(ruleSet);
  return (
    fc
      .tuple(...facts.map(valueArbitrary))
      .map((values): Situation => new Map(facts.map(({ id }, i) => [id, values[i]!])))
      .map(situation => (isPossible(situation) ? situation : nearestPossible(ruleSet, situation)))
      // Finding a near one is given up on where it would take too long.
      .filter(isPossible)
  );
}
