import { factsOf, partsOfFact } from '../model/derivation.js';
import type { Rule } from '../model/rule-set.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** No cell is scored from a derived fact by one rule and from a part of it by another: the same thing would count twice. */
export const doubleCounting: RuleSetCheck = ({ authored, ruleSet, report }) => {
  const entries = new Map(authored.entries.rule.map(entry => [entry.id, entry]));
  const partsOf = new Map(
    [...ruleSet.facts.values()].flatMap(({ id, derive }) =>
      derive ? [[id, partsOfFact(id, ruleSet.facts)] as const] : [],
    ),
  );
  for (const [cell, readers] of readersByCell(ruleSet.rules)) {
    for (const [id, whole] of readers) {
      const parts = (partsOf.get(id) ?? []).flatMap(part => readers.get(part) ?? []);
      const first = parts.reduce((a, b) => (b.place < a.place ? b : a), parts[0]!);
      const entry = first && entries.get(first.rule);
      if (!entry) continue;
      const message = `\`${cell}\` is scored from \`${id}\` in \`${whole.rule}\` and from a part of it here`;
      const help = 'read the derived fact or its parts, not both';
      report('rule-set/double-counting', entry, 'key', message, help);
    }
  }
};

/** A rule, and its place in the order of rules. */
interface Reader {
  rule: string;
  place: number;
}

/** For each cell that rules score, the facts that they read, each with the first rule that does. */
function readersByCell(rules: readonly Rule[]): Map<string, Map<string, Reader>> {
  const cells = new Map<string, Map<string, Reader>>();
  rules.forEach((rule, place) => {
    for (const effect of rule.effects) {
      if (effect.kind !== 'points') continue;
      const cell = `${effect.option} on ${effect.criterion}`;
      const readers = cells.get(cell) ?? new Map<string, Reader>();
      cells.set(cell, readers);
      for (const fact of factsOf(rule.when))
        if (!readers.has(fact)) readers.set(fact, { rule: rule.id, place });
    }
  });
  return cells;
}
