import type { Value } from './fact.js';

/** Something with an id and a title. */
export interface Named {
  id: string;
  title: string;
}

/** A fact as somebody needs it who states what is known of a situation. */
export interface ListedFact extends Named {
  question: string;
  /** In order where they have one; null for a number. */
  values: readonly Value[] | null;
  ordered: boolean;
  /** The lowest and the highest number; null for others. */
  range: readonly [number, number] | null;
  unit: string | null;
}

/** One of the rule sets that a server holds. */
export interface ListedRuleSet extends Named {
  version: string;
  hash: string;
  summary: string;
  baseline: string;
  criteria: readonly Named[];
  options: readonly Named[];
  perspectives: readonly Named[];
  facts: readonly ListedFact[];
}

/** The rule sets that a server holds, by id. */
export interface RuleSets {
  format: 'rule-sets/1';
  ruleSets: readonly ListedRuleSet[];
}
