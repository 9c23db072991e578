import { not } from '../model/condition.js';
import { satisfiable } from '../model/satisfiable.js';
import { followable } from './contradictions.js';
import type { RuleSetCheck } from './rule-set-check.js';

/** Far more than any honest rule set needs, and a fraction of a second's work. What is left then goes unsaid. */
const MOST_GOALS = 200_000;

/** The impossible combinations leave some situation possible. Told of the first that, with those before it, leaves none. */
export const nothingPossible: RuleSetCheck = context => {
  const { authored, ruleSet, report } = context;
  const facts = followable(context);
  const purse = { goals: MOST_GOALS };
  const leaveNone = (count: number) => {
    const of = ruleSet.impossible.slice(0, count).map(({ when }) => not(when));
    return count > 0 && satisfiable({ kind: 'all', of }, facts, purse) === false;
  };
  // Mostly one search is enough: what all of them leave, the first few leave too.
  if (!leaveNone(ruleSet.impossible.length)) return;
  const last = ruleSet.impossible.find((_, i) => leaveNone(i + 1));
  const entry = authored.entries.impossible.find(({ id }) => id === last?.id);
  if (!entry) return;
  const message = `\`${entry.id}\` leaves no situation possible, so no scenario can be appraised`;
  report('rule-set/nothing-possible', entry, 'key', message, HELP);
};

const HELP =
  'it holds wherever the combinations before it do not: look for a missing `not`, or an operator turned round';
