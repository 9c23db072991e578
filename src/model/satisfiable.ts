import { type Condition, partsOf } from './condition.js';
import type { Fact, Steps } from './fact.js';
import { allSteps, stepOf } from './steps.js';

/** A condition that is to hold, or not to. */
interface Goal {
  condition: Condition;
  holds: boolean;
}

/** Goals still to be met, as a list that several branches can share the end of. */
type Goals = { goal: Goal; rest: Goals } | undefined;

/** Where a search stands: what is still to be met, and the steps that are left for each fact. */
interface Branch {
  goals: Goals;
  allowed: Map<string, Steps>;
}

/** How many goals one search may look at: an honest condition needs a few dozen. */
const MOST_GOALS = 4_000;

/** How many goals several searches may look at together. */
export interface Purse {
  goals: number;
}

/**
 * Whether some values of its facts make the condition true, derived facts by what they are derived from. Undefined
 * where the search would take too long. Depth first, on a stack of its own: a condition may be of any depth.
 */
export function satisfiable(
  condition: Condition,
  facts: ReadonlyMap<string, Fact>,
  purse: Purse = { goals: MOST_GOALS },
): boolean | undefined {
  const last = Math.max(0, purse.goals - MOST_GOALS);
  const branches: Branch[] = [
    { goals: { goal: { condition, holds: true }, rest: undefined }, allowed: new Map() },
  ];
  for (let branch = branches.pop(); branch; branch = branches.pop()) {
    const { allowed } = branch;
    let { goals } = branch;
    while (goals) {
      if (purse.goals <= last) return undefined;
      purse.goals -= 1;
      const { goal, rest }: NonNullable<Goals> = goals;
      const choices = choicesOf(goal, allowed, facts);
      // The first choice goes on here; every further one is a branch of its own, with its own account of the facts.
      for (const choice of choices.slice(1).reverse()) {
        branches.push({ goals: before(choice, rest), allowed: new Map(allowed) });
      }
      if (!choices[0]) break;
      goals = before(choices[0], rest);
      if (!goals) return true;
    }
  }
  return false;
}

function before(first: readonly Goal[], rest: Goals): Goals {
  return first.reduceRight<Goals>((goals, goal) => ({ goal, rest: goals }), rest);
}

/** The ways to meet a goal, each a list of further goals; none where it cannot be met. Takes steps off what is allowed. */
function choicesOf(
  { condition, holds }: Goal,
  allowed: Map<string, Steps>,
  facts: ReadonlyMap<string, Fact>,
): Goal[][] {
  if (condition.kind === 'leaf') {
    const fact = facts.get(condition.fact)!;
    const all = allSteps(fact.steps);
    const wanted = holds ? condition.steps : all & ~condition.steps;
    const left = (allowed.get(fact.id) ?? all) & wanted;
    allowed.set(fact.id, left);
    if (left === 0n) return [];
    return fact.derive ? derivedFrom(fact, left) : [[]];
  }
  const parts = partsOf(condition).map(part => ({
    condition: part,
    holds: condition.kind === 'not' ? !holds : holds,
  }));
  const together = condition.kind === 'any' ? !holds : holds || condition.kind !== 'all';
  return together ? [parts] : parts.map(part => [part]);
}

/** For each entry of a derived fact that gives one of the steps: it holds, and none before it does. */
function derivedFrom({ derive = [], steps }: Fact, wanted: Steps): Goal[][] {
  return derive.flatMap(({ value }, i) =>
    (stepOf(steps, value) & wanted) === 0n ? [] : [reaching(derive, i)],
  );
}

/** What must hold for the entry of a derivation at that place to give the value. */
function reaching(derive: NonNullable<Fact['derive']>, at: number): Goal[] {
  return derive
    .slice(0, at + 1)
    .flatMap(({ when }, i) => (when ? [{ condition: when, holds: i === at }] : []))
    .reverse();
}

/** The condition under which an entry of a derived fact gives the value: it holds, and none before it does. */
export function reachedWhen(derive: NonNullable<Fact['derive']>, at: number): Condition {
  const goals = reaching(derive, at);
  return {
    kind: 'all',
    of: goals.map(({ condition, holds }) => (holds ? condition : { kind: 'not', of: condition })),
  };
}
