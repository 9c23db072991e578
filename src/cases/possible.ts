import { someRegion } from '../analysis/some-region.js';
import { type Condition, not } from '../model/condition.js';
import { statedParts } from '../model/derivation.js';
import type { Possible } from '../model/implication.js';
import type { RuleSet } from '../model/rule-set.js';
import { satisfiable } from '../model/satisfiable.js';
import { tiedTo } from '../model/tied.js';

/** How much the questions about one rule set may take together: some seconds. What is left then is undecided. */
export interface Effort {
  goals: number;
  parts: number;
}

const MOST: Readonly<Effort> = { goals: 10_000_000, parts: 1_000_000 };

/**
 * Decides over the facts that a condition reads and what `impossible` ties to them, derived facts followed to what they are
 * derived from: by search, and where that gives up region by region. Other facts can be given any values that go together,
 * if there are such at all.
 */
export function possibilities(ruleSet: RuleSet, effort: Effort = { ...MOST }): Possible {
  const { facts, impossible } = ruleSet;
  const bounds = impossible.map(({ when }) => ({ when, reads: statedParts(when, facts) }));
  const decide = (conditions: readonly Condition[], outside: readonly { when: Condition }[]) => {
    const of = [...conditions, ...outside.map(({ when }) => not(when))];
    const condition: Condition = { kind: 'all', of };
    return satisfiable(condition, facts, effort) ?? someRegion(ruleSet, condition, effort);
  };
  if (decide([], bounds) === false) return () => false;
  return condition => decide([condition], tiedTo(statedParts(condition, facts), bounds));
}
