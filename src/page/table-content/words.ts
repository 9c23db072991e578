import type { Chart } from '../../charts/chart.js';
import type { KeyedGroup, TableGroup, TableSummary } from '../../model/table-summary.js';
import { brief } from '../document.js';

/** How many groups a chart shows: a chart of more is no longer read. */
export const GROUPS = 60;

/** `1 row`, `2,000 rows`. */
export function rowCount(n: number, noun = 'row'): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

/** Options by how often they lead, the most frequent first. */
export function byLead({ options }: TableGroup): TableGroup['options'] {
  return [...options].sort((a, b) => b.leads - a.leads || b.excluded - a.excluded);
}

/** What an option is called. */
export function titled({ options }: TableSummary, id: string, most?: number): string {
  return brief(options[id]?.title ?? id, most);
}

/** The values that make a group. */
export function keyOf({ key }: KeyedGroup): string {
  return brief(key.map(one => one ?? '(none)').join(', '), 80);
}

/** A chart of shares of a whole. */
export function sharesOf(parts: string[], rows: { label: string; shares: number[] }[]): Chart {
  return { kind: 'shares', parts, rows };
}
