import type { Seen } from '../model/appraisal.js';
import type { Fact, Steps, Value } from '../model/fact.js';
import { bestEstimate } from '../model/reading.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario, Statement } from '../model/scenario.js';
import { allSteps, membersOf } from '../model/steps.js';

/** What each fact was seen as, in either reading. */
export type SeenFacts = ReadonlyMap<string, { point: Seen; possible: Seen }>;

/** Puts the readings back into the author's values, so that a reason can name them. */
export function seenFacts(ruleSet: RuleSet, scenario: Scenario, readings: Readings): SeenFacts {
  return new Map(
    [...ruleSet.facts.values()].map(fact => {
      const statement = fact.derive ? undefined : scenario.facts.get(fact.id)?.statement;
      const point = statement && bestEstimate(statement);
      return [
        fact.id,
        {
          point: point ?? seenAs(fact, readings.point.get(fact.id)!, statement),
          possible: seenAs(fact, readings.possible.get(fact.id)!, statement),
        },
      ];
    }),
  );
}

function seenAs(fact: Fact, steps: Steps, statement: Statement | undefined): Seen {
  if (statement?.kind === 'value') return statement.value;
  if (statement?.kind === 'between') return { between: [statement.low, statement.high] };
  if (statement?.kind !== 'probabilities' && steps === allSteps(fact.steps)) return 'unknown';
  const values: Value[] = membersOf(fact.steps, steps).flatMap(step => ('value' in step ? [step.value] : []));
  return values.length === 1 ? values[0]! : { oneOf: values };
}

/** A seen value as a reader would say it: `high`, `high or decisive`, `0.2 to 0.35`, `unknown`. */
export function saySeen(seen: Seen): string {
  if (typeof seen !== 'object') return String(seen);
  if ('between' in seen) return seen.between.join(' to ');
  return orList(seen.oneOf.map(String));
}

function orList(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].join(' or ');
}
