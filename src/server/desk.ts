import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A scenario that can be worked on in a browser. `key` names it in addresses; what file it is in nobody is told. */
export interface Seat {
  key: string;
  title: string;
  asOf: string;
  ruleSet: string;
}

/** What became of a file, or of the rules, while somebody had the page of a scenario open. */
export type Change =
  | { kind: 'scenario'; text: string; version: string }
  | { kind: 'broken'; diagnostics: readonly Diagnostic[] }
  | { kind: 'gone' }
  | { kind: 'rules'; hash: string };

/** What came of saving: the version that is on disk now, that the file is not the one that was opened or none at all, or why it is no scenario. */
export type Saved = { version: string } | 'changed' | 'gone' | { diagnostics: readonly Diagnostic[] };

/** The scenarios that a server holds beside its rule sets, and their files. */
export interface Desk {
  seats(): readonly Seat[];
  /** The page of a scenario, with all its data; undefined where there is no such scenario. */
  page(key: string): Promise<string | undefined>;
  /** Writes a scenario anew if its file still is the version that was opened. Absent where nothing may be written. */
  save?(key: string, text: string, version: string): Promise<Saved>;
  /** The report on a scenario as this text has it, as a page of its own; or what is wrong with the text. */
  report(
    key: string,
    text: string,
    signal: AbortSignal,
  ): Promise<string | { diagnostics: readonly Diagnostic[] }>;
  /** Tells how things stand, and then of every change until it is called off. */
  follow(key: string, tell: (change: Change) => void): () => void;
}

/** No scenarios at all. */
export const EMPTY: Desk = {
  seats: () => [],
  page: async () => undefined,
  report: async () => ({ diagnostics: [] }),
  follow: () => () => undefined,
};
