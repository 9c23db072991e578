import type { Document, LineCounter } from 'yaml';

/** A path from the root of a document: keys of maps and indices of lists. */
export type Pointer = readonly (string | number)[];

/** One file as text, before anything is known about it. */
export interface SourceText {
  path: string;
  text: string;
}

/** One YAML file that was read: its plain data, and what is needed to find a place in it again. */
export interface SourceFile extends SourceText {
  data: unknown;
  document: Document.Parsed;
  lines: LineCounter;
}
