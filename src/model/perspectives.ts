import type { Manifest } from './appraisal.js';
import type { Swing } from './rule-set.js';

/** One scenario judged by several perspectives: what they agree on, and where they part. Plain data. */
export interface PerspectivesView {
  format: 'perspectives/1';
  manifest: Manifest;
  /** How many places count as leading. */
  top: number;
  perspectives: Weigher[];
  criteria: Record<string, { title: string }>;
  options: Record<string, { title: string }>;
  /** Every ranked option, the least sum of ranks first. */
  ranked: RankedByAll[];
  /** Excluded or left out, whoever judges: gates do not weigh. */
  outForAll: { option: string; title: string; why: 'excluded' | 'left-out' }[];
  agreement: {
    /** Options among the first `top` of every perspective. */
    first: string[];
    /** Options that every perspective puts above the baseline, or below it. */
    aboveBaseline: string[];
    belowBaseline: string[];
    /** How many pairs of options there are; that all rank the same way; on which some split; all others are level for some. */
    pairs: { all: number; same: number; split: number };
    same: { over: string; under: string }[];
  };
  /** Pairs of leading options on which perspectives split, those of first options first, then the widest gap. */
  partings: Parting[];
  /** How alike two perspectives rank: Kendall's tau-b, null where one of them tells no options apart. */
  alike: { a: string; b: string; tau: number | null }[];
}

/** Whose priorities, with what they follow from. */
export interface Weigher {
  id: string;
  title: string;
  because: string;
  /** Shares, summing to 1. */
  weights: Record<string, number>;
  /** By criterion; empty where weights are only stated. */
  swings: Record<string, Swing>;
  /** The options of rank 1. */
  leaders: string[];
}

/** An option with its place by each perspective. */
export interface RankedByAll {
  option: string;
  title: string;
  baseline: boolean;
  places: Record<string, { rank: number; score: number }>;
}

/** Two options that some put the one way round and some the other. */
export interface Parting {
  a: string;
  b: string;
  /** Whether each of the two leads for somebody. */
  leads: boolean;
  /** The perspectives that put a, or b, before the other; those that do neither have them level. */
  forA: string[];
  forB: string[];
  /**
   * How far the two camps are apart: the mean lead of a over b where it is ahead, plus that of b where it is. In points.
   */
  gap: number;
  /** What each criterion adds to that, the most first: (mean weight of a's camp - of b's) x (cell of a - cell of b). They sum to it. */
  criteria: { criterion: string; weightA: number; weightB: number; difference: number; makes: number }[];
}
