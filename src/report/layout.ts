import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import pc from 'picocolors';
import type { ReportOptions } from './options.js';

/** How a column stands. Without a width it is as wide as its widest cell. */
export interface Column {
  align?: 'left' | 'right';
  width?: number;
}

/**
 * Rows in columns without borders, one space between. A column with a width wraps its words, and breaks a word that is
 * longer than that, so that nothing is lost. Wide characters count as two.
 */
export function columns(rows: readonly (readonly string[])[], shape: readonly Column[]): string[] {
  const wrapped = rows.map(row => row.map((cell, i) => fitted(cell, shape[i]?.width)));
  const widths = shape.map(
    ({ width }, i) => width ?? Math.max(0, ...wrapped.flatMap(row => (row[i] ?? []).map(displayWidth))),
  );
  return wrapped.flatMap(row => {
    const height = Math.max(...row.map(cell => cell.length));
    return Array.from({ length: height }, (_, line) =>
      row
        .map((cell, i) => padded(cell[line] ?? '', widths[i] ?? 0, shape[i]?.align))
        .join(' ')
        .trimEnd(),
    );
  });
}

function padded(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** Lines of a text that are at most so wide. */
function fitted(text: string, width: number | undefined): string[] {
  const fits = width === undefined || (!text.includes('\n') && displayWidth(text) <= width);
  return fits ? [text] : wrapAnsi(text, width, { hard: true, trim: true }).split('\n');
}

/** Columns that a text takes; for plain ASCII, which most of it is, simply its length. */
function displayWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** A paragraph, its words wrapped to the width, with an indent on every line but the first. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const [first = '', ...rest] = fitted(text, width - indent).map(line => line.trimEnd());
  return [first, ...rest.map(line => ' '.repeat(indent) + line)];
}

/** Paragraphs with an empty line between; an empty one is left out. */
export function paragraphs(parts: readonly (readonly string[])[]): string {
  const full = parts.filter(part => part.length > 0);
  return `${full.map(part => part.map(line => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** The few colours in use. Nothing is said by colour alone. */
export function paint({ color }: Pick<ReportOptions, 'color'>) {
  const { bold, dim } = pc.createColors(color);
  return { strong: bold, quiet: dim };
}

/** Text from a file, without anything that a terminal would take for a command. */
export function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
  return text.replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

/** A result with all its texts made safe to print. */
export function safely<T>(result: T): T {
  return JSON.parse(JSON.stringify(result), (_, value: unknown) =>
    typeof value === 'string' ? safe(value) : value,
  ) as T;
}

/** A text with a capital first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
