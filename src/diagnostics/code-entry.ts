/** How much a finding matters: an error stops, a warning may fail a strict check, a note never does. */
export type Severity = 'error' | 'warning' | 'note';

/** What is said of a code wherever it is listed. */
export interface CodeEntry {
  severity: Severity;
  /** What it means and what to do, for the reference in `docs/diagnostics.md`. */
  about: string;
}

export const error = (about: string): CodeEntry => ({ severity: 'error', about });
export const warning = (about: string): CodeEntry => ({ severity: 'warning', about });
export const note = (about: string): CodeEntry => ({ severity: 'note', about });
