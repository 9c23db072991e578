import { not } from '../model/condition.js';
import { needlessParts } from '../model/needless.js';
import { satisfiable } from '../model/satisfiable.js';
import { followable } from './contradictions.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** Far more than any honest rule set needs, and a fraction of a second's work. What is left then goes unsaid. */
const MOST_GOALS = 200_000;

/** Every rule can fail to fire, and every part of its condition has a say, as far as the condition and what its facts are derived from tell. */
export const idleRules: RuleSetCheck = context => {
  const { authored, ruleSet, report } = context;
  const rules = new Map(ruleSet.rules.map(rule => [rule.id, rule]));
  const facts = followable(context);
  const purse = { goals: MOST_GOALS };
  for (const entry of authored.entries.rule) {
    const when = rules.get(entry.id)?.when;
    // One that can never fire is told as such.
    if (!when || satisfiable(when, facts, purse) !== true) continue;
    if (satisfiable(not(when), facts, purse) === false) {
      report('rule-set/always-fires', entry, 'key', `the rule \`${entry.id}\` fires in every situation`);
      continue;
    }
    for (const { path } of needlessParts(when, one => satisfiable(one, facts, purse)).needless) {
      const message = `this changes nothing: without it \`${entry.id}\` fires in the same situations`;
      report('rule-set/needless-condition', inside(entry, 'when', ...path), 'value', message, HELP);
    }
  }
};

const HELP = 'leave it out, or say what it was meant to say';
