import { rootConditions } from '../model/authored.js';
import { type Condition, not } from '../model/condition.js';
import { isCyclic, statedParts } from '../model/derivation.js';
import { expandable } from '../model/expandable.js';
import type { Fact } from '../model/fact.js';
import { resolveCondition, vocabulary } from '../model/resolve-condition.js';
import { satisfiable } from '../model/satisfiable.js';
import { tiedTo } from '../model/tied.js';
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
  onlyImpossible(context, facts, purse);
};

/** No rule waits for what the rule set calls impossible. */
function onlyImpossible(
  { authored, ruleSet, report }: RuleSetContext,
  facts: ReadonlyMap<string, Fact>,
  purse: { goals: number },
): void {
  const bounds = ruleSet.impossible.map(one => ({ ...one, reads: statedParts(one.when, facts) }));
  const possible = (conditions: readonly Condition[], among: typeof bounds) =>
    satisfiable({ kind: 'all', of: [...conditions, ...among.map(({ when }) => not(when))] }, facts, purse);
  const rules = new Map(ruleSet.rules.map(rule => [rule.id, rule]));
  for (const entry of authored.entries.rule) {
    const { when } = rules.get(entry.id) ?? {};
    const tied = when ? [...tiedTo(statedParts(when, facts), bounds)] : [];
    if (!when || tied.length === 0 || possible([when], tied) !== false) continue;
    // Of what contradicts itself that is told, and where nothing is possible no rule is to blame.
    if (possible([when], []) !== true || possible([], tied) !== true) continue;
    const message = `the rule \`${entry.id}\` fires only in situations that are impossible`;
    const named = tied.filter(
      one =>
        possible(
          [when],
          tied.filter(other => other !== one),
        ) !== false,
    );
    const help = `see ${(named.length > 0 ? named : tied).map(({ id }) => `\`${id}\``).join(', ')}`;
    report('rule-set/never-fires', entry, 'key', message, help);
  }
}

/** The facts with their derivations where these are whole and lead somewhere; else as if they could have any value. */
export function followable({ authored, ruleSet }: RuleSetContext): ReadonlyMap<string, Fact> {
  const entries = new Map(authored.entries.fact.map(({ id, value }) => [id, value.derive?.length ?? 0]));
  return new Map(
    [...ruleSet.facts].map(([id, { derive, ...fact }]) => {
      // A number cannot be derived: of that it is told.
      const whole =
        derive &&
        fact.domain.kind !== 'number' &&
        derive.length === entries.get(id) &&
        !derive.at(-1)?.when &&
        !isCyclic(id, ruleSet.facts);
      return [id, whole ? { ...fact, derive } : fact];
    }),
  );
}
