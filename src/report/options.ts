/** How a result is shown. */
export interface ReportOptions {
  /** Columns that a line may take; outside 60 to 160 the nearer of the two is used. */
  width: number;
  /** Whether to use colour. Nothing is said by colour alone. */
  color: boolean;
  /** How many options are shown with their reasons; the baseline is always shown. */
  top: number;
  /** All contributions, the rules that did not fire and the facts as well. */
  verbose: boolean;
}

/** The options with defaults for those that are not given. */
export function reportOptions(given: Partial<ReportOptions> = {}): ReportOptions {
  const { width = 80, color = false, top = 5, verbose = false } = given;
  return { width: Math.min(160, Math.max(60, Math.floor(width))), color, top: Math.max(1, top), verbose };
}
