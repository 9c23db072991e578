import type { RuleOutcome } from '../engine/evaluate.js';
import type { Cell } from '../engine/matrix.js';
import type { Weights } from '../mcda/weights.js';
import type { Contribution } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import { listedRule } from './listed-rule.js';
import type { SeenFacts } from './seen.js';

/**
 * What each rule that fired adds to an option, and what the clamp took off: together they sum to its score (4.7).
 * The largest weighted contribution comes first; equal ones in order of criterion and rule.
 */
export function contributionsTo(
  option: string,
  outcomes: readonly RuleOutcome[],
  row: ReadonlyMap<string, Cell>,
  weights: Weights,
  seen: SeenFacts,
): Contribution[] {
  const fired = outcomes.filter(({ trace }) => trace.truth === 'true');
  const fromRules = fired.flatMap(outcome => fromRule(option, outcome, weights, seen));
  const fromClamps = [...row].flatMap(([criterion, cell]) => fromClamp(criterion, cell, weights));
  return [...fromRules, ...fromClamps].sort(
    (a, b) =>
      Math.abs(b.weighted) - Math.abs(a.weighted) ||
      byId(a.criterion, b.criterion) ||
      byId(a.rule ?? '', b.rule ?? ''),
  );
}

function fromRule(option: string, outcome: RuleOutcome, weights: Weights, seen: SeenFacts): Contribution[] {
  return outcome.rule.effects.flatMap(effect => {
    if (effect.kind !== 'points' || effect.option !== option) return [];
    const { effects: _, ...listed } = listedRule(outcome, seen);
    const certain = outcome.possible === 'true';
    return [{ ...listed, ...weighed(effect.criterion, effect.points, weights), certain }];
  });
}

function fromClamp(criterion: string, { clamped }: Cell, weights: Weights): Contribution[] {
  if (clamped === 0) return [];
  const reason = `a cell never goes ${clamped < 0 ? 'above +100' : 'below -100'}, whatever its rules add up to`;
  const ofNoRule = { rule: null, reason, sources: [], evidence: null, trace: null, certain: false };
  return [{ ...ofNoRule, ...weighed(criterion, clamped, weights) }];
}

function weighed(criterion: string, points: number, weights: Weights) {
  const weight = weights.get(criterion)!;
  return { criterion, points, weight, weighted: points * weight + 0 };
}
