import type { Appraisal, Manifest } from './appraisal.js';

/** How often each option takes each rank over all that is taken as uncertain: plain data. */
export interface Robustness {
  format: 'robustness/1';
  manifest: Manifest;
  perspective: Appraisal['perspective'];
  over: Over;
  /** Whether every region was visited. If not, what follows is estimated, from so many draws with this seed. */
  exact: boolean;
  /** How many regions of facts there are. */
  regions: number;
  draws: number | null;
  seed: number | null;
  /** Facts of which the scenario says nothing, and what was assumed of them: their prior, or equal shares. */
  assumed: { fact: string; how: 'prior' | 'equal' }[];
  /** Who leads on the best estimates; where several lead together, all of them; and who has the highest expected score. */
  leader: string;
  tied: string[];
  expectedLeader: string;
  /** What cautious rules of choice would have one take; several that are level, by id. */
  choices: { maximin: string[]; minimaxRegret: string[] };
  /** In order of how likely each is to come first, then of expected score, then of id. */
  options: RobustOption[];
  /** How likely the first of two options is to stand above the second; a tie counts half. */
  pairwise: Pairs;
  /** The standard errors of these; null where all is exact. */
  pairwiseError: Pairs | null;
  /** For options that dominate others on the best estimates or whatever is possible, whether it is the second. */
  dominance: RobustDominance[];
  criteria: Record<string, { title: string }>;
}

/** One option that is at least as good as another on every criterion, and better on one. */
export interface RobustDominance {
  over: string;
  under: string;
  /** Whether that holds in every situation that the scenario holds possible: proved, refuted, or null where it is open. */
  everywhere: boolean | null;
}

type Pairs = Record<string, Record<string, number>>;

/** What was taken as uncertain. */
export interface Over {
  facts: boolean;
  /** `fixed`: not uncertain; `near` the given ones; of which only the `order` is known; `any` at all. */
  weights: 'fixed' | 'near' | 'order' | 'any';
  /** How near weights are, where they are near: the sum of the parameters of a Dirichlet distribution. */
  concentration: number | null;
  evidence: boolean;
}

/** One option over all situations. Probabilities from 0 to 1, facts taken as independent. */
export interface RobustOption {
  option: string;
  title: string;
  baseline: boolean;
  /** The probability of each rank, the first first; a tied group shares its ranks equally. */
  acceptability: number[];
  /** The probability that a gate excludes it. */
  excluded: number;
  /** The probability that its score is above the baseline's. */
  beatsBaseline: number;
  /** Expected score. Here and in what follows it scores 0 where it is excluded. */
  expected: number;
  /** Scores that it stays below, or at, with these probabilities; to a twentieth of a point. */
  quantiles: Quantiles;
  /** Its least score in any situation that was visited. */
  worst: number;
  /** By how much it falls short of the best option, on average and at most. */
  expectedRegret: number;
  maxRegret: number;
  /** The mean of the weights under which it comes first; null where weights are not uncertain, or it too rarely does. */
  centralWeights: Record<string, number> | null;
  /** How likely it is to come first under these; null where there are none. */
  confidence: number | null;
  /** Null where all is exact. */
  standardError: RobustErrors | null;
}

/** The standard errors of what was estimated. */
export interface RobustErrors {
  acceptability: number[];
  excluded: number;
  beatsBaseline: number;
  expected: number;
  quantiles: Quantiles;
  expectedRegret: number;
  centralWeights: Record<string, number> | null;
  /** Null also where it alone is exact. */
  confidence: number | null;
}

/** Scores at 5, 50 and 95 per cent. */
export interface Quantiles {
  p5: number;
  p50: number;
  p95: number;
}
