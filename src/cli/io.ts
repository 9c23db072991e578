import type { Bytes } from '../files/read-bytes.js';

/** What a command may touch of the world around it. A test gives its own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** What comes on the standard input: at most so many bytes, and whether that is all. */
  stdin(most: number): Promise<Bytes>;
  /** The same as it comes, however much it is. Where there is none of this, it is taken whole. */
  chunks?(): AsyncIterable<Uint8Array>;
  /** Told what share of long work is done, from 0 to 1, which ends it. */
  progress(share: number): void;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether results go to a terminal. */
  tty: boolean;
  /** Columns of that terminal. */
  columns: number | undefined;
}

/** The exit codes of every command (docs/diagnostics.md). */
export const EXIT = { done: 0, findings: 1, usage: 2, invalid: 3, bug: 70 } as const;

/** Ends a command with a message and an exit code, from wherever it is. Not a bug: it was said what is wrong. */
export class Stop extends Error {
  constructor(
    readonly exit: number,
    message: string,
  ) {
    super(message);
  }
}
