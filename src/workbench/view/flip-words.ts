import type { Flip, Flips } from '../../index.js';
import { withShare } from '../state/weights.js';

/** For each value of a fact that alone puts another option first, the title of that option. */
export function leadersByValue(
  flips: Flips | undefined,
  fact: string,
): ReadonlyMap<string | number | boolean, string> {
  const single =
    flips?.flips.filter(({ changes }) => changes.length === 1 && changes[0]!.fact === fact) ?? [];
  return new Map(single.map(({ changes, leader }) => [changes[0]!.to, flips!.options[leader]!.title]));
}

/** A change of one weight after which another option leads. */
export interface WeightFlip {
  criterion: string;
  /** The share from which, or up to which, it leads, and the share as it is. */
  side: 'above' | 'below';
  bound: number;
  now: number;
  leader: string;
  /** Weights under which it leads, a little beyond the bound. */
  weights: Record<string, number>;
}

/** The nearest weights, one at a time, under which another option leads: only one option, where one is wanted. */
export function weightFlips({ weights, weightsNow, leader, to }: Flips): WeightFlip[] {
  const found = weights.flatMap(({ criterion, weight, winners }) =>
    winners
      .filter(
        ({ option, from, to: end }) => option !== leader && (to === null || option === to) && end > from,
      )
      .map(({ option, from, to: end }): WeightFlip => {
        const side = from >= weight - 1e-9 ? 'above' : 'below';
        const bound = side === 'above' ? from : end;
        const beyond = Math.min(0.005, (end - from) / 2);
        const share = side === 'above' ? bound + beyond : bound - beyond;
        const next = withShare(weightsNow, criterion, share);
        return { ...{ criterion, side, bound, now: weight, leader: option }, weights: next };
      }),
  );
  const distance = ({ bound, now }: WeightFlip) => Math.abs(bound - now);
  const nearest = new Map<string, WeightFlip>();
  for (const flip of found.sort((a, b) => distance(a) - distance(b))) {
    const key = `${flip.criterion} ${flip.side}`;
    if (!nearest.has(key)) nearest.set(key, flip);
  }
  return [...nearest.values()];
}

/** The statements that a flip makes. */
export function factsOf({ changes }: Flip): Record<string, string | number | boolean> {
  return Object.fromEntries(changes.map(({ fact, to }) => [fact, to]));
}
