import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { AuthoredStatement, ScenarioFile } from '../schema/generated/author-types.js';
import type { Coding } from './coding.js';
import { pooledFact, shortened, type Unknowns } from './pool-fact.js';
import { pooledSources } from './pool-sources.js';

/** What a pooled scenario is called, and what may be asked of it. */
export interface PoolOptions {
  id: string;
  /** The path of the rule set's folder from where the scenario will be. */
  ruleSetPath: string;
  /** Unless it is said, a coding that does not know a fact is left out for that fact. */
  unknowns?: Unknowns;
}

/**
 * One scenario from several codings of a situation, which have its day, its rule set and its weights in common: of every
 * fact their linear opinion pool, weights rescaled to sum to 1. Derived facts are not stated. Throws a RangeError for no
 * codings, or weights of which none is above 0.
 */
export function pool(
  ruleSet: RuleSet,
  codings: readonly Coding[],
  { id, ruleSetPath, unknowns = 'left-out' }: PoolOptions,
): ScenarioFile {
  const [first] = codings;
  const shares = poolShares(codings);
  if (!first) throw new RangeError('there is nothing to pool');
  const { summary, leaveOut, title, asOf } = first.scenario;
  const joined = pooledSources(codings, ruleSet);
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const facts = stated.map((fact): [string, AuthoredStatement] => [
    fact.id,
    pooledFact(fact, codings, unknowns, joined),
  ]);
  const shown = codings.map(({ coder }, i) => `${coder} (${Number(shares[i]!.toFixed(3))})`).join(', ');
  return {
    id,
    title: shortened(`${title}: ${codings.length} codings pooled`, 200),
    ...(summary !== undefined && { summary }),
    'rule-set': ruleSetPath,
    'as-of': asOf,
    ...judgedBy(first),
    ...(leaveOut.size > 0 && { 'leave-out': Object.fromEntries(leaveOut) }),
    note: shortened(`The linear opinion pool of these codings, by their shares: ${shown}. ${HOW[unknowns]}`),
    ...(Object.keys(joined.sources).length > 0 && { sources: joined.sources }),
    facts: Object.fromEntries(facts.sort(([a], [b]) => byId(a, b))),
  };
}

const HOW: Record<Unknowns, string> = {
  'left-out': 'A coding that does not know a fact has no part in what is said of it.',
  prior: 'A coding that does not know a fact counts with the prior of the codebook, or all values alike.',
};

/** The weights of some codings, rescaled to sum to 1. Throws a RangeError where none is above 0. */
export function poolShares(codings: readonly Coding[]): number[] {
  const weights = codings.map(({ weight = 1 }) => weight);
  const total = weights.reduce((a, b) => a + b, 0);
  const sound = weights.every(weight => weight >= 0 && Number.isFinite(weight)) && total > 0;
  if (!sound) throw new RangeError('weights of coders are numbers from 0, one at least above it');
  return weights.map(weight => weight / total);
}

/** By what the codings were judged: weights where some were fixed for it. */
function judgedBy({ scenario, appraisal }: Coding): Pick<ScenarioFile, 'perspective' | 'weights'> {
  const { perspective, manifest, weights } = appraisal;
  if (Object.keys(manifest.fixedWeights).length > 0) return { weights };
  return perspective
    ? { perspective: perspective.id }
    : { weights: Object.fromEntries(scenario.weights ?? []) };
}
