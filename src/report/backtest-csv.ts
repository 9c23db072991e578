import type { Backtest } from '../model/backtest.js';
import { missWords } from './backtest-words.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { MADE_FROM, madeFromCells } from './manifest.js';

const COLUMNS = [
  ...[
    'scenario',
    'as-of',
    'perspective',
    'verdict',
    'seen-while-writing',
    'option',
    'by',
    'from',
    'standing',
  ],
  ...['rank', 'of', 'score', 'judgement', 'because', 'sources', 'fit', 'misses', ...MADE_FROM],
];

/** One row for each option that was taken in each case. Text that a spreadsheet would compute is escaped. */
export function backtestCsv(result: Backtest): string {
  const told = safely(result);
  const rows = told.cases.flatMap(one =>
    one.done.map(({ option, by, from, standing, judgement, because, sources }) => ({
      ...{ scenario: one.manifest.scenario.id, 'as-of': one.manifest.scenario.asOf },
      ...{ perspective: one.perspective.id, verdict: one.verdict },
      'seen-while-writing': String(one.record.seenWhileWriting),
      ...{ option, by, from, standing: standing.standing, of: one.ranked, judgement, because },
      ...(standing.standing === 'ranked' && { rank: standing.rank, score: standing.score }),
      ...{ sources: sources.join('; '), fit: one.record.reasons.fit },
      misses: one.misses
        .filter(miss => miss.option === option)
        .map(miss => missWords(miss, one))
        .join('; '),
      ...madeFromCells({ ...one.manifest, command: told.command }),
    })),
  );
  return csv(rows, COLUMNS);
}
