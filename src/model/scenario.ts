import type { Place } from '../diagnostics/diagnostic.js';
import type { Between, Probabilities, Steps, Value } from './fact.js';
import type { Confidence, Source } from './rule-set.js';

/** A scenario, resolved against its rule set. Facts that it leaves out are stated as unknown. */
export interface Scenario {
  id: string;
  title: string;
  summary?: string;
  note?: string;
  asOf: string;
  /** The rule set it was resolved against. */
  ruleSet: { id: string; hash: string };
  /** Exactly one of `perspective` and `weights` is there. */
  perspective?: string;
  weights?: ReadonlyMap<string, number>;
  leaveOut: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, Source>;
  /** One for every fact of the rule set that is not derived, and for the derived ones that the scenario states. */
  facts: ReadonlyMap<string, StatedFact>;
  /** Facts that were changed after the file was read, with their new values as a file would state them. */
  changes: readonly { fact: string; value: unknown }[];
  /** SHA-256 over the canonical form, changes included. 64 hexadecimal digits. */
  hash: string;
}

/** What a scenario says about one fact. */
export interface StatedFact {
  fact: string;
  statement: Statement;
  /** The words of a likelihood, where that is how the author put it. */
  likelihood?: string;
  confidence?: Confidence;
  sources: readonly string[];
  note?: string;
  /** Absent where the scenario leaves the fact out, and where it came from no file. */
  place?: Place;
}

/** What is known of a fact: its value for certain, a distribution, or nothing. */
export type Statement = { kind: 'value'; value: Value } | Probabilities | Between | { kind: 'unknown' };

/** For each fact the set of steps that it can have. */
export type StepSets = ReadonlyMap<string, Steps>;

/** The two readings of a scenario (docs/meaning.md, 4.4), derived facts included. */
export interface Readings {
  /** A fact with a best estimate has just that one; any other keeps its set. */
  point: StepSets;
  /** Every fact that is not certain keeps its set. */
  possible: StepSets;
}
