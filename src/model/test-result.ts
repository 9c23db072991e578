import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LeafTrace } from './appraisal.js';

/** What came of the worked cases of a rule set: plain data. */
export interface TestResult {
  format: 'test/1';
  program: { name: string; version: string };
  ruleSet: { id: string; version: string; title: string; hash: string };
  passed: number;
  failed: number;
  /** In order of file and place. A case that is judged by several perspectives is there once for each. */
  cases: CaseResult[];
  /** What the cases cover of the rules; null where it was not asked for. */
  coverage: Coverage | null;
}

/** Which outcomes of rules and their comparisons the situations of the cases have shown. */
export interface Coverage {
  situations: number;
  /** Both outcomes of each rule and of each of its comparisons, and how many of them were seen. */
  obligations: number;
  met: number;
  /** In order of id. */
  rules: CoveredRule[];
}

/** In how many situations something held, and in how many it did not. */
export interface Seen {
  yes: number;
  no: number;
}

/** A rule, where it stands, and its comparisons from left to right. */
export interface CoveredRule extends Seen {
  rule: string;
  at: { file: string; line: number };
  comparisons: (Seen & Pick<LeafTrace, 'fact' | 'operator' | 'value'>)[];
}

/** One case by one perspective. */
export interface CaseResult {
  id: string;
  title: string;
  file: string;
  line: number;
  /** Whose priorities it is judged by; null for weights of the scenario's own, or where it could not be read. */
  perspective: string | null;
  passed: boolean;
  /** What is wrong with the situation, so that nothing could be judged. */
  problems: Diagnostic[];
  failures: CaseFailure[];
}

/** One expectation that was not met, and what explains that. */
export interface CaseFailure {
  /** The expectation at its place, and what was found. */
  diagnostic: Diagnostic;
  options: { option: string; score: number | null; reasons: CaseReason[] }[];
  rules: { rule: string; state: 'fires' | 'does-not-fire' | 'undetermined'; comparisons: LeafTrace[] }[];
}

/** What one rule adds to the score of an option. */
export interface CaseReason {
  rule: string | null;
  criterion: string;
  weighted: number;
}
