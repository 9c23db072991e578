import type { Diagnostic } from './diagnostics/diagnostic.js';
import { evaluate } from './engine/evaluate.js';
import { decisionMatrix } from './engine/matrix.js';
import { settle } from './engine/settle.js';
import { dominance } from './mcda/dominance.js';
import { rank } from './mcda/rank.js';
import { weightedSum } from './mcda/weighted-sum.js';
import { fixWeights, normalise, type Weights } from './mcda/weights.js';
import type { Appraisal } from './model/appraisal.js';
import { by, round9 } from './model/order.js';
import type { RuleSet } from './model/rule-set.js';
import type { Scenario } from './model/scenario.js';
import { contributionsTo } from './rationale/contributions.js';
import { citedSources, factsUsed } from './rationale/facts-used.js';
import { excludedOptions, notFiredRules, openGates, undeterminedRules } from './rationale/open-rules.js';
import { seenFacts } from './rationale/seen.js';
import { PROGRAM } from './version.js';

/** What a caller may ask for beside the scenario's own wishes. */
export interface AppraiseOptions {
  /** Judge by this perspective rather than by the scenario's perspective or weights. */
  perspective?: string;
  /** Shares from 0 to 1 to fix for some criteria; the others are rescaled proportionally. */
  weights?: Readonly<Record<string, number>>;
  /** The command that repeats this, for the manifest. */
  command?: string;
  /** Findings of loading, to be carried along. */
  diagnostics?: readonly Diagnostic[];
}

/**
 * Appraises a scenario: settles derived facts, evaluates the rules, ranks the options and explains the ranking
 * (DESIGN.md, section 4). Throws a RangeError where it is misused: for a scenario that was resolved against another
 * rule set, an unknown perspective, or weights that cannot be shares.
 */
export async function appraise(
  ruleSet: RuleSet,
  scenario: Scenario,
  options: AppraiseOptions = {},
): Promise<Appraisal> {
  if (scenario.ruleSet.hash !== ruleSet.hash)
    throw new RangeError('the scenario belongs to another rule set');
  const { perspective, weights } = judgement(ruleSet, scenario, options);

  const readings = await settle(ruleSet, scenario);
  const outcomes = await evaluate(ruleSet, readings);
  const matrix = decisionMatrix(ruleSet, outcomes);

  const seen = seenFacts(ruleSet, scenario, readings);
  const excluded = excludedOptions(outcomes, ruleSet, seen);
  const open = openGates(outcomes, ruleSet, readings, seen);
  const candidates = [...ruleSet.options.keys()].filter(
    id => !excluded.has(id) && !scenario.leaveOut.has(id),
  );
  const score = (option: string, of: 'value' | 'low' | 'high') =>
    weightedSum(weights, criterion => matrix.get(option)!.get(criterion)![of]);
  const ranked = rank(new Map(candidates.map(option => [option, score(option, 'value')])));
  const lows = new Map(candidates.map(option => [option, score(option, 'low')]));
  const sureRivals = candidates.filter(option => !open.has(option));
  const leads = (high: number, except?: string) =>
    sureRivals.every(other => other === except || high >= lows.get(other)!);

  const ranking = ranked.map(({ option, ...place }) => {
    const row = matrix.get(option)!;
    const high = score(option, 'high');
    return {
      option,
      title: ruleSet.options.get(option)!.title,
      baseline: option === ruleSet.baseline,
      ...place,
      low: lows.get(option)!,
      high,
      mayLead: leads(high, option),
      cells: Object.fromEntries([...row].map(([id, { value, low, high }]) => [id, { value, low, high }])),
      contributions: contributionsTo(option, outcomes, row, weights, seen),
      openGates: open.get(option) ?? [],
    };
  });

  const result: Omit<Appraisal, 'sources'> = {
    format: 'appraisal/1',
    manifest: {
      program: { ...PROGRAM },
      ruleSet: { id: ruleSet.id, version: ruleSet.version, title: ruleSet.title, hash: ruleSet.hash },
      scenario: { id: scenario.id, title: scenario.title, asOf: scenario.asOf, hash: scenario.hash },
      changes: [...scenario.changes],
      fixedWeights: { ...options.weights },
      command: options.command ?? null,
    },
    perspective,
    weights: Object.fromEntries(weights),
    criteria: titlesOf(ruleSet.criteria),
    options: titlesOf(ruleSet.options),
    ranking,
    margin: ranking.length > 1 ? round9(ranking[0]!.score - ranking[1]!.score) : null,
    excluded: [...excluded.values()]
      .filter(({ option }) => !scenario.leaveOut.has(option))
      .sort(by(({ option }) => option))
      .map(one => ({ ...one, mayLead: !one.certain && leads(score(one.option, 'high')) })),
    leftOut: [...scenario.leaveOut].map(([option, reason]) => ({
      option,
      title: ruleSet.options.get(option)!.title,
      reason,
    })),
    undetermined: undeterminedRules(outcomes, ruleSet, readings, seen),
    notFired: notFiredRules(outcomes, seen),
    dominance: dominance(matrix, candidates, option => open.has(option)),
    facts: factsUsed(ruleSet, scenario, seen),
    diagnostics: [...(options.diagnostics ?? [])],
  };
  return { ...result, sources: citedSources(result, ruleSet, scenario) };
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
