import { didYouMean } from '../diagnostics/suggest.js';
import { inside, type RuleSetCheck } from './rule-set-check.js';

/** Each perspective weighs every criterion, no other, and not all of them at 0; reasons are for criteria too. */
export const perspectiveWeights: RuleSetCheck = ({ authored: { entries, declared }, report }) => {
  const criteria = declared.criterion;
  if (!criteria) return;
  for (const perspective of entries.perspective) {
    const at = inside(perspective, 'weights');
    const { unknown, problem } = weightProblems(perspective.value.weights, criteria);
    for (const id of unknown) {
      report(
        'rule-set/unknown-criterion',
        inside(at, id),
        'key',
        `unknown criterion \`${id}\``,
        didYouMean(id, criteria),
      );
    }
    if (problem) report('rule-set/weights', at, 'key', problem);
    for (const id of Object.keys(perspective.value.reasons ?? {}).filter(id => !criteria.has(id))) {
      const spot = inside(perspective, 'reasons', id);
      report(
        'rule-set/unknown-criterion',
        spot,
        'key',
        `unknown criterion \`${id}\``,
        didYouMean(id, criteria),
      );
    }
  }
};

/** Criteria that are weighed and do not exist, and what is wrong with the set as a whole. */
export function weightProblems(
  weights: Readonly<Record<string, number>>,
  criteria: ReadonlySet<string>,
): { unknown: string[]; problem: string | undefined } {
  const missing = [...criteria].filter(id => !Object.hasOwn(weights, id)).sort();
  const list = missing.map(id => `\`${id}\``).join(', ');
  const allZero = Object.values(weights).every(weight => weight === 0);
  return {
    unknown: Object.keys(weights).filter(id => !criteria.has(id)),
    problem: missing.length > 0 ? `no weight for ${list}` : allZero ? 'all weights are 0' : undefined,
  };
}
