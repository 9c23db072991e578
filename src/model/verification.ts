import type { Audit } from './audit.js';
import type { Value } from './fact.js';

/** What can be said of the properties of a rule set over every possible situation: plain data. */
export interface Verification {
  format: 'verify/1';
  program: { name: string; version: string };
  ruleSet: { id: string; version: string; title: string; hash: string };
  /** In order of id, the stated ones first, then that each option can lead, unless it is stated. */
  properties: VerifiedProperty[];
  /** What was found of the rule set itself, where that was asked for instead. */
  audit: Audit | null;
  /** Titles of the facts and options, for whoever renders the result. */
  facts: Record<string, { title: string }>;
  options: Record<string, { title: string }>;
}

/** One property and its verdict. */
export interface VerifiedProperty {
  id: string;
  title: string;
  because: string;
  kind: string;
  /** Where it stands; null for one that is expected of every option. */
  at: { file: string; line: number } | null;
  verdict: 'proved' | 'refuted' | 'undecided';
  /** Why it is expected not to hold; null where it is expected to. */
  exception: string | null;
  /** Whether the verdict is the expected one. */
  asExpected: boolean;
  /** How many regions had to be covered, and what share of them was, from 0 to 1. */
  regions: number;
  covered: number;
  /** A situation in which it does not hold; null where it holds, or that is open. */
  counterexample: Example | null;
  /** Of a property that something can happen: a situation in which it does. */
  example: Example | null;
}

/** A possible situation. */
export interface ShownSituation {
  /** A value for every fact that scenarios state. */
  facts: Record<string, Value>;
  /** What differs from the neutral values of the codebook. */
  differs: { fact: string; neutral: Value; value: Value }[];
  /** Whether it is the smallest there is. */
  smallest: boolean;
}

/** A possible situation that shows something of a property. */
export interface Example extends ShownSituation {
  /** What is changed from there, where the property compares two situations. */
  then: { fact: string; from: Value; to: Value }[];
  /** By whose priorities, or by which weights of its own; both null where they do not matter. */
  perspective: string | null;
  weights: Record<string, number> | null;
  /** How each option in question stands, in both situations where there are two; a score is null where it is excluded. */
  scores: { option: string; score: number | null; then: number | null }[];
  /** The rules that are responsible, those that weigh most first. */
  rules: { rule: string; title: string; points: number }[];
}
