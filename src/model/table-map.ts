/** How the columns of a table become facts, resolved against a rule set. Plain data. */
export interface TableMap {
  /** The column that tells rows apart. */
  id?: string;
  /** Further columns to carry into results; absent for all from which no fact is read. */
  carry?: readonly string[];
  /** By fact, in order of id. */
  columns: ReadonlyMap<string, ColumnReading>;
}

/** How the values of one column become steps of a fact. */
export interface ColumnReading {
  fact: string;
  column: string;
  /** Texts and numbers that stand for a missing value, which is unknown; so does a cell without a value. */
  missing: readonly (string | number)[];
  as: ReadAs;
}

/**
 * Texts, each with the index of its step; cut points, below each of which a number has the step, the last without; or numbers
 * of the fact itself, cut where its steps are. A number is multiplied by the factor first.
 */
export type ReadAs =
  | { kind: 'texts'; texts: ReadonlyMap<string, number> }
  | { kind: 'cuts'; factor: number; cuts: readonly { below: number | null; step: number }[] }
  | { kind: 'number'; factor: number };
