import type { Impossible, Rule, RuleSet } from '../model/rule-set.js';
import type { Readings } from '../model/scenario.js';
import type { Traced } from './evaluate-conditions.js';
import { prepared } from './prepared.js';
import type { Truth } from './truth.js';

/** One rule on one scenario: its trace in the point reading, and its truth over all that is possible. */
export interface RuleOutcome {
  rule: Rule;
  trace: Traced;
  possible: Truth;
}

/** Every rule on one scenario, in order of rule id. */
export async function evaluate(ruleSet: RuleSet, readings: Readings): Promise<RuleOutcome[]> {
  const point = await prepared(ruleSet).rules(readings.point);
  // The engine takes most of the time of an appraisal.
  const isOne = readings.possible === readings.point;
  const possible = isOne ? point : await prepared(ruleSet).rules(readings.possible);
  return ruleSet.rules.map((rule, i) => ({ rule, trace: point[i]!, possible: possible[i]!.truth }));
}

/** The impossible combinations that a scenario makes: those that must hold, whichever values its facts have. */
export async function impossibleIn(ruleSet: RuleSet, readings: Readings): Promise<Impossible[]> {
  const traces = await prepared(ruleSet).impossible(readings.possible);
  return ruleSet.impossible.filter((_, i) => traces[i]!.truth === 'true');
}
