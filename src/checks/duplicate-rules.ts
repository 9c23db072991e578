import { canonicalJson } from '../model/canonical.js';
import { areAlike } from '../model/implication.js';
import type { Rule } from '../model/rule-set.js';
import { satisfiable } from '../model/satisfiable.js';
import { followable } from './contradictions.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** Far more than any honest rule set needs, and a fraction of a second's work. What is left then goes unsaid. */
const MOST_GOALS = 200_000;

/** No two rules have the same effects in the same situations: these would count twice. */
export const duplicateRules: RuleSetCheck = context => {
  const { authored, ruleSet, report } = context;
  const rules = new Map(ruleSet.rules.map(rule => [rule.id, rule]));
  const facts = followable(context);
  const purse = { goals: MOST_GOALS };
  const byEffects = new Map<string, Rule[]>();
  for (const entry of authored.entries.rule) {
    const rule = rules.get(entry.id);
    if (!rule || purse.goals <= 0 || satisfiable(rule.when, facts, purse) === false) continue;
    const key = canonicalJson(rule.effects);
    const before = byEffects.get(key) ?? [];
    const first = before.find(
      ({ id, when }) =>
        id !== rule.id && purse.goals > 0 && areAlike(when, rule.when, one => satisfiable(one, facts, purse)),
    );
    if (!first) byEffects.set(key, [...before, rule]);
    else {
      const message = `\`${rule.id}\` fires where \`${first.id}\` does, and has the same effects`;
      report(
        'rule-set/duplicate-rule',
        entry,
        'key',
        message,
        'leave one of them out, or join their reasons',
      );
    }
  }
};
