import { factsOf, partsOfFact } from '../model/derivation.js';
import type { Rule } from '../model/rule-set.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** No cell is scored from a derived fact by one rule and from a part of it by another: the same thing would count twice. */
export const doubleCounting: RuleSetCheck = ({ authored, ruleSet, report }) => {
  const derived = [...ruleSet.facts.values()].filter(fact => fact.derive);
  for (const [cell, rules] of rulesByCell(ruleSet.rules)) {
    for (const { id } of derived) {
      const whole = rules.filter(({ when }) => factsOf(when).includes(id));
      const parts = partsOfFact(id, ruleSet.facts);
      const part = rules.find(({ when }) => factsOf(when).some(fact => parts.includes(fact)));
      const entry = authored.entries.rule.find(entry => entry.id === part?.id);
      if (whole.length === 0 || !part || !entry) continue;
      const message = `\`${cell}\` is scored from \`${id}\` in \`${whole[0]!.id}\` and from a part of it here`;
      report(
        'rule-set/double-counting',
        entry,
        'key',
        message,
        'read the derived fact or its parts, not both',
      );
    }
  }
};

function rulesByCell(rules: readonly Rule[]): Map<string, Rule[]> {
  const cells = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const effect of rule.effects) {
      if (effect.kind !== 'points') continue;
      const cell = `${effect.option} on ${effect.criterion}`;
      cells.set(cell, [...(cells.get(cell) ?? []), rule]);
    }
  }
  return cells;
}
