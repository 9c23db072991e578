import type { RuleSet } from '../model/rule-set.js';
import type { Searched } from '../proofs/search.js';
import { waysOf } from '../proofs/violations.js';
import { count } from '../report/lists.js';
import { about, askEach } from './ask.js';
import type { AuditContext, RuleSetAudit } from './context.js';
import { seek } from './situations.js';

/** Options whose score is above 0 in no possible situation, whatever the weights: no cell of theirs is while they are ranked. */
export const neverAboveBaseline: RuleSetAudit = {
  kind: 'never-above-baseline',
  severity: 'warning',
  title: 'Options that never beat the baseline, whatever the weights',
  run: context =>
    askEach(
      othersThanBaseline(context.ruleSet),
      ({ id }) => id,
      async ({ id, place }) => {
        const { best, isComplete, regions } = await aboveBaseline(context, id);
        if (best) return [];
        if (!isComplete) return 'undecided';
        return {
          about: about({ options: [id] }),
          at: { file: place.file, line: place.line },
          message: `the option \`${id}\` is never above the baseline, whatever the weights`,
          proof: `in none of ${regionsWords(regions)} is it ranked with points above 0 on any criterion`,
          situation: null,
        };
      },
    ),
};

/** A search for a situation in which an option is above the baseline by some criterion alone. */
export function aboveBaseline(context: AuditContext, option: string): Promise<Searched> {
  const standing = { option, is: 'above-baseline' as const };
  const claim = { kind: 'never' as const, standing };
  const [way] = waysOf({ claim, by: 'any-weights' }, context.ruleSet);
  return seek(context, { way: way! }, true);
}

/** All options but the baseline. */
export function othersThanBaseline({ options, baseline }: RuleSet) {
  return [...options.values()].filter(({ id }) => id !== baseline);
}

/** `1 region`, `2.0e+9 regions`. */
export function regionsWords(regions: number): string {
  return regions < 1e6 ? count(regions, 'region') : `${regions.toExponential(1)} regions`;
}
