import { round9 } from '../model/order.js';
import type { Weights } from './weights.js';

/**
 * The additive value model, `sum of w_c x v_c` over criteria c in order of id (Keeney & Raiffa 1976, Decisions with
 * Multiple Objectives), rounded to nine decimals.
 */
export function weightedSum(weights: Weights, cellOf: (criterion: string) => number): number {
  let sum = 0;
  for (const [criterion, weight] of weights) sum += weight * cellOf(criterion);
  return round9(sum);
}
