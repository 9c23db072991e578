/** What comes of scoring a table, over all its rows and by group. Shares are from 0 to 1. */
export interface TableSummary {
  format: 'table-summary/1';
  manifest: {
    program: { name: string; version: string };
    ruleSet: { id: string; version: string; title: string; hash: string };
    /** Null where the base gives weights of its own. */
    perspective: string | null;
    weights: Record<string, number>;
    base: { id: string; hash: string } | null;
    changes: { fact: string; value: unknown }[];
    /** The command that repeats it; null for a call of the library. */
    command: string | null;
  };
  table: string;
  options: Record<string, { title: string }>;
  /** Rows that were not scored, as they do not fit. */
  rejected: number;
  all: TableGroup;
  /** The columns that rows are grouped by. A date stands for its year. */
  by: string[];
  /** In order of their values. */
  groups: KeyedGroup[];
  /** A rule decides a row where it fires, and without it another option would lead. The most decisive first. */
  rules: { rule: string; title: string; fired: number; decides: number }[];
  /** A fact decides where a rule that reads it does; unknown is the share of rows in which its column says nothing. */
  facts: { fact: string; title: string; decides: number; unknown: number | null }[];
  /** Null where it is held against nothing. */
  against: TableChange | null;
}

/** What changed between this table and another one, or another version of the rule set. */
export interface TableChange {
  /** What it is held against. */
  with: string;
  /** Rows that are scored in both. */
  rows: number;
  onlyHere: number;
  onlyThere: number;
  /** The share of rows in which another option leads. */
  changed: number;
  /** Which option leads there and which here, where these differ: most frequent first. */
  moves: { there: string; here: string; rows: number }[];
}

/** Rows with the same values in the columns that they are grouped by, and the rules and facts that decide any of them. */
export interface KeyedGroup extends TableGroup {
  key: (string | null)[];
  rules: { rule: string; fired: number; decides: number }[];
  facts: { fact: string; decides: number }[];
}

/** Some rows together. */
export interface TableGroup {
  rows: number;
  /** The mean lead of the first over the second; null where no second is ranked in any row. */
  margin: number | null;
  /** The share of rows in which what is not known may change who leads. */
  undetermined: number;
  /** In order of id: in which share of rows it leads (of several with one score the first by id), and is excluded. */
  options: { option: string; leads: number; excluded: number }[];
}
