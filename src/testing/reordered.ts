import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Condition } from '../model/condition.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';

/** A shuffle of lists and maps that a seed determines. */
function shuffler(seed: number) {
  const random = xoroshiro128plus(seed);
  const list = <T>(items: readonly T[]): T[] => {
    const left = [...items];
    return items.map(() => left.splice(uniformInt(random, 0, left.length - 1), 1)[0]!);
  };
  const map = <T>(entries: ReadonlyMap<string, T>): Map<string, T> => new Map(list([...entries]));
  return { list, map };
}

/** The same rule set with everything whose order means nothing in another order, down to the parts of conditions. */
export function reorderedRuleSet(ruleSet: RuleSet, seed: number): RuleSet {
  const { list, map } = shuffler(seed);
  const known = new Map<Condition, Condition>();
  const turned = (condition: Condition): Condition => {
    const made = known.get(condition) ?? turn(condition);
    known.set(condition, made);
    return made;
  };
  const turn = (condition: Condition): Condition => {
    switch (condition.kind) {
      case 'leaf':
        return condition;
      case 'not':
      case 'named':
        return { ...condition, of: turned(condition.of) };
      default:
        return { kind: condition.kind, of: list(condition.of.map(turned)) };
    }
  };
  const when = <T extends { when: Condition }>(one: T): T => ({ ...one, when: turned(one.when) });
  const each = <T>(entries: ReadonlyMap<string, T>, change: (one: T) => T) =>
    map(new Map([...entries].map(([id, one]) => [id, change(one)])));
  return {
    ...ruleSet,
    criteria: map(ruleSet.criteria),
    perspectives: each(ruleSet.perspectives, one => ({ ...one, weights: map(one.weights) })),
    sources: map(ruleSet.sources),
    facts: each(ruleSet.facts, fact => ({
      ...fact,
      ...(fact.derive && {
        derive: fact.derive.map(({ value, when }) => ({ value, ...(when && { when: turned(when) }) })),
      }),
    })),
    options: map(ruleSet.options),
    conditions: each(ruleSet.conditions, when),
    impossible: list(ruleSet.impossible.map(when)),
    rules: list(ruleSet.rules.map(rule => ({ ...when(rule), effects: list(rule.effects) }))),
  };
}

/** The same scenario with its facts, weights, sources and options that are left out in another order. */
export function reorderedScenario(scenario: Scenario, seed: number): Scenario {
  const { map } = shuffler(seed);
  return {
    ...scenario,
    ...(scenario.weights && { weights: map(scenario.weights) }),
    leaveOut: map(scenario.leaveOut),
    sources: map(scenario.sources),
    facts: map(scenario.facts),
  };
}
