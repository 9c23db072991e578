import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Comparison } from './comparison.js';
import type { Leaf } from './condition.js';
import type { Value } from './fact.js';

/** What a change of rules does: plain data. `a` is the first rule set, `b` the second. */
export interface RuleSetDiff {
  format: 'diff/1';
  program: { name: string; version: string };
  a: DiffSide;
  b: DiffSide;
  command: string | null;
  /** By kind, then by id. */
  changes: RuleSetChange[];
  scenarios: DiffedScenario[];
  /**
   * Whether the two have the same possible situations; `shared`: only what both have was looked at, and one may have others;
   * `none`: there is no situation that is possible in both, so that nothing can be compared.
   */
  situations: 'same' | 'shared' | 'none';
  /** Whether in every situation that is possible in both all cells and gates are the same, so that every ranking by any weights is. */
  equivalent: boolean | 'undecided';
  /** How that was found. */
  search: SearchReach;
  /** The smallest situation in which a cell or a gate is not the same; null where there is none, or that is open. */
  difference: CellExample | null;
  /** Whether the leader can differ, by each perspective that both have, in order of id. */
  leaders: LeaderVerdict[];
  /** Of the situations in which the leader differs the smallest, the first of them; null where there is none, or that is open. */
  example: LeaderExample | null;
  /** Facts that do not stand in both alike, in order of id. */
  together: { fact: string; how: 'narrowed' | 'agreeing' | 'apart' | 'only-a' | 'only-b' }[];
}

/** One of the two rule sets, and where it came from. */
export interface DiffSide {
  id: string;
  version: string;
  title: string;
  hash: string;
  from: string | null;
}

/** The kinds of things that a rule set holds. */
export type ChangedKind =
  | 'rule-set'
  | 'criterion'
  | 'perspective'
  | 'option'
  | 'fact'
  | 'condition'
  | 'impossible'
  | 'rule'
  | 'source';

/** What became of one thing that a rule set holds. */
export interface RuleSetChange {
  kind: ChangedKind;
  /** Its id, in the second rule set if it is there. */
  id: string;
  /** Its title, or where it has none null. */
  title: string | null;
  what: 'added' | 'removed' | 'changed' | 'renamed';
  /** The id that it had, if that is another. */
  was: string | null;
  /** What of it changed; of what was added or removed all that it does. */
  parts: ChangePart[];
  /** The rules that read it, if it is a named condition or a fact: where it was removed those that did. */
  usedBy: string[];
}

/** One change: null on the side that has nothing of the kind. */
export type ChangePart =
  | { part: 'text'; field: string; a: string | null; b: string | null }
  | { part: 'list'; field: string; added: string[]; removed: string[] }
  | { part: 'effect'; option: string; criterion: string | null; a: EffectValue; b: EffectValue }
  | { part: 'comparison'; field: string; isRequired: boolean; a: SaidLeaf; b: SaidLeaf }
  | { part: 'condition'; field: string; a: SaidCondition | null; b: SaidCondition | null };

/** Points, or `excluded`. */
export type EffectValue = number | 'excluded' | null;

/** A comparison as its author wrote it. */
export type SaidLeaf = Pick<Leaf, 'kind' | 'fact' | 'operator' | 'value'>;

/** A condition as its author wrote it. */
export type SaidCondition =
  | SaidLeaf
  | { kind: 'all' | 'any'; of: readonly SaidCondition[] }
  | { kind: 'not'; of: SaidCondition }
  | { kind: 'named'; name: string };

/** One scenario, appraised by both; null, with what is wrong, where it is invalid against one of them. */
export interface DiffedScenario {
  path: string;
  title: string | null;
  comparison: Comparison | null;
  leaderChanges: boolean | null;
  diagnostics: { a: Diagnostic[]; b: Diagnostic[] };
}

/** How far a search came. */
export interface SearchReach {
  /** How many regions there are. */
  regions: number;
  /** What share of them was covered, from 0 to 1: 1 where the answer is final. */
  covered: number;
  /** Among situations that differ from the neutral one in up to so many facts nothing was passed over. */
  within: number;
}

/** A situation that is possible in both rule sets. */
export interface JointSituation {
  /** What scenarios of either side would state. */
  facts: { a: Record<string, Value>; b: Record<string, Value> };
  /** What differs from the neutral values, and of a fact that stands on each side by itself, on which. */
  differs: { fact: string; side: 'a' | 'b' | null; neutral: Value; value: Value }[];
  /** Whether it is known to be the smallest there is. */
  smallest: boolean;
}

/** A situation in which cells or gates differ, with those that do. */
export interface CellExample extends JointSituation {
  cells: { option: string; criterion: string; a: number; b: number }[];
  /** Whether an option is excluded; null on the side that does not have it. */
  gates: { option: string; a: boolean | null; b: boolean | null }[];
}

/** A situation in which the leader differs, appraised by both. */
export interface LeaderExample extends JointSituation {
  perspective: string;
  comparison: Comparison;
}

/** Whether the leader can differ by one perspective. */
export interface LeaderVerdict {
  perspective: string;
  title: string;
  verdict: 'differs' | 'same' | 'undecided';
  search: SearchReach;
  example: LeaderExample | null;
}
