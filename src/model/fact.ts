import type { Place } from '../diagnostics/diagnostic.js';
import type { Condition } from './condition.js';

/** A value that a fact can have: a level or other word, a number, or true and false. */
export type Value = string | number | boolean;

/** What a fact can be. `levels` are ordered from low to high, `values` are not. A range is closed at both ends. */
export type Domain =
  | { kind: 'levels' | 'values' | 'boolean'; values: readonly Value[] }
  | { kind: 'number'; low: number; high: number; unit?: string };

/** A stretch of numbers between two thresholds, open or closed at either end; a single point where low is high. */
export interface Interval {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

/** A longest run of neighbouring values that no condition tells apart: one word, or an interval of numbers. */
export type Step = { value: Value } | Interval;

/** A set of steps of one fact as a bit mask: bit i stands for step i. A bigint, so that no fact has too many. */
export type Steps = bigint;

/** What is believed about a number or a level before anything is known about the situation. */
export type Prior = (Probabilities | Between) & { source: string };

/** Probabilities over the values of a fact, above 0 and summing to 1. */
export interface Probabilities {
  kind: 'probabilities';
  probabilities: readonly (readonly [Value, number])[];
}

/** A number somewhere in a closed interval. */
export interface Between {
  kind: 'between';
  low: number;
  high: number;
  likely?: number;
  shape: 'uniform' | 'triangular' | 'pert';
}

/** One entry of a derived fact: its value where the condition holds and no entry before it did. */
export interface Derivation {
  value: Value;
  when?: Condition;
}

/** One fact of the codebook, resolved. */
export interface Fact {
  id: string;
  title: string;
  question: string;
  theme?: string;
  domain: Domain;
  steps: readonly Step[];
  anchors: ReadonlyMap<string, string>;
  /** A real situation in which a value applied. */
  examples?: ReadonlyMap<string, string>;
  prior?: Prior;
  /** Where counterexamples are told from. */
  neutral: Value;
  /** What a flip may do to it. */
  change: 'any' | 'up' | 'down' | 'no';
  /** Entries in order, the last without a condition. Absent for a fact that scenarios state. */
  derive?: readonly Derivation[];
  lookUp?: string;
  inDoubt?: string;
  sources: readonly string[];
  place: Place;
}
