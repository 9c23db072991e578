import type { Fact, Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';

/** A value for every stated fact. */
export type Situation = Map<string, Value>;

/** A value in each step of each stated fact. */
export function valuesOf({ steps, neutral, domain }: Fact): Value[] {
  const values = steps.map(step => ('value' in step ? step.value : (step.low + step.high) / 2));
  if (domain.kind !== 'number') return values;
  // The neutral value stands for its own step.
  const home = steps.findIndex(
    step =>
      !('value' in step) &&
      (step.lowOpen ? Number(neutral) > step.low : Number(neutral) >= step.low) &&
      (step.highOpen ? Number(neutral) < step.high : Number(neutral) <= step.high),
  );
  return values.map((value, i) => (i === home ? neutral : value));
}

/** One situation of every region of a rule set, possible or not. */
export function everySituation(ruleSet: RuleSet): Situation[] {
  let all: Situation[] = [new Map()];
  for (const fact of ruleSet.facts.values()) {
    if (fact.derive) continue;
    all = all.flatMap(one => valuesOf(fact).map(value => new Map(one).set(fact.id, value)));
  }
  return all;
}
