import { rootConditions } from '../model/authored.js';
import { isCyclic } from '../model/derivation.js';
import { expandable } from '../model/expandable.js';
import type { Fact } from '../model/fact.js';
import { resolveCondition, vocabulary } from '../model/resolve-condition.js';
import { satisfiable } from '../model/satisfiable.js';
import type { RuleSetCheck, RuleSetContext } from './rule-set-check.js';

/** Far more than any honest rule set needs, and about a second's work. What is left then goes unsaid. */
const MOST_GOALS = 1_000_000;

/** No condition contradicts itself, or what the facts in it are derived from. */
export const contradictions: RuleSetCheck = context => {
  const { authored, ruleSet, report } = context;
  const known = vocabulary(ruleSet.facts, expandable(authored.entries.condition));
  const facts = followable(context);
  const purse = { goals: MOST_GOALS };
  for (const root of rootConditions(authored)) {
    const condition = resolveCondition(root.value, known);
    if (!condition || satisfiable(condition, facts, purse) !== false) continue;
    const help = 'look for comparisons that exclude each other, of one fact or of what it is derived from';
    report('rule-set/never-fires', root, 'key', `the condition of \`${root.id}\` can never hold`, help);
  }
};

/** The facts with their derivations where these are whole and lead somewhere; else as if they could have any value. */
export function followable({ authored, ruleSet }: RuleSetContext): ReadonlyMap<string, Fact> {
  const entries = new Map(authored.entries.fact.map(({ id, value }) => [id, value.derive?.length ?? 0]));
  return new Map(
    [...ruleSet.facts].map(([id, { derive, ...fact }]) => {
      const whole =
        derive && derive.length === entries.get(id) && !derive.at(-1)?.when && !isCyclic(id, ruleSet.facts);
      return [id, whole ? { ...fact, derive } : fact];
    }),
  );
}
