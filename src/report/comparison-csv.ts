import type { Comparison, OptionStanding } from '../model/comparison.js';
import { round9 } from '../model/order.js';
import { csv } from './csv.js';
import { safely } from './layout.js';

const COLUMNS = [
  ...['option', 'from', 'from-rank', 'from-score', 'to', 'to-rank', 'to-score', 'change'],
  ...['kind', 'rule', 'criterion', 'moved', 'reason'],
];

/** One row for each movement or gate, and for each option without one. Text that a spreadsheet would compute is escaped. */
export function comparisonCsv(result: Comparison): string {
  const rows = safely(result).options.flatMap(({ option, a, b, change, movements }) => {
    const whole = { option, ...side('from', a), ...side('to', b), change: change ?? '' };
    const moved = movements.map(({ kind, rule, criterion, change: by, reason }) => ({
      ...{ kind, rule: rule ?? '', criterion, moved: round9(by), reason },
    }));
    const gates = (['a', 'b'] as const).flatMap(which => {
      const standing = { a, b }[which];
      if (standing?.standing !== 'excluded') return [];
      const kind = which === 'a' ? 'gate before' : 'gate';
      return standing.by.map(({ rule, reason }) => ({ kind, rule, reason }));
    });
    const details = [...gates, ...moved];
    return details.length === 0 ? [whole] : details.map(detail => ({ ...whole, ...detail }));
  });
  return csv(rows, COLUMNS);
}

function side(key: 'from' | 'to', standing: OptionStanding | null): Record<string, string | number> {
  if (standing?.standing !== 'ranked') return { [key]: standing?.standing ?? '' };
  return { [key]: standing.standing, [`${key}-rank`]: standing.rank, [`${key}-score`]: standing.score };
}
