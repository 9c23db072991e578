import { CODES, type Code, type Severity } from './codes.js';

/** Where something stands in a file. Lines and columns count from 1; the end is exclusive. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The text of the first line, so that a code frame needs no file. Cut to 200 characters around the place. */
  excerpt: string;
  /** The column at which the excerpt starts, where a long line was cut before it. Else 1. */
  excerptColumn?: number;
}

/** One finding about a file, as plain data: rendered only at the edge. */
export interface Diagnostic {
  code: Code;
  severity: Severity;
  /** Lower case, no final period, one line, the author's own text in backticks. */
  message: string;
  help?: string;
  place?: Place;
}

/** Makes a diagnostic; its severity comes from the registry of codes. */
export function diagnostic(code: Code, message: string, place?: Place, help?: string): Diagnostic {
  return {
    code,
    severity: CODES[code].severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
