import type { RuleOutcome } from '../engine/evaluate.js';
import type { DecisionMatrix } from '../engine/matrix.js';
import { dominance } from '../mcda/dominance.js';
import { rank } from '../mcda/rank.js';
import { weightedSum } from '../mcda/weighted-sum.js';
import type { Weights } from '../mcda/weights.js';
import type { Appraisal } from '../model/appraisal.js';
import { by } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario } from '../model/scenario.js';
import { contributionsTo } from './contributions.js';
import { excludedOptions, openGates } from './open-rules.js';
import type { SeenFacts } from './seen.js';

/** What the ranking of a scenario is made from. */
export interface Evaluated {
  ruleSet: RuleSet;
  scenario: Scenario;
  readings: Readings;
  outcomes: readonly RuleOutcome[];
  matrix: DecisionMatrix;
  weights: Weights;
  seen: SeenFacts;
}

/** The options in order of score with their reasons, those that are not ranked with theirs, and which dominate which. */
export function rankedOptions(
  evaluated: Evaluated,
): Pick<Appraisal, 'ranking' | 'excluded' | 'leftOut' | 'dominance'> {
  const { ruleSet, scenario, readings, outcomes, matrix, weights, seen } = evaluated;
  const excluded = excludedOptions(outcomes, ruleSet, seen);
  const open = openGates(outcomes, ruleSet, readings, seen);
  const { leaveOut } = scenario;
  const candidates = [...ruleSet.options.keys()].filter(id => !excluded.has(id) && !leaveOut.has(id));
  const score = (option: string, of: 'value' | 'low' | 'high') =>
    weightedSum(weights, criterion => matrix.get(option)!.get(criterion)![of]);
  const lows = new Map(candidates.map(option => [option, score(option, 'low')]));
  const sureRivals = candidates.filter(option => !open.has(option));
  const mayLead = (option: string) =>
    sureRivals.every(other => other === option || score(option, 'high') >= lows.get(other)!);
  const titleOf = (option: string) => ruleSet.options.get(option)!.title;

  const ranking = rank(new Map(candidates.map(option => [option, score(option, 'value')])));
  return {
    ranking: ranking.map(({ option, ...place }) => ({
      option,
      title: titleOf(option),
      baseline: option === ruleSet.baseline,
      ...place,
      low: lows.get(option)!,
      high: score(option, 'high'),
      mayLead: mayLead(option),
      cells: Object.fromEntries(
        [...matrix.get(option)!].map(([id, { value, low, high }]) => [id, { value, low, high }]),
      ),
      contributions: contributionsTo(option, outcomes, matrix.get(option)!, weights, seen),
      openGates: open.get(option) ?? [],
    })),
    excluded: [...excluded.values()]
      .filter(({ option }) => !leaveOut.has(option))
      .sort(by(({ option }) => option))
      .map(one => ({ ...one, mayLead: !one.certain && mayLead(one.option) })),
    leftOut: [...leaveOut].map(([option, reason]) => ({ option, title: titleOf(option), reason })),
    dominance: dominance(matrix, candidates, option => open.has(option)),
  };
}
