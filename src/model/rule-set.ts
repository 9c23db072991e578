import type { Place } from '../diagnostics/diagnostic.js';
import type { Condition } from './condition.js';
import type { Fact } from './fact.js';
import type { Property } from './property.js';

/** How strong the evidence for a rule is. */
export type Evidence = 'strong' | 'moderate' | 'weak';

/** How sure the coder of a value is. */
export type Confidence = 'high' | 'medium' | 'low';

/** A rule set, resolved: every reference is known to hold, and everything is in order of id. */
export interface RuleSet {
  id: string;
  version: string;
  title: string;
  summary: string;
  /** The option that stands for doing nothing new. */
  baseline: string;
  likelihoodScale: 'phia' | 'icd-203';
  pointsScale: ReadonlyMap<string, string>;
  /** How far a rule's points may be off, as a share of them. */
  evidence: Readonly<Record<Evidence, number>>;
  /** What makes evidence strong, moderate or weak, in words. */
  evidenceMeans?: Readonly<Record<Evidence, string>>;
  /** What a reader must not expect of it. */
  limits?: Limits;
  /** The probability that a coded value is right. */
  confidence: Readonly<Record<Confidence, number>>;
  criteria: ReadonlyMap<string, Criterion>;
  perspectives: ReadonlyMap<string, Perspective>;
  sources: ReadonlyMap<string, Source>;
  facts: ReadonlyMap<string, Fact>;
  options: ReadonlyMap<string, Option>;
  conditions: ReadonlyMap<string, NamedCondition>;
  impossible: readonly Impossible[];
  rules: readonly Rule[];
  /** What must hold of it, where its properties were read; no part of its hash. */
  properties: readonly Property[];
  /** SHA-256 over the canonical form: comments and order do not change it. 64 hexadecimal digits. */
  hash: string;
}

/** What a rule set does not cover, whose literature it rests on, and what would be worth doing next: sentences. */
export interface Limits {
  notCovered: readonly string[];
  literature: readonly string[];
  next: readonly string[];
}

/** One objective. Up is always better. */
export interface Criterion {
  id: string;
  title: string;
  description: string;
  scale: ReadonlyMap<string, string>;
  /** How far apart two options must be to count, in points: 0 <= indifference <= preference <= 200. */
  thresholds?: Thresholds;
}

/** Up to `indifference` a difference counts for nothing, from `preference` on in full. */
export interface Thresholds {
  indifference: number;
  preference: number;
}

/** A named set of weights: whose priorities we judge by. */
export interface Perspective {
  id: string;
  title: string;
  because: string;
  /** As stated, else the shares of the swings: at least 0, not all 0; every criterion has one. */
  weights: ReadonlyMap<string, number>;
  /** What the weights follow from, by criterion; none where they are only stated. */
  swings: ReadonlyMap<string, Swing>;
  /** Of `because`. */
  sources: readonly string[];
}

/** How much the swing of a criterion from worst to best matters, and why whoever judges sees it so. */
export interface Swing {
  /** From 0 to 100: beside the swing that matters most, which has 100. */
  share: number;
  because: string;
  /** None where it is a judgement of the authors. */
  sources: readonly string[];
}

/** Where a claim comes from. */
export interface Source {
  id: string;
  title: string;
  kind: string;
  /** Persons as family name, comma, given name; bodies without a comma. */
  authors?: readonly string[];
  date?: string;
  container?: string;
  url?: string;
  doi?: string;
  checked?: 'read' | 'recalled';
  note?: string;
}

/** One policy option. */
export interface Option {
  id: string;
  title: string;
  description: string;
  family?: string;
  sources: readonly string[];
  place: Place;
}

/** A condition with a name of its own. */
export interface NamedCondition {
  id: string;
  title: string;
  when: Condition;
  place: Place;
}

/** A combination of facts that cannot occur. */
export interface Impossible {
  id: string;
  because: string;
  when: Condition;
  place: Place;
}

/** A condition over facts and the effects it has when it holds. */
export interface Rule {
  id: string;
  title: string;
  when: Condition;
  effects: readonly Effect[];
  /** With placeholders such as `{patron-support}`. */
  because: string;
  evidence: Evidence;
  sources: readonly string[];
  note?: string;
  /** The title of the file that it stands in, if that has one; no part of the rule set's hash. */
  theme?: string;
  place: Place;
}

/** What a rule does to one option: points on a criterion, or exclusion (a gate). */
export type Effect =
  | { kind: 'points'; option: string; criterion: string; points: number }
  | { kind: 'gate'; option: string };
