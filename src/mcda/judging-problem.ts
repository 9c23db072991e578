import { nearestTo } from '../diagnostics/suggest.js';
import type { RuleSet } from '../model/rule-set.js';
import { fixWeights, normalise } from './weights.js';

/** What somebody wants a situation to be judged by, in place of what its scenario says. */
export interface JudgedBy {
  perspective?: string | undefined;
  /** Shares from 0 to 1 to fix for some criteria. */
  weights?: Readonly<Record<string, number>> | undefined;
}

/** Why a situation cannot be judged so by this rule set; undefined where it can. */
export function judgingProblem(
  ruleSet: RuleSet,
  { perspective, weights = {} }: JudgedBy,
): string | undefined {
  if (perspective !== undefined && !ruleSet.perspectives.has(perspective)) {
    const known = [...ruleSet.perspectives.keys()];
    const near = nearestTo(perspective, known);
    const help =
      near === undefined ? `one of ${known.join(', ')} is needed here` : `did you mean \`${near}\`?`;
    return `unknown perspective \`${perspective}\`: ${help}`;
  }
  const criteria = normalise(new Map([...ruleSet.criteria.keys()].map(id => [id, 1])));
  const problem = fixWeights(criteria, new Map(Object.entries(weights)));
  if ('unknown' in problem) {
    const near =
      nearestTo(problem.unknown, ruleSet.criteria.keys()) ?? [...ruleSet.criteria.keys()].join(', ');
    return `unknown criterion \`${problem.unknown}\`: did you mean ${near}?`;
  }
  if ('noShare' in problem) return `the weight of \`${problem.noShare}\` is no share`;
  if ('sum' in problem) return `the weights sum to ${problem.sum}: they are shares of 1`;
  return undefined;
}
