/** The forms that a result can be printed in. */
export const FORMATS = ['text', 'plain', 'json', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** The forms that a report can take. */
export const REPORT_FORMATS = ['html', 'markdown', 'docx', 'text', 'plain', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The forms that the summary of a table can take. */
export const SUMMARY_FORMATS = [...FORMATS, 'html'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

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
