import type { Appraisal } from './appraisal.js';
import type { Flips } from './flips.js';
import type { Information } from './information.js';
import type { Robustness } from './robustness.js';
import type { Evidence } from './rule-set.js';

/** Everything that a report on one or more situations says: plain data, from which any form of it is made. */
export interface Report {
  format: 'report/1';
  program: { name: string; version: string };
  /** The command that repeats it; null for a call of the library. */
  command: string | null;
  /** By hash, each rule set that judges a situation, as far as a reader needs it. */
  ruleSets: Record<string, ReportRuleSet>;
  /** In the order in which they were asked for. */
  situations: ReportSituation[];
}

/** What a reader needs to know of a rule set: its words, its scales and its codebook. */
export interface ReportRuleSet {
  id: string;
  version: string;
  title: string;
  summary: string;
  hash: string;
  baseline: string;
  likelihoodScale: {
    title: string;
    citation: string;
    /** Probabilities from 0 to 1. */
    bands: { words: string[]; low: number; high: number }[];
  };
  /** How many points stand for what, fewest first. */
  pointsScale: { points: string; means: string }[];
  /** How far a rule's points may be off, as a share of them. */
  evidence: Record<Evidence, number>;
  criteria: Record<string, { title: string; description: string }>;
  options: Record<string, { title: string; description: string }>;
  /** `theme` and `unit` are null where there is none; `anchors` say what each level means. */
  facts: Record<
    string,
    {
      title: string;
      question: string;
      theme: string | null;
      unit: string | null;
      anchors: Record<string, string>;
    }
  >;
  conditions: Record<string, { title: string }>;
}

/** One situation with all that is said of it. */
export interface ReportSituation {
  summary: string | null;
  note: string | null;
  /** The options whose case is set out in full, in order of rank; never the baseline. */
  leading: string[];
  appraisal: Appraisal;
  /** The ranking by every perspective of the rule set, in order of id. */
  perspectives: ReportPerspective[];
  /** How sure the ranking is; null where nothing could be said, for the reason in `unanswered`. */
  robustness: Robustness | null;
  flips: Flips;
  /** What is worth finding out; null where nothing could be said, for the reason in `unanswered`. */
  information: Information | null;
  unanswered: string | null;
}

/** A ranking by one perspective. */
export interface ReportPerspective {
  id: string;
  title: string;
  because: string;
  /** Shares by criterion, summing to 1. */
  weights: Record<string, number>;
  /** By option, rank and score in points; excluded options and those left out have none. */
  places: Record<string, { rank: number; score: number }>;
}
