import pc from 'picocolors';
import { type Cell, cellsOf, totalWidth } from './cells.js';
import type { Severity } from './codes.js';
import type { Diagnostic, Place } from './diagnostic.js';
import { visible, visibleInPlace } from './visible.js';

type Paint = (text: string) => string;

/** Diagnostics for a terminal, each with the line it is about, and a count at the end. Empty without any. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], { color }: { color: boolean }): string {
  if (diagnostics.length === 0) return '';
  const colors = pc.createColors(color);
  const paints: Record<Severity, Paint> = { error: colors.red, warning: colors.yellow, note: colors.cyan };
  const blocks = diagnostics.map(one => {
    const paint = paints[one.severity];
    const title = `${paint(`${one.severity}[${one.code}]`)}: ${colors.bold(visible(one.message))}`;
    const gutter = ' '.repeat(String(one.place?.line ?? 0).length);
    const help = one.help === undefined ? [] : [`${gutter} = help: ${visible(one.help)}`];
    return [title, ...(one.place ? frame(one.place, gutter, paint) : []), ...help].join('\n');
  });
  return `${[...blocks, summary(diagnostics)].join('\n\n')}\n`;
}

/** `2 errors, 1 warning`: what there is, the gravest first. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap(severity =>
    counted(diagnostics.filter(one => one.severity === severity).length, severity),
  );
  return parts.join(', ') || 'no findings';
}

/** `1 error` or `2 errors`; nothing where there is none. */
export function counted(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
}

/** How wide a frame may be, in columns of the terminal. */
const WIDTH = 80;

function frame(place: Place, gutter: string, paint: Paint): string[] {
  const { text, before, length } = underlined(place, WIDTH - gutter.length - ' | '.length);
  return [
    `${gutter}--> ${visible(place.file)}:${place.line}:${place.column}`,
    `${place.line} | ${text}`.trimEnd(),
    `${gutter} | ${' '.repeat(before)}${paint('^'.repeat(length))}`,
  ];
}

interface Underlined {
  text: string;
  /** Columns of the terminal before the underline, and under it. */
  before: number;
  length: number;
}

/** The line as it fits into so many columns, cut around what is underlined, with `…` where it was cut. */
function underlined({ column, endColumn, excerpt, excerptColumn = 1 }: Place, room: number): Underlined {
  const cells = cellsOf(visibleInPlace(excerpt));
  const first = indexAt(cells, column - excerptColumn);
  const end = Math.max(indexAt(cells, endColumn - excerptColumn), first + 1);
  const fits = excerptColumn === 1 && totalWidth(cells) <= room;
  const from = fits ? 0 : cutBefore(cells, first, end, room);
  const cutLeft = from > 0 || excerptColumn > 1;
  const left: Cell[] = cutLeft ? [ELLIPSIS] : [];
  const all = [...left, ...cells.slice(from)];
  const shown = totalWidth(all) <= room ? all : [...cellsWithin(all, room - 1), ELLIPSIS];
  const shift = left.length - from;
  return {
    text: shown.map(({ text }) => text).join(''),
    before: totalWidth(shown.slice(0, first + shift)),
    length: Math.max(1, totalWidth(shown.slice(first + shift, end + shift))),
  };
}

const ELLIPSIS: Cell = { text: '…', start: 0, width: 1 };

/** The index of the cell that holds a code unit; past the line, the number of cells. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const index = cells.findIndex(({ start, text }) => start + text.length > offset);
  return index === -1 ? cells.length : index;
}

/** Where to start, so that what is underlined is seen with something before it; 0 where its end is in reach. */
function cutBefore(cells: readonly Cell[], first: number, end: number, room: number): number {
  if (totalWidth(cells.slice(0, end)) <= room - 2) return 0;
  const long = totalWidth(cells.slice(first, end));
  const lead = Math.max(10, Math.min(Math.floor(room / 2), room - 2 - long));
  return Math.max(0, first - cellsWithin(cells.slice(0, first).reverse(), lead).length);
}

/** The first cells that fit into so many columns. */
function cellsWithin(cells: readonly Cell[], room: number): Cell[] {
  let width = 0;
  const over = cells.findIndex(cell => {
    width += cell.width;
    return width > room;
  });
  return over === -1 ? [...cells] : cells.slice(0, over);
}
