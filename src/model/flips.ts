import type { Appraisal, Manifest, Seen } from './appraisal.js';
import type { Value } from './fact.js';

/** The smallest changes after which another option leads: plain data. */
export interface Flips {
  format: 'flips/1';
  manifest: Manifest;
  perspective: Appraisal['perspective'];
  /** The option that leads now, and by how much; the margin is null where only one is ranked. */
  leader: string;
  /** Where several lead together, all of them: then a flip puts any one option strictly first. */
  tied: string[];
  margin: number | null;
  /** The option that is wanted in its place; null for any. */
  to: string | null;
  /** How many facts a flip may change at once (0: changes of facts were not asked for), and how many situations were evaluated. */
  maxFacts: number;
  tried: number;
  /** How many flips were found; the first of them follow. */
  total: number;
  /** In order: those that only settle what is not certain, then the fewest facts, the likeliest, the fewest steps, ids. */
  flips: Flip[];
  /** Whether every change of up to `maxFacts` facts was evaluated or shown to be hopeless: then there are no others. */
  complete: boolean;
  /** Up to how many facts that is so. */
  provedUpTo: number;
  /** Facts in these flips of which the scenario says nothing, and what was assumed of them: their prior, or equal shares. */
  assumed: { fact: string; how: 'prior' | 'equal' }[];
  /** The weights as they are, by criterion. */
  weightsNow: Record<string, number>;
  /** For each weight how far it can move before another option leads: not at all, at a tie, on the side of the other. */
  weights: WeightStability[];
  /** For each other option the nearest weights under which it comes first, nearest first; or a proof that none do. */
  leads: WeightLead[];
  options: Record<string, { title: string }>;
  criteria: Record<string, { title: string }>;
}

/** Changes that put another option strictly first, of which none can be left out. */
export interface Flip {
  changes: FlipChange[];
  /** Who leads then, and by how much: null where it alone is ranked. */
  leader: string;
  margin: number | null;
  /** Whether every change only settles a fact on a value that the scenario holds possible. */
  settles: boolean;
  /**
   * The probability of all new values together, facts taken as independent and before impossible situations are taken out;
   * null where one has none.
   */
  probability: number | null;
  /** How many steps of their facts the changes take together. */
  steps: number;
}

/** One fact and the value that it takes. */
export interface FlipChange {
  fact: string;
  title: string;
  from: Seen;
  to: Value;
}

/** Where along the weight of one criterion which option leads, the other weights rescaled proportionally. */
export interface WeightStability {
  criterion: string;
  weight: number;
  /** The least and the greatest weight of the criterion up to which the leader of today keeps leading, ties included. */
  low: number;
  high: number;
  /** The leaders from weight 0 to weight 1: each from where the one before ends. */
  winners: readonly { option: string; from: number; to: number }[];
}

/** Whether an option comes first under any weights, ties included. Where all three are null that is undecided. */
export interface WeightLead {
  option: string;
  /** By how much all weights together have to change, as a sum of shares from 0 to 2; null where none will do. */
  change: number | null;
  /** The weights after that. */
  weights: Record<string, number> | null;
  /** Where none will do: a mixture of other options that is better on every criterion, by so many points at least. */
  never: { by: number; mixture: { option: string; share: number }[] } | null;
}
