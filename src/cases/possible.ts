import { someRegion } from '../analysis/some-region.js';
import type { Condition } from '../model/condition.js';
import { factsOf, partsOfFact } from '../model/derivation.js';
import type { RuleSet } from '../model/rule-set.js';
import { satisfiable } from '../model/satisfiable.js';
import { not } from './masking.js';

/** How much the questions about one rule set may take together: some seconds. What is left then is undecided. */
export interface Effort {
  goals: number;
  parts: number;
}

const MOST: Readonly<Effort> = { goals: 10_000_000, parts: 1_000_000 };

/** Whether some possible situation meets a condition; undefined where that would take too long to find out. */
export type Possible = (condition: Condition) => boolean | undefined;

/**
 * Decides over the facts that a condition reads and what `impossible` ties to them, derived facts followed to what they are
 * derived from: by search, and where that gives up region by region. Other facts can be given any values that go together,
 * if there are such at all.
 */
export function possibilities(ruleSet: RuleSet, effort: Effort = { ...MOST }): Possible {
  const { facts, impossible } = ruleSet;
  const read = (condition: Condition) => new Set(factsOf(condition).flatMap(id => partsOfFact(id, facts)));
  const bounds = impossible.map(({ when }) => ({ bound: when, reads: read(when) }));
  const decide = (conditions: readonly Condition[], outside: readonly Bound[]) => {
    const of = [...conditions, ...outside.map(({ bound }) => not(bound))];
    const condition: Condition = { kind: 'all', of };
    return satisfiable(condition, facts, effort) ?? someRegion(ruleSet, condition, effort);
  };
  if (decide([], bounds) === false) return () => false;
  return condition => decide([condition], tiedTo(read(condition), bounds));
}

interface Bound {
  bound: Condition;
  reads: ReadonlySet<string>;
}

/** What bounds some facts, directly or through other facts. */
function tiedTo(facts: ReadonlySet<string>, bounds: readonly Bound[]): readonly Bound[] {
  const tied = bounds.filter(({ reads }) => [...reads].some(fact => facts.has(fact)));
  const more = new Set([...facts, ...tied.flatMap(({ reads }) => [...reads])]);
  return more.size === facts.size ? tied : tiedTo(more, bounds);
}
