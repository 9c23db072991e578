import type { Chart } from '../charts/chart.js';

/** A piece of running text. Nothing in it is markup: each form of a report says how it stands there. */
export type Inline =
  | string
  | { strong: string }
  /** An id, a hash, a file: for who goes to look it up. */
  | { id: string }
  /** A source by its number, where it is listed, and where in it. */
  | { cite: number; to: string; at?: string }
  /** An address, which becomes a link only if it is one that a reader may safely follow. */
  | { href: string; text: string }
  /** Another place in the same document. */
  | { go: string; text: string };

export type Text = readonly Inline[];

/** A table with a heading for each column; the first column heads its row. */
export interface Table {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly Text[])[];
  /** Columns of numbers, by index: they stand to the right. */
  numbers: readonly number[];
  /** The last row is a sum. */
  total?: boolean;
}

export type Block =
  | { kind: 'text'; text: Text; tone?: 'lead' | 'quiet' | 'caution' }
  | { kind: 'list'; items: readonly Text[] }
  | { kind: 'sources'; items: readonly { number: number; anchor: string; text: Text }[] }
  | { kind: 'pairs'; pairs: readonly (readonly [string, Text])[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; table: Table }
  /** A chart with what it shows in a sentence, and its numbers. */
  | { kind: 'chart'; chart: Chart; title: string; description: string; table: Table }
  /** What not every reader needs: closed on a screen, open on paper. */
  | { kind: 'more'; summary: string; blocks: readonly Block[] }
  /** A part with a heading of its own. */
  | { kind: 'part'; anchor: string; title: string; blocks: readonly Block[] };

/** A heading in the list of contents, and what stands under it. */
export interface Section {
  anchor: string;
  title: string;
  blocks: readonly Block[];
}

/** What is said of one situation; of several, each is a chapter, and their comparison the first. */
export interface Chapter {
  anchor: string;
  title: string;
  /** When and by whom, in a line. */
  about: string;
  intro: readonly Block[];
  sections: readonly Section[];
}

/** A report as it is read, whatever form it takes. */
export interface Document {
  title: string;
  about: string;
  chapters: readonly Chapter[];
  /** ISO date of the latest situation: what stands for a date where a file needs one. */
  asOf: string;
  program: string;
}

export const text = (...parts: Inline[]): Block => ({ kind: 'text', text: parts });
export const quiet = (...parts: Inline[]): Block => ({ kind: 'text', text: parts, tone: 'quiet' });
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | Text)[])[],
  numbers: readonly number[] = [],
): Table => ({
  caption,
  head,
  rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? [cell] : cell))),
  numbers,
});

/** Runs of text with something between each two. */
export function joined(runs: readonly Text[], between: string): Inline[] {
  return runs.flatMap((run, i) => (i === 0 ? run : [between, ...run]));
}

/** A text cut to so many characters, for where a long one would hide what stands around it. */
export function brief(words: string, most = 120): string {
  const characters = [...words];
  return characters.length <= most
    ? words
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A running text as plain words. */
export function plainWords(runs: Text): string {
  return runs
    .map(run => {
      if (typeof run === 'string') return run;
      if ('strong' in run) return run.strong;
      if ('id' in run) return run.id;
      return 'cite' in run ? `[${run.cite}${run.at === undefined ? '' : `, ${run.at}`}]` : run.text;
    })
    .join('');
}
