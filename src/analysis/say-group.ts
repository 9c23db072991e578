import type { Between, Fact, Interval } from '../model/fact.js';
import type { Scenario } from '../model/scenario.js';

/** Steps of a fact in words: `low or high`; of a number as far as the scenario holds it possible: `0.2 to 0.5`. */
export function sayGroup(fact: Fact, scenario: Scenario, steps: readonly number[]): string {
  const of = steps.map(step => fact.steps[step]!);
  const words = of.flatMap(step => ('value' in step ? [String(step.value)] : []));
  if (words.length > 0) return words.join(' or ');
  const { low, high } = boundsOf(fact, scenario);
  const [first, last] = [of[0]!, of.at(-1)!] as [Interval, Interval];
  const [from, to] = [Math.max(first.low, low), Math.min(last.high, high)];
  return from === to ? String(from) : `${from} to ${to}`;
}

/** Between what a number lies, by the scenario or else by its prior. */
function boundsOf({ id, prior }: Fact, { facts }: Scenario): Pick<Between, 'low' | 'high'> {
  const { statement } = facts.get(id)!;
  const said = statement.kind === 'unknown' ? prior : statement;
  return said?.kind === 'between' ? said : { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
}
