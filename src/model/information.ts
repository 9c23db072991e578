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
  /** The option with the highest expected score, which one would choose knowing no more, and that score. */
  expectedLeader: string;
  expected: number;
  /** What it would be worth to know everything. */
  total: number;
  totalError: number | null;
  /** Facts that are not certain, the one most worth knowing first. */
  facts: FactValue[];
  options: Record<string, { title: string }>;
}

/** One fact and what it would be worth to know it, and nothing else. */
export interface FactValue {
  fact: string;
  title: string;
  value: number;
  exact: boolean;
  /** Null where it is exact. */
  standardError: number | null;
  /** How likely it is that knowing it changes the option that one would choose. */
  changesLeader: number;
  /** What could be found, how likely that is, and what one would choose then. */
  answers: { is: string; probability: number; leader: string }[];
}
