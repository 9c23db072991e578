import type { Code } from '../diagnostics/codes.js';
import { OPERATORS } from '../model/operators.js';
import { reachedWhen, satisfiable } from '../model/satisfiable.js';
import { followable } from './contradictions.js';
import { inside, type RuleSetCheck, type RuleSetContext } from './rule-set-check.js';

/** Far more than any honest codebook needs. What is left then goes unsaid. */
const MOST_GOALS = 200_000;

/** Every entry of a derived fact can be reached, and comparisons name only levels that some entry gives. */
export const derivations: RuleSetCheck = context => {
  unreachable(context);
  neverDerived(context);
};

function unreachable(context: RuleSetContext): void {
  const facts = followable(context);
  const purse = { goals: MOST_GOALS };
  for (const entry of context.authored.entries.fact) {
    const derive = facts.get(entry.id)?.derive ?? [];
    derive.forEach(({ when }, i) => {
      // An entry that contradicts itself is told as such.
      if (i === 0 || (when && satisfiable(when, facts, purse) === false)) return;
      if (satisfiable(reachedWhen(derive, i), facts, purse) !== false) return;
      const message = `this entry of \`${entry.id}\` is never reached: whenever it would hold, one before it does`;
      context.report(UNREACHABLE, inside(entry, 'derive', i, 'value'), 'value', message);
    });
  }
}

const UNREACHABLE: Code = 'rule-set/unreachable-derivation';

function neverDerived({ authored, ruleSet, conditions, report }: RuleSetContext): void {
  const given = new Map(
    [...ruleSet.facts.values()].flatMap(({ id, derive }) =>
      derive ? [[id, new Set(derive.map(({ value }) => value))] as const] : [],
    ),
  );
  const declared = new Map(authored.entries.fact.map(({ id, value }) => [id, value]));
  for (const condition of conditions) {
    const { fact = '', operator, value } = condition.value;
    const values = given.get(fact);
    const levels: readonly unknown[] = declared.get(fact)?.levels ?? declared.get(fact)?.values ?? [];
    if (!values || !operator || OPERATORS[operator].ordered) continue;
    [value].flat().forEach((one, i) => {
      if (!levels.includes(one) || values.has(one as string)) return;
      const spot = inside(condition, 'value', ...(Array.isArray(value) ? [i] : []));
      report(
        'rule-set/underived-level',
        spot,
        'value',
        `no entry of \`${fact}\` gives it the value \`${one}\``,
      );
    });
  }
}
