import { round9, sortedMap } from '../model/order.js';

/** Shares by criterion, summing to 1. */
export type Weights = ReadonlyMap<string, number>;

/** Swing weights as stated, at least 0 and not all 0, to shares that sum to 1. */
export function normalise(stated: ReadonlyMap<string, number>): Weights {
  const entries = [...sortedMap(stated)];
  const sum = entries.reduce((all, [, weight]) => all + weight, 0);
  // Very large weights are scaled first, so that their sum is a number, and very small ones, so that it is not lost.
  const unit = Number.isFinite(sum) && sum > 1e-300 ? 1 : Math.max(...entries.map(([, weight]) => weight));
  const total = entries.reduce((all, [, weight]) => all + weight / unit, 0);
  return new Map(entries.map(([criterion, weight]) => [criterion, weight / unit / total]));
}

/** What is wrong with shares to fix: an unknown criterion, one that is no share, or a sum that leaves nothing sensible. */
export type WeightProblem = { unknown: string } | { noShare: string } | { sum: number };

/**
 * Fixes the shares of some criteria and rescales the others proportionally, equally where all of them are 0.
 * A share outside 0 to 1, a sum above 1, or one below 1 with no criterion left to take the rest, is a problem.
 */
export function fixWeights(weights: Weights, fixed: ReadonlyMap<string, number>): Weights | WeightProblem {
  const unknown = [...fixed.keys()].find(criterion => !weights.has(criterion));
  if (unknown !== undefined) return { unknown };
  const noShare = [...fixed].find(([, share]) => !(typeof share === 'number' && share >= 0 && share <= 1));
  if (noShare) return { noShare: noShare[0] };
  const sum = [...fixed.values()].reduce((a, b) => a + b, 0);
  const others = [...weights.keys()].filter(criterion => !fixed.has(criterion));
  const rest = 1 - sum;
  if (rest < -TOLERANCE || (rest > TOLERANCE && others.length === 0)) return { sum: round9(sum) };
  const free = others.reduce((total, criterion) => total + weights.get(criterion)!, 0);
  const share = (criterion: string): number =>
    Math.max(rest, 0) * (free > 0 ? weights.get(criterion)! / free : 1 / others.length);
  return new Map([...weights.keys()].map(criterion => [criterion, fixed.get(criterion) ?? share(criterion)]));
}

const TOLERANCE = 1e-9;
