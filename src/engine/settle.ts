import type { Fact, Steps } from '../model/fact.js';
import { pointSteps, possibleSteps } from '../model/reading.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario, Statement, StepSets } from '../model/scenario.js';
import { stepOf } from '../model/steps.js';
import { prepared } from './prepared.js';
import type { Truth } from './truth.js';

/** Both readings of a scenario, one and the same where they say the same, with the derived facts computed. A value stated for one of these is not used. */
export async function settle(ruleSet: RuleSet, scenario: Scenario): Promise<Readings> {
  const stated = statedReadings(ruleSet, scenario);
  const point = await withDerived(ruleSet, stated.point);
  const isOne = [...stated.point].every(([fact, steps]) => stated.possible.get(fact) === steps);
  return { point, possible: isOne ? point : await withDerived(ruleSet, stated.possible) };
}

/** Both readings of the facts that are not derived, which decide the others. */
export function statedReadings(ruleSet: RuleSet, scenario: Scenario): Readings {
  return {
    point: statedSets(ruleSet, scenario, pointSteps),
    possible: statedSets(ruleSet, scenario, possibleSteps),
  };
}

function statedSets(
  ruleSet: RuleSet,
  scenario: Scenario,
  stepsOf: (fact: Fact, statement: Statement) => Steps,
): Map<string, Steps> {
  const stated = [...ruleSet.facts.values()].filter(fact => !fact.derive);
  return new Map(stated.map(fact => [fact.id, stepsOf(fact, scenario.facts.get(fact.id)!.statement)]));
}

/** The sets of the stated facts with those of the derived ones, which follow from them. */
export async function withDerived(ruleSet: RuleSet, stated: StepSets): Promise<StepSets> {
  const sets = new Map(stated);
  for (const { facts, evaluate } of prepared(ruleSet).layers) {
    const truths = (await evaluate(sets)).map(({ truth }) => truth);
    for (const fact of facts) sets.set(fact.id, derivedSteps(fact, truths));
  }
  return sets;
}

/** The value of each entry that may hold and of the first that must, where it stops. Takes its truths off the front. */
function derivedSteps(fact: Fact, truths: Truth[]): Steps {
  const own = truths.splice(0, fact.derive!.filter(({ when }) => when).length);
  const first = own.indexOf('true');
  const last = first === -1 ? fact.derive!.length - 1 : first;
  return fact.derive!.reduce(
    (set, { value }, i) => (i <= last && own[i] !== 'false' ? set | stepOf(fact.steps, value) : set),
    0n,
  );
}
