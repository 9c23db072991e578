import { blockEvaluator } from '../engine/block.js';
import { programOf } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import { weightedSum } from '../mcda/weighted-sum.js';
import { fixWeights, type Weights } from '../mcda/weights.js';
import type { Appraisal } from '../model/appraisal.js';
import { round9 } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { Sensitivity, WeightRange } from '../model/sensitivity.js';
import { factRanges } from './fact-ranges.js';
import { indicesOf } from './indices.js';
import { isSet, movedColumns } from './moved.js';
import { overSituations, type SituationOptions } from './over-situations.js';
import { rulesWithout } from './rules-without.js';

/**
 * What drives the leader's margin: one fact at a time, one weight at a time, one rule at a time, and all facts at once by
 * first-order and total Sobol' indices. The margin is today's leader's score less the highest other one, so it is negative
 * where another leads; an option that is excluded scores 0 in it.
 */
export async function sensitivity(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: SituationOptions = {},
): Promise<Sensitivity> {
  const program = programOf(ruleSet);
  const readings = statedReadings(ruleSet, scenario);
  const weights = new Map(Object.entries(appraisal.weights));
  const leader = appraisal.ranking[0]!.option;
  const candidates = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  const { must } = blockEvaluator(program)(movedColumns(program, readings.point)([[]]), 0, 1);
  const fires = program.rules.map(({ node }) => isSet(must[node]!, 0));
  const over = overSituations(program, ruleSet, scenario, appraisal, options);
  const place = program.options.indexOf(leader);
  const { signal } = options;
  return {
    format: 'sensitivity/1',
    manifest: appraisal.manifest,
    perspective: appraisal.perspective,
    leader,
    margin: marginOf(appraisal, weights).margin,
    facts: factRanges(program, ruleSet, scenario, readings, appraisal, candidates),
    weights: weightRanges(appraisal, weights),
    rules: rulesWithout(program, ruleSet, weights, fires, leader, candidates),
    ...(await indicesOf(program, ruleSet, over, weights, place, candidates, signal ? { signal } : {})),
    options: appraisal.options,
    criteria: appraisal.criteria,
  };
}

/** The margin and the leader with each weight at 0 and at 1, the others rescaled in proportion. */
function weightRanges(appraisal: Appraisal, weights: Weights): WeightRange[] {
  return [...weights].map(([criterion, weight]) => {
    const at = (share: number) =>
      marginOf(appraisal, fixWeights(weights, new Map([[criterion, share]])) as Weights);
    return weights.size === 1
      ? { criterion, weight, none: at(1), all: at(1) }
      : { criterion, weight, none: at(0), all: at(1) };
  });
}

/** The margin of today's leader under some weights, on today's cells, and who leads then. */
function marginOf({ ranking, excluded }: Appraisal, weights: Weights): { margin: number; leader: string } {
  const scores = ranking.map(({ option, cells }) => ({
    option,
    score: weightedSum(weights, criterion => cells[criterion]!.value),
  }));
  const others = [...scores.slice(1).map(({ score }) => score), ...excluded.map(() => 0)];
  const top = Math.max(...scores.map(({ score }) => score));
  const level = scores.filter(({ score }) => score === top).map(({ option }) => option);
  const other = others.length > 0 ? Math.max(...others) : 0;
  return { margin: round9(scores[0]!.score - other), leader: [...level].sort()[0]! };
}
