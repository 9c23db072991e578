import { meaning } from '../diagnostics/suggest.js';
import { placeholdersOf, strayBraces } from '../model/placeholders.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** Whatever a reason has in braces is the id of a fact. */
export const placeholders: RuleSetCheck = ({ authored, knows, nearest, report }) => {
  const facts = authored.declared.fact ?? new Set<string>();
  for (const rule of authored.entries.rule) {
    const at = inside(rule, 'because');
    for (const fact of placeholdersOf(rule.value.because).filter(id => !knows('fact', id))) {
      const help = meaning(nearest('fact', fact));
      report(
        'rule-set/unknown-fact',
        { ...at, words: `{${fact}}` },
        'value',
        `unknown fact \`${fact}\``,
        help,
      );
    }
    for (const braces of strayBraces(rule.value.because)) {
      const inner = braces.slice(1, -1).trim();
      const meant = facts.has(inner) ? inner : nearest('fact', inner);
      const help = meant === undefined ? 'write the id of a fact in braces' : `write \`{${meant}}\``;
      report('rule-set/placeholder', { ...at, words: braces }, 'value', `\`${braces}\` names no fact`, help);
    }
  }
};
