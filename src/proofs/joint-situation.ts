import type { Value } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { JointSituation } from '../model/rule-set-diff.js';
import type { Joint } from './joint.js';
import { onSide, type Side, withoutSide } from './sides.js';
import type { Smallest } from './smallest.js';

/** The situation that a search found, as scenarios of either side state it. */
export function situationOf(
  { ruleSet }: Joint,
  sides: Readonly<Record<Side, RuleSet>>,
  { best, isComplete }: Smallest,
): JointSituation {
  const { hunt, found } = best!;
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const groups = new Map(hunt.groups.map(({ fact, values }, i) => [fact, values[found.at[i]!]!]));
  const values = new Map(stated.map(({ id, neutral }) => [id, groups.get(id) ?? neutral]));
  return {
    facts: { a: statedOn('a', sides.a, values), b: statedOn('b', sides.b, values) },
    differs: stated.flatMap(({ id, neutral }) => {
      const value = values.get(id)!;
      if (value === neutral) return [];
      const fact = withoutSide(id);
      return [{ fact, side: fact === id ? null : id === onSide('a', fact) ? 'a' : 'b', neutral, value }];
    }),
    smallest: isComplete,
  };
}

/** The facts that a scenario of one side states. */
function statedOn(side: Side, { facts }: RuleSet, values: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    [...facts.values()].flatMap(({ id, derive }) =>
      derive ? [] : [[id, values.get(onSide(side, id)) ?? values.get(id)!] as const],
    ),
  );
}
