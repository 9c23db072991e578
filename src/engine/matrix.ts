import type { RuleSet } from '../model/rule-set.js';
import type { RuleOutcome } from './evaluate.js';

/** One entry of the decision matrix, in points from -100 to +100. */
export interface Cell {
  value: number;
  low: number;
  high: number;
  /** What the clamp took off the sum of the points that count: 0 unless the sum leaves the scale. */
  clamped: number;
}

/** Cells by option and criterion, every one present, in order of id. */
export type DecisionMatrix = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** Sums the points of the rules that fired, cell by cell, and clamps (docs/meaning.md, 4.1 and 4.4). */
export function decisionMatrix(ruleSet: RuleSet, outcomes: readonly RuleOutcome[]): DecisionMatrix {
  const sums = new Map(
    [...ruleSet.options.keys()].map(option => [
      option,
      new Map([...ruleSet.criteria.keys()].map(criterion => [criterion, { value: 0, low: 0, high: 0 }])),
    ]),
  );
  for (const { rule, trace, possible } of outcomes) {
    for (const effect of rule.effects) {
      if (effect.kind !== 'points') continue;
      const sum = sums.get(effect.option)!.get(effect.criterion)!;
      const [least, most] = [Math.min(effect.points, 0), Math.max(effect.points, 0)];
      if (trace.truth === 'true') sum.value += effect.points;
      if (possible !== 'false') sum.low += possible === 'true' ? effect.points : least;
      if (possible !== 'false') sum.high += possible === 'true' ? effect.points : most;
    }
  }
  return mapValues(sums, row => mapValues(row, toCell));
}

function toCell({ value, low, high }: { value: number; low: number; high: number }): Cell {
  return { value: clamp(value), low: clamp(low), high: clamp(high), clamped: clamp(value) - value };
}

function clamp(points: number): number {
  return Math.max(-100, Math.min(100, points));
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
