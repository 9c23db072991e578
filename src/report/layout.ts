import Table from 'cli-table3';

/** One column of a table: flexible ones share the room that the others leave, and wrap. */
export interface Column {
  align?: 'left' | 'right';
  flexible?: boolean;
  /** At most this wide. */
  most?: number;
}

const GAP = '  ';

/** Rows as aligned lines, no wider than asked, without borders or trailing spaces. */
export function table(rows: readonly string[][], columns: readonly Column[], width: number): string[] {
  if (rows.length === 0) return [];
  const widths = columnWidths(rows, columns, width);
  const wrapped = rows.map(row => row.map((cell, i) => wrap(cell, widths[i]!).join('\n')));
  const grid = bareTable(widths, columns);
  grid.push(...wrapped);
  return trimmed(grid.toString().split('\n'));
}

/** Text in lines no wider than asked, broken between words; longer words are broken after `-`, `/` or where needed. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap(word => pieces(word, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Text beside a lead; its further lines start under its first, or at an indent of their own. */
export function hanging(lead: string, text: string, width: number, indent = displayWidth(lead)): string[] {
  const own = wrap(text, width - Math.max(indent, displayWidth(lead)));
  return trimmed(own.map((line, i) => (i === 0 ? lead : ' '.repeat(indent)) + line));
}

/** Columns that text takes on a terminal, wide characters counted as two. */
export function displayWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : measured(text);
}

/** Sections of lines as one text: a blank line between them, one line break at the end. */
export function page(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'));
  return `${filled.join('\n\n')}\n`;
}

/** Pads text on the right to a number of columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function trimmed(lines: readonly string[]): string[] {
  return lines.map(line => line.trimEnd());
}

/** The table pads an empty cell to the width that it measured for the text above it. */
function measured(text: string): number {
  const grid = bareTable([], []);
  grid.push([text], ['']);
  return grid.toString().split('\n')[1]!.length;
}

const NO_LINES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map(name => [name, '']),
);

function bareTable(colWidths: number[], columns: readonly Column[]): Table.Table {
  return new Table({
    chars: { ...NO_LINES, middle: GAP },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths,
    colAligns: columns.map(({ align = 'left' }) => align),
  });
}

function columnWidths(rows: readonly string[][], columns: readonly Column[], width: number): number[] {
  const natural = columns.map(({ most = Infinity }, i) =>
    Math.min(most, Math.max(1, ...rows.map(row => displayWidth(row[i] ?? '')))),
  );
  const fixed = natural.filter((_, i) => !columns[i]!.flexible).reduce((sum, w) => sum + w, 0);
  const room = width - fixed - GAP.length * (columns.length - 1);
  const flexible = natural.flatMap((_, i) => (columns[i]!.flexible ? [i] : []));
  return shareOut(natural, flexible, room);
}

/** Narrow columns keep their natural width; the others share the rest equally. */
function shareOut(natural: readonly number[], flexible: readonly number[], room: number): number[] {
  const widths = [...natural];
  let left = room;
  [...flexible]
    .sort((a, b) => natural[a]! - natural[b]!)
    .forEach((column, done, order) => {
      widths[column] = Math.max(2, Math.min(natural[column]!, Math.floor(left / (order.length - done))));
      left -= widths[column];
    });
  return widths;
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const chars = [...word];
  let fits = 1;
  while (displayWidth(chars.slice(0, fits + 1).join('')) <= width) fits += 1;
  const soft = chars.slice(0, fits).findLastIndex(char => /[-/;,.?&=_]/.test(char)) + 1;
  const cut = soft > fits / 2 ? soft : fits;
  return [chars.slice(0, cut).join(''), ...pieces(chars.slice(cut).join(''), width)];
}
