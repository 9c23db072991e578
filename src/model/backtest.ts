import type { Manifest } from './appraisal.js';
import type { OptionStanding } from './comparison.js';
import type { CaseRecord, Judgement } from './record.js';
import type { Source } from './rule-set.js';

/** Situations on record held against what followed: plain data. A sanity check, no validation. */
export interface Backtest {
  format: 'backtest/1';
  program: { name: string; version: string };
  /** The command that repeats it; null for a call of the library. */
  command: string | null;
  /** What the intervals are drawn from, and how often. */
  seed: number;
  resamples: number;
  /** Misses first, then hits, then what says nothing; each in order of id. */
  cases: BacktestCase[];
  /** Over all cases, over those that the authors of the rules looked at, and over the others. */
  all: Concordance;
  seen: Concordance;
  unseen: Concordance;
  /** Titles of the perspectives by which ranks are given, in order of id. */
  perspectives: Record<string, { title: string }>;
  /** Every source that the records cite, by id. */
  sources: Record<string, Source>;
}

/** One situation on record. `open`: nothing that was done in it can be judged. */
export interface BacktestCase {
  verdict: 'miss' | 'hit' | 'open';
  misses: Miss[];
  manifest: Manifest;
  perspective: { id: string; title: string };
  /** The record without what stands elsewhere. */
  record: Omit<CaseRecord, 'done' | 'sources' | 'perspective'>;
  /** The first three of the ranking then. */
  top: { option: string; title: string; rank: number; score: number }[];
  /** How many options are ranked, and the rank of the baseline among them. */
  ranked: number;
  baselineRank: number;
  done: BacktestOption[];
}

/** An option that was taken: where it ranked, and how it is judged. */
export interface BacktestOption {
  option: string;
  title: string;
  by: string;
  from: string;
  what: string;
  judgement: Judgement;
  because: string;
  sources: string[];
  standing: OptionStanding;
  /** Its rank by every perspective; null where it has none. */
  ranks: Record<string, number | null>;
}

/** Where a ranking and a judgement part: `over` is the other option of two. */
export type Miss =
  | { kind: 'upside-down'; option: string; over: string }
  | { kind: 'helped-but-excluded' | 'helped-but-below-baseline' | 'helped-but-in-lower-half'; option: string }
  | { kind: 'failed-but-in-front' | 'harmed-but-above-baseline'; option: string };

/**
 * How far judgements and rankings agree. An option helped if it worked or did so partly, and failed if it did not work or
 * backfired; what is unclear, left out or not ranked for that reason is not counted.
 */
export interface Concordance {
  /** Cases with anything judged, and how much. */
  cases: number;
  options: number;
  /** Pairs of one that helped and one that failed in the same case: which of the two ranks higher. */
  pairs: { total: number; higher: number; level: number; lower: number };
  /** The share of pairs in which the one that helped ranks higher, 0 to 1, a tie counting half; null without a pair. */
  concordance: number | null;
  concordanceInterval: Spread | null;
  /** The probability of that many or more if judgements fell on the options of each case by chance: exact. */
  chance: number | null;
  /** Kendall's tau-b of score and judgement over all options judged, -1 to 1; null where one of the two never varies. */
  tauB: number | null;
  tauBInterval: Spread | null;
}

/** From the 2.5th to the 97.5th percentile over resampled cases; not given of fewer than five cases that bear on it. */
export type Spread = [low: number, high: number];
