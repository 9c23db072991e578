import picocolors from 'picocolors';

/** What colour adds to whole lines. Sparing, and nothing is said by it alone. */
export interface Ink {
  /** Titles. */
  strong: (lines: readonly string[]) => string[];
  /** What most readers pass over: legends, where a result comes from. */
  faint: (lines: readonly string[]) => string[];
}

/** The ink for a terminal with or without colour. */
export function inkFor(color: boolean): Ink {
  const { bold, dim } = picocolors.createColors(color);
  return { strong: lines => lines.map(line => bold(line)), faint: lines => lines.map(line => dim(line)) };
}
