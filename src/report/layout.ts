import Table from 'cli-table3';
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { ReportOptions } from './options.js';

/** How a column stands. Without a width it is as wide as its widest cell. */
export interface Column {
  align?: 'left' | 'right';
  width?: number;
}

const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'mid', 'left', 'right', 'middle'].flatMap(side =>
    [side, `${side}-mid`, `${side}-left`, `${side}-right`].map(name => [name, '']),
  ),
);

/**
 * Rows in columns without borders, one space between. A column with a width wraps its words, and breaks a word that is
 * longer than that, so that nothing is lost. Wide characters count as two.
 */
export function columns(rows: readonly (readonly string[])[], shape: readonly Column[]): string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: { ...NO_BORDERS, middle: ' ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: shape.map(({ align }) => align ?? 'left'),
    colWidths: shape.map(({ width }) => width ?? null),
  });
  table.push(...rows.map(row => row.map((cell, i) => fitted(cell, shape[i]?.width))));
  return lines(table.toString());
}

function fitted(text: string, width: number | undefined): string {
  return width === undefined ? text : wrapAnsi(text, width, { hard: true });
}

/** A paragraph, its words wrapped to the width, with an indent on every line but the first. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const [first = '', ...rest] = lines(fitted(text, width - indent));
  return [first, ...rest.map(line => ' '.repeat(indent) + line)];
}

/** Lines without trailing spaces. */
export function lines(text: string): string[] {
  return text.split('\n').map(line => line.trimEnd());
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

/** `1 rule`, `2 rules`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** The first few of a list, and how many more there are. */
export function shortList(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more > 0 ? `${words.slice(0, most).join(', ')} and ${more} more` : words.join(', ');
}

/** The first few of a list; the whole of it where only one more would be left. */
export function firstFew<T>(list: readonly T[], most: number): readonly T[] {
  return list.length === most + 1 ? list : list.slice(0, most);
}
