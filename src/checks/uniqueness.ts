import { effectsOf } from '../model/resolve-rule-set.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** No two rules or impossible combinations share an id, and no rule scores the same cell twice. */
export const uniqueness: RuleSetCheck = ({ authored: { entries }, report }) => {
  for (const [kind, list] of [
    ['rule', entries.rule],
    ['impossible combination', entries.impossible],
  ] as const) {
    const seen = new Map<string, string>();
    for (const entry of list) {
      const first = seen.get(entry.id);
      if (first === undefined) seen.set(entry.id, entry.file.path);
      else {
        const message = `another ${kind} already has the id \`${entry.id}\``;
        report('rule-set/duplicate-id', inside(entry, 'id'), 'value', message, `the first is in ${first}`);
      }
    }
  }
  for (const rule of entries.rule) {
    const seen = new Set<string>();
    rule.value.then.forEach((authored, i) => {
      for (const effect of effectsOf(authored)) {
        const cell =
          effect.kind === 'points'
            ? `${effect.option} on ${effect.criterion}`
            : `exclusion of ${effect.option}`;
        if (seen.has(cell)) {
          report(
            'rule-set/duplicate-effect',
            inside(rule, 'then', i),
            'key',
            `the rule already has an effect for ${cell}`,
          );
        }
        seen.add(cell);
      }
    });
  }
};
