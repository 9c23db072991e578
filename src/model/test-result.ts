import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LeafTrace } from './appraisal.js';
import type { Value } from './fact.js';
import type { Example } from './verification.js';

/** What came of the worked cases of a rule set: plain data. */
export interface TestResult {
  format: 'test/1';
  program: { name: string; version: string };
  ruleSet: { id: string; version: string; title: string; hash: string };
  /** Cases and properties together. */
  passed: number;
  failed: number;
  /** In order of file and place. A case that is judged by several perspectives is there once for each. */
  cases: CaseResult[];
  /** What came of the stated properties in situations drawn at random, in order of id. */
  properties: SampledProperty[];
  /** What the cases cover of the rules; null where it was not asked for. */
  coverage: Coverage | null;
}

/** What the situations of the cases have shown of rules, their comparisons and facts. */
export interface Coverage {
  situations: number;
  /**
   * Both outcomes of each rule and of each of its comparisons, and each of these deciding its rule; without what no
   * possible situation meets. And how many of them were seen.
   */
  obligations: number;
  met: number;
  /** How many of all that no possible situation meets: they are not among the obligations. */
  impossible: number;
  /** How many obligations were not seen and might be impossible: to find out would take too long. */
  undecided: number;
  /** In order of id. */
  rules: CoveredRule[];
  /** In order of id, derived ones too. */
  facts: CoveredFact[];
}

/** In how many situations something held, and in how many it did not. */
export interface Seen {
  yes: number;
  no: number;
}

/** Where something stands in a file. */
export interface At {
  file: string;
  line: number;
}

/** A rule, where it stands, and its comparisons from left to right. */
export interface CoveredRule extends Seen {
  rule: string;
  at: At;
  /** What of it no possible situation meets, and of what that could not be found out. */
  impossible: (keyof Seen)[];
  undecided: (keyof Seen)[];
  comparisons: CoveredComparison[];
}

/** In how many situations a comparison came out either way, and in how many of them its rule hung on it. */
export interface Decided extends Seen {
  decidesYes: number;
  decidesNo: number;
}

/** A comparison of a rule. */
export interface CoveredComparison extends Decided, Pick<LeafTrace, 'fact' | 'operator' | 'value'> {
  /** Where it stands itself: in a named condition for one that stands in it. */
  at: At;
  impossible: (keyof Decided)[];
  undecided: (keyof Decided)[];
}

/** Which values of a fact the situations had: the steps that conditions tell apart, and the levels. */
export interface CoveredFact {
  fact: string;
  derived: boolean;
  /** Each in words: `low or high`. */
  steps: CoveredValue<string>[];
  /** None for a number. */
  levels: CoveredValue<Value>[];
}

/** How many situations had a value, and whether no possible one has it. */
export interface CoveredValue<T> {
  is: T;
  times: number;
  impossible: boolean;
}

/** One property in situations that were drawn at random. */
export interface SampledProperty {
  id: string;
  title: string;
  because: string;
  at: { file: string; line: number };
  passed: boolean;
  /** In how many possible situations in which its condition holds it was tried. */
  tried: number;
  /** One in which it does not hold, near to the neutral situation; null where there was none. */
  counterexample: Example | null;
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
