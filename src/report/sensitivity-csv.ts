import type { Range, Sensitivity } from '../model/sensitivity.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { MADE_FROM, madeFromCells } from './manifest.js';

const COLUMNS = ['kind', 'of', 'at', 'margin', 'leader', 'index', 'within'];

/** A row for each margin that a fact, a weight or a rule gives, and for each index. */
export function sensitivityCsv(result: Sensitivity): string {
  const told = safely(result);
  const made = madeFromCells(told.manifest);
  const ends = (kind: string, of: string, range: Range | null) =>
    (range ? [range.low, range.high] : []).map(({ margin, value, leader }) => ({
      ...{ kind, of, at: String(value), margin, leader, ...made },
    }));
  const rows = [
    ...told.facts.flatMap(({ fact, possible, codebook }) => [
      ...ends('possible', fact, possible),
      ...ends('codebook', fact, codebook),
    ]),
    ...told.weights.flatMap(({ criterion, none, all }) => [
      { kind: 'weight', of: criterion, at: '0', ...none, ...made },
      { kind: 'weight', of: criterion, at: '1', ...all, ...made },
    ]),
    ...told.rules.map(({ rule, margin, leader }) => ({ kind: 'without', of: rule, margin, leader, ...made })),
    ...(told.indices?.facts ?? []).flatMap(({ fact, first, total, firstWithin, totalWithin }) => [
      { kind: 'first', of: fact, index: first, within: firstWithin ?? 0, ...made },
      { kind: 'total', of: fact, index: total, within: totalWithin ?? 0, ...made },
    ]),
  ];
  return csv(rows, [...COLUMNS, ...MADE_FROM]);
}
