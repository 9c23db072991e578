import { witness } from '../analysis/witness.js';
import { blockEvaluator } from '../engine/block.js';
import { indices, programOf } from '../engine/program.js';
import type { Condition } from '../model/condition.js';
import { factsOf, partsOfFact } from '../model/derivation.js';
import type { Fact, Value } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { satisfiable } from '../model/satisfiable.js';
import { stepOf } from '../model/steps.js';

/** A value for every fact that scenarios state, by its id: derived facts follow. */
export type Situation = ReadonlyMap<string, Value>;

/** The facts of a rule set that scenarios state, in order of id. */
export function statedFacts(ruleSet: RuleSet): Fact[] {
  return [...ruleSet.facts.values()].filter(({ derive }) => !derive);
}

/** That none of the impossible combinations holds. */
function noneHolds({ impossible }: RuleSet): Condition[] {
  return impossible.map(({ when }) => ({ kind: 'not', of: when }));
}

/** Whether a rule set has a possible situation; undefined where telling would take too long. */
export function hasPossible(ruleSet: RuleSet): boolean | undefined {
  return satisfiable({ kind: 'all', of: noneHolds(ruleSet) }, ruleSet.facts);
}

/** Tells whether situations of a rule set are possible: whether none of its impossible combinations holds. */
export function possibility(ruleSet: RuleSet): (situation: Situation) => boolean {
  const program = programOf(ruleSet);
  const facts = statedFacts(ruleSet);
  const evaluate = blockEvaluator(program);
  return situation => {
    if (program.impossible.length === 0) return true;
    const columns = facts.map(fact => Uint16Array.of(stepIndex(fact, situation.get(fact.id)!)));
    const { must } = evaluate(columns, 0, 1);
    return program.impossible.every(node => (must[node]![0]! & 1) === 0);
  };
}

/**
 * A possible situation near one that is not: in order of id, each fact that an impossible combination reads keeps its
 * value where some possible situation has that and what was kept before, and else takes the nearest step that one has.
 */
export function nearestPossible(ruleSet: RuleSet, situation: Situation): Situation {
  const read = ruleSet.impossible.flatMap(({ when }) => factsOf(when));
  const parts = new Set(read.flatMap(id => partsOfFact(id, ruleSet.facts)));
  const goals = noneHolds(ruleSet);
  const found = new Map(situation);
  for (const fact of statedFacts(ruleSet).filter(({ id }) => parts.has(id))) {
    const own = stepIndex(fact, situation.get(fact.id)!);
    for (const step of stepsNear(fact, own)) {
      const is = stepIs(fact, step);
      if (satisfiable({ kind: 'all', of: [is, ...goals] }, ruleSet.facts) === false) continue;
      goals.unshift(is);
      if (step !== own) found.set(fact.id, witness(fact, [step], step));
      break;
    }
  }
  return found;
}

function stepIndex(fact: Fact, value: Value): number {
  return indices(stepOf(fact.steps, value))[0]!;
}

function stepsNear({ steps }: Fact, own: number): number[] {
  return steps.map((_, step) => step).sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || a - b);
}

function stepIs({ id }: Fact, step: number): Condition {
  return { kind: 'leaf', fact: id, operator: 'in', value: [], steps: 1n << BigInt(step) };
}
