import { markdownTable } from 'markdown-table';
import type { Backtest, BacktestCase } from '../model/backtest.js';
import {
  caseTitle,
  caution,
  chanceWords,
  cited,
  fitWords,
  groups,
  JUDGED,
  madeFromAll,
  method,
  missWords,
  rankWords,
  scoreWords,
  shareWords,
  tauWords,
  thenWords,
  VERDICTS,
} from './backtest-words.js';
import { safely } from './layout.js';
import { md } from './md.js';

/** The same as Markdown. */
export function backtestMarkdown(result: Backtest): string {
  const told = safely(result);
  const verdicts = (['miss', 'hit', 'open'] as const).filter(verdict =>
    told.cases.some(one => one.verdict === verdict),
  );
  const parts = [
    '# Backtest',
    md(caution(told)),
    ...verdicts.flatMap(verdict => [
      `## ${md(VERDICTS[verdict])}`,
      ...told.cases.filter(one => one.verdict === verdict).flatMap(one => caseParts(one, told)),
    ]),
    '## Over all',
    overall(told),
    md(method(told)),
    md(madeFromAll(told, ', ')),
    ...(told.command === null ? [] : [md(`Repeat: ${told.command}`)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function caseParts(one: BacktestCase, told: Backtest): string[] {
  const rows = one.done.map(option => [
    option.title,
    rankWords(option, one.ranked),
    scoreWords(option),
    JUDGED[option.judgement],
    cited(option.because, option.sources, told),
  ]);
  const table = markdownTable(
    [['done', 'rank', 'score', 'judged', 'because'], ...rows].map(row => row.map(md)),
    { align: ['l', 'r', 'r', 'l', 'l'] },
  );
  return [
    `### ${md(caseTitle(one))}`,
    md(`Then: ${thenWords(one)}.`),
    table,
    ...one.misses.map(miss => md(`Miss: ${missWords(miss, one)}.`)),
    md(cited(`Followed: ${one.record.followed.what}`, one.record.followed.sources, told)),
    md(`Reasons: ${fitWords(one, told)}`),
  ];
}

function overall(told: Backtest): string {
  const rows = groups(told).map(([name, { cases, options, pairs, ...figures }]) => [
    name,
    ...[cases, options, pairs.total].map(String),
    shareWords(figures.concordance, figures.concordanceInterval),
    chanceWords(figures.chance),
    tauWords(figures.tauB, figures.tauBInterval),
  ]);
  const header = ['cases', 'number', 'options judged', 'pairs', 'in order', 'by chance', 'tau-b'];
  return markdownTable([header, ...rows.map(row => row.map(md))], {
    align: ['l', 'r', 'r', 'r', 'l', 'r', 'l'],
  });
}
