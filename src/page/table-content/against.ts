import type { TableChange, TableSummary } from '../../model/table-summary.js';
import { brief, quiet, type Section, table, text } from '../document.js';
import { percent } from '../likely.js';
import { rowCount, titled } from './words.js';

/** In which rows another option leads than in what the table is held against. */
export function againstSection(summary: TableSummary, change: TableChange): Section {
  const { changed, rows, moves, onlyHere, onlyThere } = change;
  const alone = [
    ...(onlyHere > 0 ? [`${rowCount(onlyHere)} scored here alone`] : []),
    ...(onlyThere > 0 ? [`${rowCount(onlyThere)} scored there alone`] : []),
  ];
  return {
    anchor: 'against',
    title: 'What changed',
    blocks: [
      text(`Against ${brief(change.with)} another option leads in ${percent(changed)} of ${rowCount(rows)}.`),
      ...(moves.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              table: table(
                'Which option leads there, and which here',
                ['There', 'Here', 'Rows'],
                moves.map(({ there, here, rows: n }) => [
                  titled(summary, there),
                  titled(summary, here),
                  n.toLocaleString('en'),
                ]),
                [2],
              ),
            },
          ]),
      ...(alone.length === 0 ? [] : [quiet(`${alone.join('; ')}.`)]),
    ],
  };
}
