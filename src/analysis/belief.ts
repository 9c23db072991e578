import type { Between, Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario, Statement } from '../model/scenario.js';
import { membersOf, stepOf } from '../model/steps.js';
import { cumulative } from './distribution.js';

/** How likely each step of a stated fact is, in order, summing to 1. */
export interface Belief {
  fact: string;
  masses: readonly number[];
  /** Where the masses come from if the scenario does not know the fact: its prior, or equal shares for want of one. */
  assumed?: 'prior' | 'equal';
}

/**
 * What a scenario believes of each stated fact (docs/meaning.md, 4.9), in order of id. A number that is unknown and has no
 * prior is named instead: nothing can be said of how likely its values are.
 */
export function beliefs(ruleSet: RuleSet, scenario: Scenario): { known: Belief[]; withoutPrior: string[] } {
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const found = stated.map(fact => ({
    fact,
    belief: beliefOf(fact, scenario.facts.get(fact.id)!.statement),
  }));
  return {
    known: found.flatMap(({ belief }) => belief ?? []),
    withoutPrior: found.flatMap(({ fact, belief }) => (belief ? [] : fact.id)),
  };
}

function beliefOf(fact: Fact, statement: Statement): Belief | undefined {
  if (statement.kind !== 'unknown') return { fact: fact.id, masses: massesOf(fact, statement) };
  if (fact.prior) return { fact: fact.id, masses: massesOf(fact, fact.prior), assumed: 'prior' };
  if (fact.domain.kind === 'number') return undefined;
  return { fact: fact.id, masses: fact.steps.map(() => 1 / fact.steps.length), assumed: 'equal' };
}

function massesOf(fact: Fact, statement: Exclude<Statement, { kind: 'unknown' }>): number[] {
  switch (statement.kind) {
    case 'value':
      return pointMasses(fact, [[statement.value, 1]]);
    case 'probabilities':
      return pointMasses(fact, statement.probabilities);
    case 'between':
      return statement.low === statement.high
        ? pointMasses(fact, [[statement.low, 1]])
        : intervalMasses(fact, statement);
  }
}

function pointMasses(
  fact: Fact,
  values: readonly (readonly [string | number | boolean, number])[],
): number[] {
  const masses = fact.steps.map(() => 0);
  for (const [value, mass] of values) {
    const [step] = membersOf(fact.steps, stepOf(fact.steps, value));
    masses[fact.steps.indexOf(step!)]! += mass;
  }
  return masses;
}

/** A single point has no mass of its own under a density. */
function intervalMasses(fact: Fact, between: Between): number[] {
  return fact.steps.map(step =>
    'value' in step ? 0 : cumulative(between, step.high) - cumulative(between, step.low),
  );
}
