import type { RankedOption } from '../model/appraisal.js';
import { round9 } from '../model/order.js';

/** A number in whole units of a tenth, halves away from zero. */
export function tenths(x: number): number {
  return Math.sign(x) * Math.round(round9(Math.abs(x) * 10)) + 0;
}

/**
 * Rounds parts to whole units (tenths by default) so that they sum to a total given in units: each is rounded down,
 * and what is missing goes to the largest remainders, equal ones in their order (Hamilton's method).
 */
export function apportion(parts: readonly number[], total: number, perUnit = 10): number[] {
  const floors = parts.map(part => Math.floor(round9(part * perUnit)));
  const missing = total - floors.reduce((sum, floor) => sum + floor, 0);
  const each = Math.floor(missing / parts.length);
  const remainder = (i: number) => round9(parts[i]! * perUnit) - floors[i]!;
  const order = parts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const extra = new Set(order.slice(0, missing - each * parts.length));
  return floors.map((floor, i) => floor + each + (extra.has(i) ? 1 : 0));
}

/** A score as it is printed, in tenths: criteria sum to the score, and the contributions of each to it. */
export interface PrintedScore {
  score: number;
  criteria: Map<string, number>;
  /** One for each contribution, in their order. */
  contributions: number[];
}

/** Rounds an option's score, its criteria and contributions together, so that all that is printed adds up. */
export function printedScore({ score, contributions }: RankedOption): PrintedScore {
  const names = [...new Set(contributions.map(({ criterion }) => criterion))];
  const ownOf = (name: string) => contributions.filter(({ criterion }) => criterion === name);
  const sums = names.map(name => ownOf(name).reduce((sum, { weighted }) => sum + weighted, 0));
  const shares = apportion(sums, tenths(score));
  const parts = names.map((name, i) =>
    apportion(
      ownOf(name).map(({ weighted }) => weighted),
      shares[i]!,
    ),
  );
  const next = parts.map(own => own.values());
  return {
    score: tenths(score),
    criteria: new Map(names.map((name, i) => [name, shares[i]!])),
    contributions: contributions.map(({ criterion }) => next[names.indexOf(criterion)]!.next().value ?? 0),
  };
}
