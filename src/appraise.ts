import type { Diagnostic } from './diagnostics/diagnostic.js';
import { evaluate, type RuleOutcome } from './engine/evaluate.js';
import { decisionMatrix } from './engine/matrix.js';
import { settle } from './engine/settle.js';
import { fixWeights, normalise, type Weights } from './mcda/weights.js';
import type { Appraisal } from './model/appraisal.js';
import { round9 } from './model/order.js';
import type { RuleSet } from './model/rule-set.js';
import type { Readings, Scenario } from './model/scenario.js';
import { citedSources, factsUsed } from './rationale/facts-used.js';
import { notFiredRules, undeterminedRules } from './rationale/open-rules.js';
import { rankedOptions } from './rationale/ranking.js';
import { secondAggregation } from './rationale/second-aggregation.js';
import { seenFacts } from './rationale/seen.js';
import { PROGRAM } from './version.js';

/** What a caller may ask for beside the scenario's own wishes. */
export interface AppraiseOptions {
  /** Judge by this perspective rather than by the scenario's perspective or weights. */
  perspective?: string;
  /** Shares from 0 to 1 to fix for some criteria; the others are rescaled proportionally. */
  weights?: Readonly<Record<string, number>>;
  /** Rank by another aggregation as well, as a check; the ranking, scores and reasons stay those of the weighted sum. */
  aggregate?: 'weighted-sum' | 'promethee-ii';
  /** The command that repeats this, for the manifest. */
  command?: string;
  /** Findings of loading, to be carried along. */
  diagnostics?: readonly Diagnostic[];
}

/**
 * Appraises a scenario: settles derived facts, evaluates the rules, ranks the options and explains the ranking
 * (docs/meaning.md). Throws a RangeError where it is misused: for a scenario that was resolved against another
 * rule set, an unknown perspective, weights that cannot be shares, or a check for which a criterion declares no thresholds.
 */
export async function appraise(
  ruleSet: RuleSet,
  scenario: Scenario,
  options: AppraiseOptions = {},
): Promise<Appraisal> {
  if (scenario.ruleSet.hash !== ruleSet.hash)
    throw new RangeError('the scenario belongs to another rule set');
  const readings = await settle(ruleSet, scenario);
  const outcomes = await evaluate(ruleSet, readings);
  return explain(ruleSet, scenario, { readings, outcomes }, options);
}

/** What the rules come to in a scenario. */
export interface Evaluated {
  readings: Readings;
  outcomes: readonly RuleOutcome[];
}

/** Ranks the options of a scenario that is evaluated already, and explains the ranking. Throws as `appraise` does. */
export function explain(
  ruleSet: RuleSet,
  scenario: Scenario,
  { readings, outcomes }: Evaluated,
  options: AppraiseOptions,
): Appraisal {
  const { perspective, weights } = judgement(ruleSet, scenario, options);
  const matrix = decisionMatrix(ruleSet, outcomes);

  const seen = seenFacts(ruleSet, scenario, readings);
  const ranked = rankedOptions({ ruleSet, scenario, readings, outcomes, matrix, weights, seen });
  const [first, second] = ranked.ranking;
  const result: Omit<Appraisal, 'sources'> = {
    format: 'appraisal/1',
    manifest: manifestOf(ruleSet, scenario, options),
    perspective,
    weights: Object.fromEntries(weights),
    criteria: titlesOf(ruleSet.criteria),
    options: titlesOf(ruleSet.options),
    ...ranked,
    margin: second ? round9(first!.score - second.score) : null,
    undetermined: undeterminedRules(outcomes, ruleSet, readings, seen),
    notFired: notFiredRules(outcomes, seen),
    facts: factsUsed(ruleSet, scenario, seen),
    outlook: null,
    secondAggregation:
      options.aggregate === 'promethee-ii' ? secondAggregation(ruleSet, ranked.ranking, weights) : null,
    diagnostics: [...(options.diagnostics ?? [])],
  };
  return { ...result, sources: citedSources(result, ruleSet, scenario) };
}

/** What the result is made from, so that it can be repeated. */
function manifestOf(ruleSet: RuleSet, scenario: Scenario, options: AppraiseOptions): Appraisal['manifest'] {
  return {
    program: { ...PROGRAM },
    ruleSet: { id: ruleSet.id, version: ruleSet.version, title: ruleSet.title, hash: ruleSet.hash },
    scenario: { id: scenario.id, title: scenario.title, asOf: scenario.asOf, hash: scenario.hash },
    changes: [...scenario.changes],
    fixedWeights: { ...options.weights },
    command: options.command ?? null,
  };
}

/** Whose weights to judge by: the caller's perspective, else the scenario's, else its own weights; then fixed shares. */
function judgement(
  ruleSet: RuleSet,
  scenario: Scenario,
  options: AppraiseOptions,
): { perspective: Appraisal['perspective']; weights: Weights } {
  const id = options.perspective ?? scenario.perspective;
  const perspective = id === undefined ? undefined : ruleSet.perspectives.get(id);
  if (id !== undefined && !perspective) throw new RangeError(`unknown perspective \`${id}\``);
  const weights = normalise(perspective ? perspective.weights : scenario.weights!);
  const fixed = fixWeights(weights, new Map(Object.entries(options.weights ?? {})));
  if ('unknown' in fixed) throw new RangeError(`unknown criterion \`${fixed.unknown}\``);
  if ('noShare' in fixed) throw new RangeError(`the weight of \`${fixed.noShare}\` is no share from 0 to 1`);
  if ('sum' in fixed) throw new RangeError(`the fixed weights sum to ${fixed.sum}: they are shares of 1`);
  return {
    perspective: perspective
      ? { id: perspective.id, title: perspective.title, because: perspective.because }
      : null,
    weights: fixed,
  };
}

function titlesOf(named: ReadonlyMap<string, { title: string }>): Record<string, { title: string }> {
  return Object.fromEntries([...named].map(([id, { title }]) => [id, { title }]));
}
