import type { Appraisal, Manifest } from './appraisal.js';

/** How often each option takes each rank over all that a scenario holds possible: plain data. */
export interface Robustness {
  format: 'robustness/1';
  manifest: Manifest;
  perspective: Appraisal['perspective'];
  /** Whether every region was visited. If not, what follows is estimated, from so many draws with this seed. */
  exact: boolean;
  /** How many regions there are. */
  regions: number;
  draws: number | null;
  seed: number | null;
  /** Facts of which the scenario says nothing, and what was assumed of them: their prior, or equal shares. */
  assumed: { fact: string; how: 'prior' | 'equal' }[];
  /** Who leads on the best estimates, and who has the highest expected score. */
  leader: string;
  expectedLeader: string;
  /** In order of how likely each is to come first, then of expected score, then of id. */
  options: RobustOption[];
  /** How likely the first of two options is to stand above the second; a tie counts half. */
  pairwise: Record<string, Record<string, number>>;
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
  /** Expected score, 0 where it is excluded. */
  expected: number;
  /** Null where all is exact. */
  standardError: { acceptability: number[]; expected: number } | null;
}
