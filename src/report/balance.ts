import { markdownTable } from 'markdown-table';
import type { Balance, BalancedCell, BalancedOption } from '../model/balance.js';
import { onOneLine, shareEstimate } from './estimates.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** What rules can do to each option, and how often it leads, for a terminal. */
export function balanceText(result: Balance, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const { strong } = paint(options);
  const right = (wide: number) => ({ align: 'right', width: wide }) as const;
  return paragraphs([
    wrap(howSampled(told), width),
    columns(
      [
        ['option', 'leads', 'rank', 'for', 'against', 'excludes'],
        ...told.options.map(one => summaryRow(one, told)),
      ],
      [{ width: 32 }, right(13), right(6), right(5), right(8), right(9)],
    ),
    ...rulesAndChances(told).map(line => wrap(line, width)),
    ...told.options
      .filter(({ baseline }) => !baseline)
      .map(({ title, cells, leads }) => [
        strong(title),
        ...columns(
          cells.map(cell => [`  ${cell.criterion}`, count(cell.rules, 'rule'), rangeOf(cell)]),
          [{ width: 38 }, right(9), right(16)],
        ),
        ...(options.verbose ? byPerspective(leads, told, width) : []),
      ]),
    wrap(`${told.ruleSet.id} ${told.ruleSet.version} (${told.ruleSet.hash.slice(0, 8)})`, width),
  ]);
}

/** The same as Markdown: two tables. */
export function balanceMarkdown(told: Balance): string {
  const ranked = told.options.filter(({ baseline }) => !baseline);
  const cells = ranked.flatMap(({ title, cells }) =>
    cells.map(cell => [title, told.criteria[cell.criterion]!.title, String(cell.rules), rangeOf(cell)]),
  );
  const table = (rows: string[][]) =>
    markdownTable(
      rows.map(row => row.map(md)),
      { align: ['l'] },
    );
  return `${[
    md(howSampled(told)),
    table([
      ['option', 'leads', 'mean rank', 'rules for', 'against', 'exclude'],
      ...told.options.map(one => summaryRow(one, told)),
    ]),
    ...rulesAndChances(told).map(md),
    'What the points of a cell add up to in any possible situation, before they are cut off at 100:',
    table([['option', 'criterion', 'rules', 'points'], ...cells]),
  ].join('\n\n')}\n`;
}

function howSampled({ sampled, noShares }: Balance): string {
  if (noShares !== null) return `How often options lead cannot be told: ${noShares}.`;
  const how = sampled
    ? `estimated from ${sampled.draws} draws for each perspective, seed ${sampled.seed}`
    : 'exact';
  return `How often each option leads where nothing is known of the situation, on average over the perspectives (${how}); its mean rank where it is not excluded; and how many rules add points to it, take some away and exclude it.`;
}

function twoPlaces(tau: number): string {
  return tau.toFixed(2).replace(/^-(?=0\.00$)/, '');
}

function summaryRow(
  { title, baseline, rules, leads, meanShare, meanRank }: BalancedOption,
  told: Balance,
): string[] {
  const errors = leads.map(({ standardError }) => standardError ?? 0);
  const error = told.sampled ? Math.hypot(...errors) / leads.length : null;
  return [
    `${title}${baseline ? ' (baseline)' : ''}`,
    meanShare === null ? '' : onOneLine(shareEstimate(meanShare, told.sampled === null, error)),
    meanRank === null ? '' : meanRank.toFixed(1),
    ...[rules.for, rules.against, rules.gates].map(String),
  ];
}

/** Whether the number of rules goes with how well an option does, and how to read that; nothing where it cannot be told. */
function rulesAndChances({ tauB: { leads, rank } }: Balance): string[] {
  if (leads === null || rank === null) return [];
  return [
    `Do options lead because more rules speak of them? Kendall's tau-b of the number of rules that add or take points and how often an option leads is ${twoPlaces(leads)}; of that number and its mean rank, up being better, ${twoPlaces(rank)}; the baseline aside. At +1 the option that more rules speak of would always do better, at -1 always worse; near 0 the number of rules says nothing about it.`,
  ];
}

function rangeOf({ low, high, exact }: BalancedCell): string {
  return `${signed(low, 0)} to ${signed(high, 0)}${exact ? '' : ' or beyond'}`;
}

function byPerspective(leads: BalancedOption['leads'], { sampled }: Balance, width: number): string[] {
  const words = leads.map(
    ({ perspective, share, standardError }) =>
      `${perspective} ${onOneLine(shareEstimate(share, sampled === null, standardError))}`,
  );
  return wrap(`Leads by ${words.join(', ')}`, width - 2).map(line => `  ${line}`);
}
