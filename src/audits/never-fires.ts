import { about, askEach } from './ask.js';
import { conflictIn, conflictWords } from './conflict.js';
import type { RuleSetAudit } from './context.js';

/** Rules whose condition holds in no possible situation. */
export const neverFires: RuleSetAudit = {
  kind: 'never-fires',
  severity: 'warning',
  title: 'Rules that can never fire',
  run: ({ ruleSet, possible }) =>
    askEach(
      ruleSet.rules,
      ({ id }) => id,
      ({ id, when, place }) => {
        const can = possible(when);
        if (can !== false) return can ? [] : 'undecided';
        return {
          about: about({ rules: [id] }),
          at: { file: place.file, line: place.line },
          message: `the rule \`${id}\` can never fire`,
          proof: conflictWords(conflictIn(ruleSet, [when])),
          situation: null,
        };
      },
    ),
};
