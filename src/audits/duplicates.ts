import { areAlike } from '../model/implication.js';
import { about, askEach } from './ask.js';
import type { RuleSetAudit } from './context.js';
import { doesAllOf, pairsOf } from './pairs.js';
import { whereAllFire } from './situations.js';

/** Pairs of rules with the same effects that fire in the same situations. */
export const duplicates: RuleSetAudit = {
  kind: 'duplicate',
  severity: 'warning',
  title: 'Rules that say the same',
  run: context =>
    askEach(
      pairsOf(context.live).filter(([a, b]) => doesAllOf(a, b) && doesAllOf(b, a)),
      ([a, b]) => `${a.id} and ${b.id}`,
      async ([a, b]) => {
        const same = areAlike(a.when, b.when, context.possible);
        if (same !== true) return same === false ? [] : 'undecided';
        return {
          about: about({ rules: [a.id, b.id] }),
          at: { file: b.place.file, line: b.place.line },
          message: `\`${b.id}\` fires where \`${a.id}\` does, and has the same effects`,
          proof: `in no possible situation does one of ${a.id} and ${b.id} fire without the other`,
          situation: await whereAllFire(context, [a, b]),
        };
      },
    ),
};
