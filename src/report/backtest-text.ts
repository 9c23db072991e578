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
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import type { ReportOptions } from './options.js';

/** Rankings held against the record, for a terminal: misses first, then hits, then how far they agree over all. */
export function backtestText(result: Backtest, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const parts = [
    wrap(caution(told), width),
    ...(['miss', 'hit', 'open'] as const).flatMap(verdict => section(verdict, told, options)),
    legend(told, width),
    overall(told, width),
    wrap(method(told), width),
    foot(told, options),
  ];
  return paragraphs(parts);
}

function section(verdict: BacktestCase['verdict'], told: Backtest, options: ReportOptions): string[][] {
  const cases = told.cases.filter(one => one.verdict === verdict);
  if (cases.length === 0) return [];
  const heading = `${VERDICTS[verdict]} (${cases.length} of ${told.cases.length})`;
  return [
    wrap(heading, options.width).map(paint(options).strong),
    ...cases.map(one => caseLines(one, told, options)),
  ];
}

function caseLines(one: BacktestCase, told: Backtest, options: ReportOptions): string[] {
  const { width, verbose } = options;
  const rows: [string, string][] = [
    ['Then', thenWords(one)],
    ...(verbose ? details(one, told) : []),
    ...one.misses.map((miss): [string, string] => ['Miss', missWords(miss, one)]),
    ...(verbose || one.verdict === 'miss'
      ? [['Followed', cited(one.record.followed.what, one.record.followed.sources, told)] as [string, string]]
      : []),
    ['Reasons', fitWords(one, told)],
  ];
  const labelled = columns(
    rows.map(([label, words]) => ['', label, words]),
    [{ width: 1 }, { width: 8 }, { width: width - 11 }],
  );
  return [
    ...wrap(caseTitle(one), width).map(paint(options).strong),
    ...doneTable(one, told, width),
    ...labelled,
  ];
}

/** What only those who ask for everything see: why by these priorities, and what each judgement rests on. */
function details(one: BacktestCase, told: Backtest): [string, string][] {
  const { record } = one;
  return [
    ['By', `${one.perspective.title}: ${record.perspectiveBecause}`],
    ['Seen', record.seenNote],
    ['Demand', record.demand],
    ...one.done.map((option): [string, string] => {
      const { title, by, from, what, judgement, because, sources } = option;
      return [
        'Done',
        cited(`${title}: ${by}, ${from}, ${what}. ${JUDGED[judgement]}: ${because}`, sources, told),
      ];
    }),
  ];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What was done, where it ranked and how it is judged; where there is room, its rank by every perspective. */
function doneTable(one: BacktestCase, told: Backtest, width: number): string[] {
  const ids = Object.keys(told.perspectives);
  const letters = width >= 54 + 4 * ids.length && ids.length <= LETTERS.length ? ids : [];
  const rows = one.done.map(option => [
    option.title,
    rankWords(option, one.ranked),
    scoreWords(option),
    JUDGED[option.judgement],
    ...letters.map(id => String(option.ranks[id] ?? '-')),
  ]);
  return columns(
    [['  done', 'rank', 'score', 'judged', ...letters.map((_, i) => LETTERS[i]!)], ...rows.map(indented)],
    [
      { width: width - 30 - 4 * letters.length },
      { align: 'right', width: 8 },
      { align: 'right', width: 6 },
      { width: 12 },
      ...letters.map(() => ({ align: 'right' as const, width: 3 })),
    ],
  );
}

function indented([first, ...rest]: string[]): string[] {
  return [`  ${first}`, ...rest];
}

function legend({ perspectives }: Backtest, width: number): string[] {
  const named = Object.values(perspectives).map(({ title }, i) => `${LETTERS[i] ?? '?'} ${title}`);
  if (named.length === 0 || width < 54 + 4 * named.length) return [];
  return wrap(`Rank by every perspective: ${named.join(', ')}; - is not ranked.`, width, 2);
}

function overall(told: Backtest, width: number): string[] {
  const rows = groups(told).map(([name, { cases, options, pairs, ...figures }]) => [
    name,
    String(cases),
    String(options),
    String(pairs.total),
    shareWords(figures.concordance, figures.concordanceInterval),
    chanceWords(figures.chance),
    tauWords(figures.tauB, figures.tauBInterval),
  ]);
  return columns(
    [['over all', 'cases', 'done', 'pairs', 'in order', 'chance', 'tau-b'], ...rows],
    [
      { width: Math.max(10, width - 62) },
      { align: 'right', width: 5 },
      { align: 'right', width: 4 },
      { align: 'right', width: 5 },
      { width: 14 },
      { align: 'right', width: 6 },
      { width: 20 },
    ],
  );
}

function foot(told: Backtest, options: ReportOptions): string[] {
  const { command } = told;
  return [madeFromAll(told), ...(command === null ? [] : [`Repeat: ${command}`])]
    .flatMap(line => wrap(line, options.width, 2))
    .map(paint(options).quiet);
}
