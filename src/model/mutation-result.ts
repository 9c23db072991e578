import type { AuthoredCase } from '../schema/generated/author-types.js';

/** What the cases and properties of a rule set notice of small changes to its rules: plain data. */
export interface MutationResult {
  format: 'mutate/1';
  program: { name: string; version: string };
  ruleSet: { id: string; version: string; title: string; hash: string };
  /** How many changes a case or a property noticed. */
  killed: number;
  /** How many nothing noticed, though they change, or may change, what comes out. */
  survived: number;
  /** How many are proved to change no cell and no gate in any possible situation. */
  equivalent: number;
  /** What share of those that count was noticed, from 0 to 1; null where there is none. */
  score: number | null;
  /** Cases that fail without any change, which therefore notice nothing. */
  failing: string[];
  /** Every change, those that survived first, then as the rules stand. */
  mutants: MutantResult[];
}

/** One small change, and what came of it. */
export interface MutantResult {
  operator: string;
  /** The rule or named condition that is changed. */
  kind: 'rule' | 'condition';
  id: string;
  at: { file: string; line: number };
  /** What it says after the change, and said before. */
  now: string;
  was: string;
  verdict: 'killed' | 'survived' | 'equivalent';
  /** The case or property that noticed. */
  by: { kind: 'case' | 'property'; id: string } | null;
  /** Of a survivor: whether there was no time to find out that it changes anything. */
  undecided: boolean;
  /** Of a survivor: the lines of the file that the change takes out and puts in; null where it cannot be shown in place. */
  diff: { line: number; removed: string[]; added: string[] } | null;
  /** Of a survivor: a case that would notice, as it could stand in a file of cases; null where none was found. */
  suggestion: SuggestedCase | null;
}

/** A case without a scenario, in the words of a file of cases. */
export type SuggestedCase = Required<Pick<AuthoredCase, 'id' | 'title' | 'perspective' | 'facts' | 'expect'>>;
