import { fits } from '../model/operators.js';
import { scenarioFrom } from '../model/resolve-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { type Situation, statedFacts } from './possible.js';

/**
 * The scenario that states a situation for certain, judged by a perspective: if none is given, by the first by id. Throws a
 * RangeError for a perspective that does not exist, and unless the situation has a fitting value for each fact that
 * scenarios state, and for no other.
 */
export function certainScenario(
  ruleSet: RuleSet,
  situation: Situation,
  perspective: string | undefined = [...ruleSet.perspectives.keys()][0],
): Scenario {
  const facts = statedFacts(ruleSet);
  const wrong =
    facts.find(({ id, domain }) => !fits(situation.get(id), domain))?.id ??
    [...situation.keys()].find(id => !facts.some(fact => fact.id === id));
  if (wrong !== undefined) throw new RangeError(`the situation has no fitting value for \`${wrong}\``);
  if (perspective === undefined || !ruleSet.perspectives.has(perspective))
    throw new RangeError(`unknown perspective \`${perspective}\``);
  const about = { id: 'situation', title: 'A situation', 'rule-set': ruleSet.id, 'as-of': '2000-01-01' };
  return scenarioFrom({ ...about, perspective, facts: Object.fromEntries(situation) }, ruleSet);
}
