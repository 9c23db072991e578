import type { Appraisal, Manifest, Seen } from './appraisal.js';
import type { Value } from './fact.js';

/** What drives the leader's margin: its score less the highest other one, where an option that is excluded scores 0. */
export interface Sensitivity {
  format: 'sensitivity/1';
  manifest: Manifest;
  perspective: Appraisal['perspective'];
  leader: string;
  margin: number;
  /** One fact at a time, all others as the best estimates have them; those that move the margin furthest first. */
  facts: FactRange[];
  /** One weight at a time, the others rescaled in proportion. */
  weights: WeightRange[];
  /** One rule at a time, of those that fire: what the ranking is without it; those that change the leader first, then by the margin. */
  rules: RuleWithout[];
  /** All facts at once; null where there is nothing to tell, for the reason that is given. */
  indices: Indices | null;
  noIndices: NoIndices | null;
  options: Record<string, { title: string }>;
  criteria: Record<string, { title: string }>;
}

/** One fact, and how far the margin moves with it. */
export interface FactRange {
  fact: string;
  title: string;
  now: Seen;
  /** Over what the scenario holds possible; null where that is one thing only. */
  possible: Range | null;
  /** Over every value that the codebook has. */
  codebook: Range;
}

/** The lowest margin and the highest. */
export interface Range {
  low: Extreme;
  high: Extreme;
}

/** A margin, the value of the fact with which it is reached, and who leads then. */
export interface Extreme {
  margin: number;
  value: Value;
  leader: string;
}

/** One weight at its ends. */
export interface WeightRange {
  criterion: string;
  weight: number;
  none: { margin: number; leader: string };
  all: { margin: number; leader: string };
}

/** The ranking without one rule. */
export interface RuleWithout {
  rule: string;
  title: string;
  margin: number;
  /** By how much the margin changes. */
  change: number;
  leader: string;
}

/** Sobol' indices of the margin over all that the scenario holds possible. */
export interface Indices {
  exact: boolean;
  regions: number;
  draws: number | null;
  seed: number | null;
  /** The variance of the margin, and its mean; standard errors are null where all is exact. */
  variance: number;
  varianceError: number | null;
  mean: number;
  meanError: number | null;
  /** Whether impossible situations couple facts: then indices need not add up, nor the first be at most the total. */
  coupled: boolean;
  /** Facts of which the scenario says nothing, and what was assumed of them: their prior, or equal shares. */
  assumed: { fact: string; how: 'prior' | 'equal' }[];
  /** The fact with the highest total first. */
  facts: FactIndex[];
}

/** What one fact explains of the variance: alone, and with all that it does together with others. */
export interface FactIndex {
  fact: string;
  title: string;
  first: number;
  total: number;
  /** Half of a 95 per cent confidence interval; null where it is exact. */
  firstWithin: number | null;
  totalWithin: number | null;
}

/** Why there are no indices: numbers without prior, nothing possible, nothing drawn that is, or a margin that never varies. */
export type NoIndices =
  | { why: 'without-prior'; facts: string[] }
  | { why: 'impossible' | 'none-drawn' | 'no-variance'; facts: [] };
