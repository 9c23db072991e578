import { type Condition, partsOf } from './condition.js';
import type { Fact, Steps } from './fact.js';
import { allSteps } from './steps.js';

/** A condition that is to hold, or not to. */
interface Goal {
  condition: Condition;
  holds: boolean;
}

const BUDGET = 20_000;

/**
 * Whether some values of its facts make the condition true, each fact on its own (derivations are not followed).
 * Undefined where the search would take too long.
 */
export function satisfiable(condition: Condition, facts: ReadonlyMap<string, Fact>): boolean | undefined {
  const search = { facts, budget: BUDGET };
  const found = solve([{ condition, holds: true }], new Map(), search);
  return search.budget < 0 ? undefined : found;
}

function solve(
  goals: readonly Goal[],
  allowed: ReadonlyMap<string, Steps>,
  search: { facts: ReadonlyMap<string, Fact>; budget: number },
): boolean {
  search.budget -= 1;
  const [goal, ...rest] = goals;
  if (!goal || search.budget < 0) return true;
  const { condition, holds } = goal;
  if (condition.kind === 'leaf') {
    const all = allSteps(search.facts.get(condition.fact)!.steps);
    const wanted = holds ? condition.steps : all & ~condition.steps;
    const left = (allowed.get(condition.fact) ?? all) & wanted;
    return left !== 0n && solve(rest, new Map(allowed).set(condition.fact, left), search);
  }
  const parts = partsOf(condition).map(part => ({
    condition: part,
    holds: condition.kind === 'not' ? !holds : holds,
  }));
  const together = condition.kind === 'any' ? !holds : holds || condition.kind !== 'all';
  if (together) return solve([...parts, ...rest], allowed, search);
  return parts.some(part => solve([part, ...rest], allowed, search));
}
