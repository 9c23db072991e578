import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest, Seen } from './appraisal.js';
import type { Source } from './rule-set.js';

/** What moved between two appraisals, and which rules moved it: plain data. */
export interface Comparison {
  format: 'comparison/1';
  a: ComparedSide;
  b: ComparedSide;
  criteria: Record<string, { title: string }>;
  /** Facts that the two read differently, in order of id. */
  facts: ComparedFact[];
  /** Weights that differ, in order of criterion. */
  weights: { criterion: string; a: number | null; b: number | null }[];
  /** Every option of either side, the largest change of score first. */
  options: ComparedOption[];
  sources: Record<string, Source>;
  diagnostics: Diagnostic[];
}

/** A fact that the two read differently: its best estimates, or where these agree everything possible. */
export interface ComparedFact {
  fact: string;
  title: string;
  a: Seen | null;
  b: Seen | null;
}

/** One of the two appraisals. */
export interface ComparedSide {
  manifest: Manifest;
  perspective: { id: string; title: string } | null;
  leader: string;
  margin: number | null;
}

/** One option on both sides. A side is null where the rule set does not have the option. */
export interface ComparedOption {
  option: string;
  title: string;
  baseline: boolean;
  a: OptionStanding | null;
  b: OptionStanding | null;
  /** Score in b less score in a; null unless it is ranked in both. */
  change: number | null;
  /** Account for the change exactly; the largest first. Empty where `change` is null. */
  movements: Movement[];
}

/** Whether the option is ranked, and where. `by` are the gates that exclude it. */
export type OptionStanding =
  | { standing: 'ranked'; rank: number; score: number }
  | { standing: 'excluded'; by: { rule: string; reason: string; sources: string[] }[] }
  | { standing: 'left-out'; reason: string };

/**
 * A part of a change of score. With w and c the weight and cell on each side, the score on one criterion moves by
 * `mean w x change of c` (split over rules and the clamp) and `mean c x change of w`.
 */
export interface Movement {
  kind: 'rule' | 'clamp' | 'weight';
  rule: string | null;
  criterion: string;
  reason: string;
  sources: string[];
  /** Change of points for a rule or clamp, change of the share for a weight. */
  by: number;
  /** What that moves the score by. */
  change: number;
}
