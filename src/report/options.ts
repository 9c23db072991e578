/** The forms that a result can be printed in. */
export const FORMATS = ['text', 'plain', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** How a result is to be printed. */
export interface ReportOptions {
  /** Columns that a line may have. */
  width: number;
  color: boolean;
  /** How many options to show beside the baseline. */
  top: number;
  /** Everything, rather than what matters most. */
  verbose: boolean;
}

/** For a pipe. */
export const DEFAULT_OPTIONS: ReportOptions = { width: 80, color: false, top: 5, verbose: false };
