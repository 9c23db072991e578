import { areAlike } from '../model/implication.js';
import type { Rule } from '../model/rule-set.js';
import { about, askEach } from './ask.js';
import type { RuleSetAudit } from './context.js';
import { effectsOf, pairsOf } from './pairs.js';
import { whereAllFire } from './situations.js';

/** Pairs of rules that fire in the same situations, and of which one takes back what the other adds. */
export const cancelling: RuleSetAudit = {
  kind: 'cancelling',
  severity: 'warning',
  title: 'Pairs of rules that always cancel each other out',
  run: context =>
    askEach(
      pairsOf(context.live).filter(([a, b]) => undone(a, b).length > 0),
      ([a, b]) => `${a.id} and ${b.id}`,
      async ([a, b]) => {
        const same = areAlike(a.when, b.when, context.possible);
        if (same !== true) return same === false ? [] : 'undecided';
        const cells = undone(a, b);
        const whole = cells.length === a.effects.length && cells.length === b.effects.length;
        return {
          about: about({ rules: [a.id, b.id], ...optionsAndCriteria(a, cells) }),
          at: { file: b.place.file, line: b.place.line },
          message: `\`${b.id}\` takes back all that \`${a.id}\` adds to ${cells.join(', ')}${whole ? ': together they do nothing' : ''}`,
          proof: `in no possible situation does one of ${a.id} and ${b.id} fire without the other`,
          situation: await whereAllFire(context, [a, b]),
        };
      },
    ),
};

/** The cells that two rules share, where their points sum to 0 in each; none where they do not in one. */
function undone(a: Rule, b: Rule): string[] {
  const [own, others] = [effectsOf(a), effectsOf(b)];
  const shared = [...own.keys()].filter(target => others.has(target));
  const isUndone = shared.every(target => own.get(target)! + others.get(target)! === 0);
  return isUndone ? shared.filter(target => own.get(target) !== 0) : [];
}

function optionsAndCriteria({ effects }: Rule, cells: readonly string[]) {
  const of = effects.flatMap(effect => (effect.kind === 'points' ? [effect] : []));
  const told = of.filter(({ option, criterion }) => cells.includes(`${option} on ${criterion}`));
  return {
    options: [...new Set(told.map(({ option }) => option))],
    criteria: [...new Set(told.map(({ criterion }) => criterion))],
  };
}
