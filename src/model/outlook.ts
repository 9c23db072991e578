import type { Flip } from './flips.js';

/** What the analyses say in a line each; null for one that would be much work, and has a command of its own. */
export interface Outlook {
  /**
   * How often the leader comes first over all that the scenario holds possible, and who does most often; exact. Facts that
   * it does not know are `assumed` to be as their priors, or equal shares, have them.
   */
  first: {
    probability: number;
    mostOften: string;
    mostOftenProbability: number;
    assumed: string[];
  } | null;
  /** The first flip with the fewest facts: null if none is found with so many. */
  flip: { nearest: Flip | null; maxFacts: number } | null;
  /** The fact most worth knowing, and its value in points: null if no single one is worth anything. */
  information: { most: { fact: string; value: number } | null } | null;
}
