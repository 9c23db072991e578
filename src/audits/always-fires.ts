import { not } from '../model/condition.js';
import { about, askEach } from './ask.js';
import { conflictIn, conflictWords } from './conflict.js';
import type { RuleSetAudit } from './context.js';

/** Rules whose condition holds in every possible situation. */
export const alwaysFires: RuleSetAudit = {
  kind: 'always-fires',
  severity: 'note',
  title: 'Rules that always fire',
  run: ({ ruleSet, live, possible }) =>
    askEach(
      live,
      ({ id }) => id,
      ({ id, when, place }) => {
        const canFail = possible(not(when));
        if (canFail !== false) return canFail ? [] : 'undecided';
        return {
          about: about({ rules: [id] }),
          at: { file: place.file, line: place.line },
          message: `the rule \`${id}\` fires in every situation`,
          proof: conflictWords(conflictIn(ruleSet, [not(when)])),
          situation: null,
        };
      },
    ),
};
