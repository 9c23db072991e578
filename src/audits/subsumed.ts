import { areAlike, implies } from '../model/implication.js';
import type { Rule } from '../model/rule-set.js';
import { about, askEach } from './ask.js';
import type { RuleSetAudit } from './context.js';
import { doesAllOf, effectsOf, pairsOf } from './pairs.js';
import { whereAllFire } from './situations.js';

/** Rules all of whose effects another rule has as well, wherever they fire: it counts twice there. */
export const subsumed: RuleSetAudit = {
  kind: 'subsumed',
  severity: 'note',
  title: 'Rules that only fire where another does the same',
  run: context =>
    askEach(
      pairsOf(context.live)
        .flatMap(([a, b]): [Rule, Rule][] => [
          [a, b],
          [b, a],
        ])
        .filter(([one, other]) => doesAllOf(one, other)),
      ([one, other]) => `${one.id} within ${other.id}`,
      async ([one, other]) => {
        const within = implies(one.when, other.when, context.possible);
        if (within !== true) return within === false ? [] : 'undecided';
        // That is told as a duplicate.
        if (doesAllOf(other, one) && areAlike(one.when, other.when, context.possible) === true) return [];
        return {
          about: about({ rules: [one.id, other.id] }),
          at: { file: one.place.file, line: one.place.line },
          message: `wherever \`${one.id}\` fires, \`${other.id}\` does the same, so ${twice(one)}`,
          proof: `in no possible situation does ${one.id} fire without ${other.id}`,
          situation: await whereAllFire(context, [one, other]),
        };
      },
    ),
};

function twice(rule: Rule): string {
  const counts = [...effectsOf(rule).keys()].some(target => !target.startsWith('exclusion of '));
  return counts ? 'its points count twice' : 'it excludes nothing more';
}
