import { comment } from './comment.js';
import { type Dialect, quoted } from './dialect.js';

/** A column of a step: its name, what it is made of, and which columns of the step before it reads. */
export interface Column {
  name: string;
  sql: string;
  reads: readonly string[];
  /** What it stands for, in words; printed above it. */
  about?: string;
}

/** One step of the statement: a common table expression over the one before it. */
export interface Stage {
  name: string;
  /** What it does, in words, a line each. */
  about: readonly string[];
  columns: readonly Column[];
}

/** A stage with what it hands on of the stage before. */
export interface Needed extends Stage {
  carried: readonly string[];
}

/**
 * Leaves out of stages what nothing after them reads, and has each hand on what is read later, so that no stage says `*`.
 * A stage of which nothing is left goes too.
 */
export function withCarried(stages: readonly Stage[], read: readonly string[]): Needed[] {
  const wanted = new Set(read);
  const needed: Needed[] = [];
  for (const stage of [...stages].reverse()) {
    const columns = stage.columns.filter(({ name }) => wanted.has(name));
    if (columns.length === 0) continue;
    for (const { name } of columns) wanted.delete(name);
    const carried = [...wanted];
    for (const { reads } of columns) for (const name of reads) wanted.add(name);
    needed.unshift({ ...stage, columns, carried });
  }
  // The first stage reads the table: nothing comes before it.
  return needed;
}

/** The text of a stage over the one named. */
export function stageText({ name, about, columns, carried }: Needed, from: string, dialect: Dialect): string {
  const items = [
    ...(carried.length > 0 ? [`    ${listed(carried.map(column => quoted(column, dialect)))}`] : []),
    ...columns.map(column => {
      const said = column.about === undefined ? '' : `    ${comment(column.about)}\n`;
      return `${said}    ${column.sql} AS ${quoted(column.name, dialect)}`;
    }),
  ];
  const head = about.map(line => `${comment(line)}\n`).join('');
  const fence = dialect.fence === '' ? '' : `\n  ${dialect.fence}`;
  return `${head}${name} AS (\n  SELECT\n${items.join(',\n')}\n  FROM ${from}${fence}\n)`;
}

const WIDTH = 96;

/** Pieces side by side, as many on a line as fit; those after the first line stand further in. */
export function wrapped(pieces: readonly string[], inset = 6): string {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + piece.length < WIDTH)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.join(`\n${' '.repeat(inset)}`);
}

/** Items with commas between them, as many on a line as fit. */
export function listed(items: readonly string[], inset = 4): string {
  return wrapped(
    items.map((item, i) => (i < items.length - 1 ? `${item},` : item)),
    inset,
  );
}
