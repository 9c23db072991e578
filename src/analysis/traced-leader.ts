import { evaluate } from '../engine/evaluate.js';
import { decisionMatrix } from '../engine/matrix.js';
import { settle } from '../engine/settle.js';
import { type Ranked, rank } from '../mcda/rank.js';
import { weightedSum } from '../mcda/weighted-sum.js';
import type { Weights } from '../mcda/weights.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';

/** The ranking of a scenario by the traced engine, to hold what the compiled one says to it. */
export async function tracedRanking(
  ruleSet: RuleSet,
  scenario: Scenario,
  weights: Weights,
): Promise<Ranked[]> {
  const outcomes = await evaluate(ruleSet, await settle(ruleSet, scenario));
  const matrix = decisionMatrix(ruleSet, outcomes);
  const gone = outcomes.flatMap(({ rule, trace }) =>
    rule.effects.flatMap(effect => (effect.kind === 'gate' && trace.truth === 'true' ? effect.option : [])),
  );
  const scores = [...ruleSet.options.keys()]
    .filter(id => !scenario.leaveOut.has(id) && !gone.includes(id))
    .map(id => [id, weightedSum(weights, criterion => matrix.get(id)!.get(criterion)!.value)] as const);
  return rank(new Map(scores));
}
