import { rootConditions } from '../model/authored.js';
import { expandable } from '../model/expandable.js';
import { resolveCondition } from '../model/resolve-condition.js';
import { satisfiable } from '../model/satisfiable.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** No condition contradicts itself. Each fact is taken on its own: derivations are not followed here. */
export const contradictions: RuleSetCheck = ({ authored, ruleSet, report }) => {
  const known = { facts: ruleSet.facts, conditions: expandable(authored.entries.condition) };
  for (const root of rootConditions(authored)) {
    const condition = resolveCondition(root.value, known);
    if (!condition || satisfiable(condition, ruleSet.facts) !== false) continue;
    const help = 'look for bounds on one fact that exclude each other';
    report('rule-set/never-fires', root, 'key', `the condition of \`${root.id}\` can never hold`, help);
  }
};
