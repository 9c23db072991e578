import { groupsOfAll } from '../analysis/in-play.js';
import { programOf } from '../engine/program.js';
import type { Condition } from '../model/condition.js';
import type { Fact, Steps } from '../model/fact.js';
import type { Possible } from '../model/implication.js';
import type { RuleSet } from '../model/rule-set.js';
import type { StepSets } from '../model/scenario.js';
import type { CoveredFact, CoveredValue } from '../model/test-result.js';
import { sayStep } from './say-step.js';

/**
 * Which values of each fact some situations had: the steps that any condition of the rule set tells apart, and the levels. A
 * fact that a situation leaves open has a step only if all that it can be is inside it, and so for levels.
 */
export function coveredFacts(
  ruleSet: RuleSet,
  situations: readonly StepSets[],
  possible: Possible,
): CoveredFact[] {
  const program = programOf(ruleSet);
  const roots = [...program.rules.map(({ node }) => node), ...program.impossible];
  const groups = groupsOfAll(program, ruleSet.facts, roots);
  const groupsById = new Map(program.facts.map(({ id }, i) => [id, groups[i]!]));
  return [...ruleSet.facts.values()].map(fact => {
    const sets = situations.map(facts => facts.get(fact.id)!);
    const covered = <T>(is: T, steps: readonly number[]) =>
      coveredValue(is, fact, maskOf(steps), sets, possible);
    return {
      fact: fact.id,
      derived: fact.derive !== undefined,
      steps: groupsById.get(fact.id)!.map(steps => covered(sayStep(fact, steps), steps)),
      levels: fact.domain.kind === 'number' ? [] : fact.domain.values.map((value, i) => covered(value, [i])),
    };
  });
}

function coveredValue<T>(
  is: T,
  { id }: Fact,
  steps: Steps,
  sets: readonly Steps[],
  possible: Possible,
): CoveredValue<T> {
  const times = sets.filter(set => (set & ~steps) === 0n).length;
  const asked: Condition = { kind: 'leaf', fact: id, operator: 'in', value: [], steps };
  return { is, times, impossible: times === 0 && possible(asked) === false };
}

function maskOf(steps: readonly number[]): Steps {
  return steps.reduce((mask, step) => mask | (1n << BigInt(step)), 0n);
}
