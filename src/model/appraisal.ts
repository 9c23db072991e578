import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Value } from './fact.js';
import type { Operator } from './operators.js';
import type { Outlook } from './outlook.js';
import type { Confidence, Evidence, Source } from './rule-set.js';

/** The result of appraising one scenario: plain data, the same bytes for the same inputs. */
export interface Appraisal {
  format: 'appraisal/1';
  manifest: Manifest;
  /** Whose priorities it is judged by; null where the scenario or the caller gave weights of its own. */
  perspective: { id: string; title: string; because: string } | null;
  /** Shares by criterion, summing to 1. */
  weights: Record<string, number>;
  /** Titles of the criteria and options, for whoever renders the result. */
  criteria: Record<string, { title: string }>;
  options: Record<string, { title: string }>;
  /** All options that are neither excluded nor left out, the first first. */
  ranking: RankedOption[];
  /** Score of the leader less the highest other score; null where only the baseline is ranked. */
  margin: number | null;
  excluded: ExcludedOption[];
  leftOut: { option: string; title: string; reason: string }[];
  /** Rules that are neither true nor false in the point reading. */
  undetermined: UndeterminedRule[];
  notFired: NotFiredRule[];
  dominance: Dominance[];
  facts: FactUsed[];
  /** What the analyses say in a line each; null where they were not asked. */
  outlook: Outlook | null;
  /** How another way to aggregate ranks the options, as a check; null where it was not asked for. */
  secondAggregation: SecondAggregation | null;
  /** Every source that the result cites, by id. */
  sources: Record<string, Source>;
  diagnostics: Diagnostic[];
}

/** The options by net outranking flow. It can reverse ranks when an option is added: a check, not a second opinion. */
export interface SecondAggregation {
  method: 'promethee-ii';
  /** By criterion, in points. */
  thresholds: Record<string, { indifference: number; preference: number }>;
  /** The highest net flow first; what speaks for an option and against it, from 0 to 1, and the difference. */
  flows: { option: string; rank: number; net: number; positive: number; negative: number }[];
}

/** What the result was made from, so that it can be repeated. */
export interface Manifest {
  program: { name: string; version: string };
  ruleSet: { id: string; version: string; title: string; hash: string };
  scenario: { id: string; title: string; asOf: string; hash: string };
  /** Facts that were changed for this appraisal only. */
  changes: { fact: string; value: unknown }[];
  /** Shares of criteria that were fixed for this appraisal only. */
  fixedWeights: Record<string, number>;
  /** The command that repeats it; null for a call of the library. */
  command: string | null;
}

/** An option with its place in the ranking. Numbers are points from -100 to +100. */
export interface RankedOption {
  option: string;
  title: string;
  baseline: boolean;
  /** Standard competition rank (1, 2, 2, 4). */
  rank: number;
  tied: boolean;
  score: number;
  low: number;
  high: number;
  /** Its high is at least the low of every other option that no gate may exclude: nothing rules out yet that it leads. */
  mayLead: boolean;
  cells: Record<string, { value: number; low: number; high: number }>;
  /** Sum to the score; largest first. */
  contributions: Contribution[];
  /** Gates that may exclude it, but do not in the point reading. */
  openGates: OpenGate[];
}

/** One rule's points on one option and criterion, or what a clamp took off (`rule` is null). */
export interface Contribution extends Partial<RuleReason> {
  rule: string | null;
  criterion: string;
  points: number;
  weight: number;
  weighted: number;
  reason: string;
  sources: string[];
  evidence: Evidence | null;
  trace: Trace | null;
  /** Whether the rule holds whichever of their possible values the facts have. */
  certain: boolean;
}

/** What a rule says and where it stands. */
export interface RuleReason {
  title: string;
  /** The facts that its condition reads, with what the scenario says of them. */
  reads: { fact: string; saw: Seen }[];
  at: { file: string; line: number };
}

/** A rule with its reason filled in, as it is listed in a result. */
export interface ListedRule extends RuleReason {
  rule: string;
  reason: string;
  sources: string[];
  evidence: Evidence;
  trace: Trace;
  effects: ListedEffect[];
}

/** What a rule would do if it held. */
export type ListedEffect =
  | { option: string; criterion: string; points: number }
  | { option: string; exclude: true };

/** A rule that the facts leave open. */
export interface UndeterminedRule extends ListedRule {
  /** The stated facts that would settle it, in order of id. */
  facts: string[];
}

/** A rule that does not hold. */
export interface NotFiredRule extends ListedRule {
  /** The comparisons that stopped it. */
  stoppedBy: LeafTrace[];
}

/** An option that a gate rules out. */
export interface ExcludedOption {
  option: string;
  title: string;
  /** Whether a gate holds whichever of their possible values the facts have. */
  certain: boolean;
  /** Whether it could lead if it were not excluded after all: no gate is certain, and its high is at least every ranked low. */
  mayLead: boolean;
  gates: (Omit<ListedRule, 'effects'> & { certain: boolean })[];
}

/** A gate that may or may not exclude the option that carries it. */
export type OpenGate = Omit<ListedRule, 'effects'> & { facts: string[] };

/** `over` is at least as good as `under` on every criterion, and better on one. */
export interface Dominance {
  over: string;
  under: string;
  certainty: 'certain' | 'possible';
}

/** A value, several that are possible, an interval, or nothing known. */
export type Seen = Value | { oneOf: Value[] } | { between: [number, number] } | 'unknown';

/** A condition with its truth in the point reading, part by part. */
export type Trace =
  | { kind: 'all' | 'any' | 'not'; truth: 'true' | 'false' | 'unknown'; of: Trace[] }
  | { kind: 'named'; condition: string; truth: 'true' | 'false' | 'unknown'; of: Trace[] }
  | LeafTrace;

/** A comparison, and the value that it saw. */
export interface LeafTrace {
  kind: 'leaf';
  fact: string;
  operator: Operator;
  value: Value | Value[];
  saw: Seen;
  truth: 'true' | 'false' | 'unknown';
}

/** A fact as the scenario states it, and as it was read. */
export interface FactUsed {
  fact: string;
  title: string;
  /** The best estimate where there is one, else everything possible. */
  point: Seen;
  /** Everything possible. */
  possible: Seen;
  derived: boolean;
  /** The stated facts that a derived one follows from. */
  parts?: string[];
  /** How the scenario put it, where it is not simply a value. */
  likelihood?: string;
  confidence?: Confidence;
  likely?: number;
  probabilities?: Record<string, number>;
  sources: string[];
  note?: string;
}
