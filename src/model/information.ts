import type { Appraisal, Manifest } from './appraisal.js';

/** What is worth finding out: plain data. Values are points of score that a better choice would gain on average. */
export interface Information {
  format: 'information/1';
  manifest: Manifest;
  perspective: Appraisal['perspective'];
  /** Whether every region was visited. If not, what follows is estimated, from so many draws with this seed. */
  exact: boolean;
  regions: number;
  draws: number | null;
  seed: number | null;
  /** Facts of which the scenario says nothing, and what was assumed of them: their prior, or equal shares. */
  assumed: { fact: string; how: 'prior' | 'equal' }[];
  /** Who leads on the best estimates. */
  leader: string;
  /** The option with the highest expected score, which one would choose knowing no more, and that score. */
  expectedLeader: string;
  expected: number;
  /** Standard errors are null where all is exact. */
  expectedError: number | null;
  /** What it would be worth to know everything. */
  total: number;
  totalError: number | null;
  /** Facts that are not certain, the one most worth knowing first. */
  facts: FactValue[];
  /** What any two of them are worth together, most first; null where it was not asked for. */
  pairs: PairValue[] | null;
  options: Record<string, { title: string }>;
}

/** One fact and what it would be worth to know it, and nothing else. */
export interface FactValue extends Worth {
  fact: string;
  title: string;
  /** What could be found, how likely that is, and what one would choose then. */
  answers: { is: string; probability: number; probabilityError: number | null; leader: string }[];
}

/** Two facts and what it would be worth to know both. */
export interface PairValue extends Worth {
  facts: [string, string];
}

/** What it is worth to know something. */
export interface Worth {
  value: number;
  exact: boolean;
  /** Null where it is exact. */
  standardError: number | null;
  /** How likely it is that knowing it changes the option that one would choose. */
  changesLeader: number;
  /** Null where all is exact. */
  changesLeaderError: number | null;
}
