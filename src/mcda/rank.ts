import { byId } from '../model/order.js';

/** A place in a ranking. `tied` is whether another option has the same rank. */
export interface Ranked {
  option: string;
  score: number;
  rank: number;
  tied: boolean;
}

/** Standard competition ranks (1, 2, 2, 4) over equal scores, the highest first; ties in order of option id. */
export function rank(scores: ReadonlyMap<string, number>): Ranked[] {
  const ordered = [...scores].sort(([a, x], [b, y]) => y - x || byId(a, b));
  return ordered.map(([option, score]) => {
    const sameScore = ordered.filter(([, other]) => other === score).length;
    return {
      option,
      score,
      rank: 1 + ordered.findIndex(([, other]) => other === score),
      tied: sameScore > 1,
    };
  });
}
