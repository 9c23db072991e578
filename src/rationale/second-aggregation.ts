import { prometheeFlows } from '../mcda/promethee.js';
import type { Weights } from '../mcda/weights.js';
import type { Appraisal, SecondAggregation } from '../model/appraisal.js';
import { byId, round9 } from '../model/order.js';
import type { RuleSet, Thresholds } from '../model/rule-set.js';

/**
 * How PROMETHEE II ranks the options that are ranked, by net flow, as a check on the weighted sum. Throws a RangeError where
 * a criterion declares no thresholds: there is none that one could assume.
 */
export function secondAggregation(
  { criteria }: RuleSet,
  ranking: Appraisal['ranking'],
  weights: Weights,
): SecondAggregation {
  const missing = withoutThresholds(criteria);
  if (missing.length > 0) throw new RangeError(`no thresholds are declared for ${missing.join(', ')}`);
  const thresholds = new Map<string, Thresholds>([...criteria].map(([id, one]) => [id, one.thresholds!]));
  const rows = ranking.map(({ option, cells }) => {
    const values = Object.entries(cells).map(([id, { value }]) => [id, value] as const);
    return [option, new Map(values)] as const;
  });
  const flows = prometheeFlows(new Map(rows), weights, thresholds)
    .map(({ option, ...flow }) => ({ option, ...rounded(flow) }))
    .sort((a, b) => b.net - a.net || byId(a.option, b.option));
  return {
    method: 'promethee-ii',
    thresholds: Object.fromEntries(thresholds),
    flows: flows.map(flow => ({ ...flow, rank: 1 + flows.findIndex(({ net }) => net === flow.net) })),
  };
}

/** The criteria that declare no thresholds. */
export function withoutThresholds(criteria: RuleSet['criteria']): string[] {
  return [...criteria.values()].filter(({ thresholds }) => !thresholds).map(({ id }) => id);
}

function rounded<T extends Record<string, number>>(flow: T): T {
  return Object.fromEntries(Object.entries(flow).map(([key, x]) => [key, round9(x)])) as T;
}
