import { hanging, table } from './layout.js';
import type { Note } from './notes.js';

/** One note: its label, then what it is about and what is to be said of it, in columns. */
export function noteText({ label, items }: Note, width: number): string[] {
  const lead = label.padEnd(LABEL);
  if (items.every(item => item.lead === '')) {
    return items.flatMap(({ text }, i) => hanging(i === 0 ? lead : ' '.repeat(LABEL), text, width));
  }
  const most = Math.floor(width * 0.3);
  const rows = items.map((item, i) => [i === 0 ? label : '', item.lead, item.text]);
  const columns = [{ most: LABEL - 2 }, { most, flexible: false }, { flexible: true }];
  return table([[label.padEnd(LABEL - 2), ...rows[0]!.slice(1)], ...rows.slice(1)], columns, width);
}

/** Columns that labels take. */
const LABEL = 13;
