import type { ShownSituation } from './verification.js';

/** What is looked for in a rule set. */
export type AuditKind =
  | 'never-fires'
  | 'always-fires'
  | 'duplicate'
  | 'subsumed'
  | 'cancelling'
  | 'simplifiable'
  | 'never-above-baseline'
  | 'never-leads'
  | 'saturates'
  | 'far-threshold'
  | 'silent'
  | 'weak-ground'
  | 'unused-source';

/** What an audit of a rule set found: plain data. */
export interface Audit {
  /** Each thing that was looked for, in a fixed order. */
  kinds: AuditedKind[];
  /** In order of kind, then of what they are about. */
  findings: AuditFinding[];
  /** The scenarios that thresholds were held against, by id. */
  scenarios: string[];
}

/** One thing that was looked for, and how far. */
export interface AuditedKind {
  kind: AuditKind;
  severity: 'warning' | 'note';
  /** What is found, in words: `Rules that can never fire`. */
  title: string;
  /** Of how many rules, pairs, parts, options, cells or thresholds it was asked. */
  asked: number;
  /** Of what it could not be decided within its limits. */
  undecided: string[];
}

/** One finding. */
export interface AuditFinding {
  kind: AuditKind;
  severity: 'warning' | 'note';
  about: About;
  /** Where it stands; null where it is about no one place. */
  at: { file: string; line: number } | null;
  /** What is found, in the words of a diagnostic. */
  message: string;
  /** What was proved of every possible situation; null where a situation shows it, or the files say it. */
  proof: string | null;
  /** A possible situation that shows it; null where none can. */
  situation: AuditSituation | null;
}

/** What a finding is about, by id. */
export interface About {
  rules: string[];
  options: string[];
  criteria: string[];
  facts: string[];
  sources: string[];
}

/** A possible situation, with the rules that fire there and have to do with the finding. */
export interface AuditSituation extends ShownSituation {
  /** What each adds to the cell in question; null where it is about no cell. */
  rules: { rule: string; title: string; points: number | null }[];
}
