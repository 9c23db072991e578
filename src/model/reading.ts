import type { Fact, Steps, Value } from './fact.js';
import type { Statement } from './scenario.js';
import { allSteps, stepOf, stepsWithin } from './steps.js';

/** The steps that a fact can have, given what is stated of it. A prior narrows nothing. */
export function possibleSteps(fact: Fact, statement: Statement): Steps {
  switch (statement.kind) {
    case 'value':
      return stepOf(fact.steps, statement.value);
    case 'probabilities':
      return statement.probabilities.reduce(
        (set, [value, p]) => (p > 0 ? set | stepOf(fact.steps, value) : set),
        0n,
      );
    case 'between':
      return stepsWithin(fact.steps, statement.low, statement.high);
    case 'unknown':
      return allSteps(fact.steps);
  }
}

/** The step of the best estimate where there is one, else all that are possible. */
export function pointSteps(fact: Fact, statement: Statement): Steps {
  const estimate = bestEstimate(statement);
  return estimate === undefined ? possibleSteps(fact, statement) : stepOf(fact.steps, estimate);
}

/** The certain or likely value, or the one that the scenario itself gives a probability above 0.5. */
export function bestEstimate(statement: Statement): Value | undefined {
  switch (statement.kind) {
    case 'value':
      return statement.value;
    case 'between':
      return statement.low === statement.high ? statement.low : statement.likely;
    case 'probabilities':
      return statement.probabilities.find(([, p]) => p > 0.5)?.[0];
    case 'unknown':
      return undefined;
  }
}
