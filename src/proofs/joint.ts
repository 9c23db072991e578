import { normalise } from '../mcda/weights.js';
import { hashOf } from '../model/canonical.js';
import type { Condition } from '../model/condition.js';
import { by, sortedMap } from '../model/order.js';
import type { Effect, Rule, RuleSet } from '../model/rule-set.js';
import { type JointFacts, jointFacts, nameOf, rewrite, type Together } from './joint-facts.js';
import { onSide, SIDES, type Side } from './sides.js';

/** Two rule sets as one, in which a question about both is a question about one. */
export interface Joint {
  /**
   * Each option stands twice, `a::x` with the cells and gates that the first gives it, `b::x` with those of the second. A
   * situation is possible in it if it is in both. Criteria are those of either; a perspective stands as `a::p` and `b::p`.
   */
  ruleSet: RuleSet;
  /** How each fact of either stands in it, by the id that it has there. */
  together: ReadonlyMap<string, Together>;
}

/**
 * Puts two resolved rule sets together. Rules whose conditions mean the same stand once, with the effects that each side gives
 * them; others stand on their side. Facts likewise: `Together` says how. Of a fact whose values differ only those count that
 * both know, and facts that one side alone has are free. Where neutral values differ the second's is taken. Has no properties.
 */
export function joint(a: RuleSet, b: RuleSet): Joint {
  const { made, agreements } = jointFacts(a, b);
  const criteria = sortedMap([...a.criteria, ...b.criteria]);
  const ruleSet: RuleSet = {
    ...b,
    baseline: onSide('b', b.baseline),
    criteria,
    perspectives: twice(a.perspectives, b.perspectives, one => {
      const shares = normalise(one.weights);
      return { ...one, weights: new Map([...criteria.keys()].map(id => [id, shares.get(id) ?? 0])) };
    }),
    facts: made.facts,
    options: twice(a.options, b.options),
    conditions: sortedMap(
      SIDES.flatMap(side =>
        [...made.sides[side].conditions].map(([name, one]) => {
          const id = nameOf(made, side, name);
          return [id, { ...one, id, when: rewrite(made, side, one.when) }] as const;
        }),
      ),
    ),
    impossible: [...merged(a.impossible, b.impossible, made, (_, y) => y), ...agreements].sort(
      by(({ id }) => id),
    ),
    rules: merged<Rule>(a.rules.map(onItsSide('a')), b.rules.map(onItsSide('b')), made, (x, y) => ({
      ...y,
      effects: [...x.effects, ...y.effects],
    })).sort(by(({ id }) => id)),
    properties: [],
    hash: hashOf([a.hash, b.hash]),
  };
  return { ruleSet, together: made.together };
}

/** What each side has, under ids of its own. */
function twice<T extends { id: string }>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  change: (one: T) => T = one => one,
): Map<string, T> {
  const on = (side: Side, map: ReadonlyMap<string, T>) =>
    [...map].map(([id, one]) => {
      const own = onSide(side, id);
      return [own, { ...change(one), id: own }] as const;
    });
  return sortedMap([...on('a', a), ...on('b', b)]);
}

function onItsSide(side: Side): (rule: Rule) => Rule {
  const placed = (effect: Effect): Effect => ({ ...effect, option: onSide(side, effect.option) });
  return rule => ({ ...rule, effects: rule.effects.map(placed) });
}

/** What both sides have under one id and condition once, all else once a side. */
function merged<T extends { id: string; when: Condition }>(
  a: readonly T[],
  b: readonly T[],
  made: JointFacts,
  join: (x: T, y: T) => T,
): T[] {
  const on = (side: Side, items: readonly T[]) =>
    items.map(item => ({ ...item, when: rewrite(made, side, item.when) }));
  const [first, second] = [on('a', a), on('b', b)];
  const before = new Map(first.map(item => [item.id, item]));
  const shared = new Map(
    second.flatMap(item => {
      const own = before.get(item.id);
      return own && made.keys.of(own.when) === made.keys.of(item.when) ? [[item.id, join(own, item)]] : [];
    }),
  );
  const alone = (side: Side, items: readonly T[]) =>
    items.filter(({ id }) => !shared.has(id)).map(item => ({ ...item, id: onSide(side, item.id) }));
  return [...shared.values(), ...alone('a', first), ...alone('b', second)];
}
