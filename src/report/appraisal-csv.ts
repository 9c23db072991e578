import type { Appraisal } from '../model/appraisal.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { MADE_FROM, madeFromCells } from './manifest.js';

/** An appraisal as a table: one row an option, one column a criterion. Text that a spreadsheet would compute is escaped. */
export function appraisalCsv(result: Appraisal): string {
  const { manifest, perspective, criteria, ranking, excluded, leftOut, secondAggregation } = safely(result);
  const judged = {
    ...{ scenario: manifest.scenario.id, perspective: perspective?.id ?? '' },
    ...madeFromCells(manifest),
  };
  const ids = Object.keys(criteria);
  const flows = new Map(secondAggregation?.flows.map(({ option, net }) => [option, net]));
  const rows = [
    ...ranking.map(({ option, title, rank, score, low, high, cells }) => ({
      ...judged,
      ...{ option, title, standing: 'ranked', rank, score, low, high, reason: '' },
      ...(flows.size > 0 && { 'net-flow': flows.get(option)! }),
      ...Object.fromEntries(ids.map(id => [id, cells[id]!.value])),
    })),
    ...excluded.map(({ option, title, gates }) => ({
      ...judged,
      ...{ option, title, standing: 'excluded', reason: gates.map(({ reason }) => reason).join('; ') },
    })),
    ...leftOut.map(({ option, title, reason }) => ({
      ...judged,
      option,
      title,
      standing: 'left out',
      reason,
    })),
  ];
  const header = ['scenario', 'perspective', 'option', 'title', 'standing', 'rank', 'score', 'low', 'high'];
  return csv(rows, [...header, ...(flows.size > 0 ? ['net-flow'] : []), ...ids, 'reason', ...MADE_FROM]);
}
