import type { Diagnostic } from '../index.js';
import type { Port } from './analyses/analyst.js';
import type { Disk, PageData } from './data.js';

/**
 * What the page has from wherever it was opened: the one boundary between it and its surroundings. A file on disk brings its
 * data along and can do no more; a server can add that a scenario is saved, and tell that its file changed.
 */
export interface Host {
  data: PageData;
  /** A worker for analyses. */
  openWorker(): Port;
  /** The file of the scenario, where a server holds it. */
  file?: HeldFile;
}

/** What became of the file, or of the rules, behind the page. */
export type Change =
  | { kind: 'scenario'; text: string; version: string }
  | { kind: 'broken'; diagnostics: readonly Diagnostic[] }
  | { kind: 'gone' }
  | { kind: 'rules'; hash: string };

/** What came of saving: all is well, the file was changed or taken away by somebody else, or why it was not written. */
export type Saved =
  | { version: string }
  | { why: 'changed' | 'gone' }
  | { why: 'wrong'; diagnostics: readonly Diagnostic[] }
  | { why: 'unreached' };

/** A file that a server holds. */
export interface HeldFile extends Disk {
  save(text: string, version: string): Promise<Saved>;
  /** The report on a scenario as a page of its own; undefined where the server gives none. */
  report(text: string): Promise<string | undefined>;
  /** Tells how things stand, and then of every change until it is called off. */
  follow(tell: (change: Change) => void): () => void;
}
