import { markdownTable } from 'markdown-table';
import type { Robustness, RobustOption } from '../model/robustness.js';
import { ascii } from './ascii.js';
import { estimate, onOneLine, shareEstimate } from './estimates.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import { madeFromSituations, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { cautious, dominated, how, verdict } from './robustness-words.js';
import { signed } from './rounding.js';

/** One table of the report: its header and a cell for each column. */
interface Table {
  header: readonly string[];
  widths: readonly number[];
  /** Undefined for an option that has no row here. */
  row: (option: RobustOption, told: Robustness) => string[] | undefined;
}

/** How often: the shares of ranks. */
const RANKS: Table = {
  header: ['option', 'first', 'second', 'third', 'excluded', 'above baseline', 'expected'],
  widths: [6, 6, 6, 8, 8, 8],
  row: (one, { exact }) => {
    const { standardError: error, acceptability } = one;
    return [
      named(one),
      ...[0, 1, 2].map(i => shareEstimate(acceptability[i] ?? 0, exact, error?.acceptability[i])),
      shareEstimate(one.excluded, exact, error?.excluded),
      one.baseline ? '' : shareEstimate(one.beatsBaseline, exact, error?.beatsBaseline),
      estimate(signed(one.expected), one.baseline ? undefined : error?.expected),
    ];
  },
};

/** How far: the spread of scores, and what is lost against the best option. */
const SPREAD: Table = {
  header: ['option', 'score: 5%', 'half', '95%', 'worst', 'regret', 'at most'],
  widths: [9, 6, 6, 6, 6, 7],
  row: ({ quantiles, worst, expectedRegret, maxRegret, standardError: error, ...one }) => [
    named(one),
    ...(['p5', 'p50', 'p95'] as const).map(at =>
      estimate(signed(quantiles[at]), one.baseline ? undefined : error?.quantiles[at]),
    ),
    signed(worst),
    estimate(expectedRegret.toFixed(1), error?.expectedRegret),
    maxRegret.toFixed(1),
  ],
};

/** Which weights speak for an option. */
const CENTRAL: Table = {
  header: ['option', 'confidence', 'weights that put it first'],
  widths: [10, 42],
  row: ({ centralWeights, confidence, standardError: error, ...one }, { exact }) =>
    centralWeights === null || confidence === null
      ? undefined
      : [
          named(one),
          shareEstimate(confidence, exact, error?.confidence),
          Object.entries(centralWeights)
            .sort(([, a], [, b]) => b - a)
            .slice(0, 3)
            .map(([id]) => weightWords(id, centralWeights, error))
            .join(', '),
        ],
};

/** A criterion and the mean of its weights: `denial 0.41 ±0.02`. */
function weightWords(
  id: string,
  weights: Record<string, number>,
  error: RobustOption['standardError'],
): string {
  return onOneLine(estimate(`${id} ${weights[id]!.toFixed(2)}`, error?.centralWeights?.[id]));
}

/** How firm a ranking is over all that is taken as uncertain, for a terminal. */
export function robustnessText(result: Robustness, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const shown = told.options.filter(({ baseline }, i) => options.verbose || i < options.top || baseline);
  const more = told.options.length - shown.length;
  const parts = [
    [...wrap(situationOf(told), width).map(paint(options).strong), ...wrap(verdict(told), width)],
    [
      ...table(RANKS, shown, told, width),
      ...(more > 0 ? [`… and ${count(more, 'more option')}: --verbose shows them`] : []),
    ],
    [...table(SPREAD, shown, told, width), ...wrap(cautious(told), width)],
    table(CENTRAL, told.options, told, width),
    options.verbose ? pairs(told) : [],
    dominated(told).flatMap(line => wrap(line, width)),
    wrap(how(told), width),
    [madeFromSituations(told), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return paragraphs(parts);
}

function table(
  { header, widths, row }: Table,
  options: readonly RobustOption[],
  told: Robustness,
  width: number,
): string[] {
  const rows = options.flatMap(option => {
    const cells = row(option, told);
    return cells ? [cells] : [];
  });
  if (rows.length === 0) return [];
  const first = width - widths.reduce((sum, own) => sum + own + 1, 0);
  const isText = header.length === 3;
  return columns(
    [header, ...rows],
    [
      { width: first },
      ...widths.map((own, i) => ({ width: own, ...(!(isText && i === 1) && { align: 'right' as const }) })),
    ],
  );
}

/** How often each option stands above each of those that come first most often. */
function pairs(told: Robustness): string[] {
  const rivals = told.options.slice(0, 5);
  const rows = told.options.map(one => [
    one.title,
    ...rivals.map(({ option }) =>
      option === one.option
        ? ''
        : shareEstimate(
            told.pairwise[one.option]![option]!,
            told.exact,
            told.pairwiseError?.[one.option]?.[option],
          ),
    ),
  ]);
  const header = ['stands above', ...rivals.map(({ title }) => title)];
  return columns(
    [header, ...rows],
    [{ width: 27 }, ...rivals.map(() => ({ align: 'right' as const, width: 9 }))],
  );
}

/** The same in sentences and ASCII. */
export function robustnessPlain(result: Robustness, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    `${situationOf(told)}.`,
    verdict(told),
    ...told.options.map(one => sentence(one, told)),
    cautious(told),
    ...dominated(told),
    how(told),
    `Made from ${madeFromSituations(told, ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

function sentence(one: RobustOption, { exact }: Robustness): string {
  const { quantiles, centralWeights, confidence, standardError: error } = one;
  const often = (p: number, of: number | null | undefined) => onOneLine(shareEstimate(p, exact, of));
  const points = (x: string, of: number | undefined) => onOneLine(estimate(x, of));
  const weights = Object.keys(centralWeights ?? {}).map(id => weightWords(id, centralWeights!, error));
  const low = points(signed(quantiles.p5), error?.quantiles.p5);
  const high = points(signed(quantiles.p95), error?.quantiles.p95);
  return [
    `${one.option} comes first in ${often(one.acceptability[0]!, error?.acceptability[0])}, is excluded in ` +
      `${often(one.excluded, error?.excluded)} and is above the baseline in ` +
      `${often(one.beatsBaseline, error?.beatsBaseline)} of situations.`,
    `Its expected score is ${points(signed(one.expected), error?.expected)}; it is from ${low} to ${high} in nine of ten, ` +
      `and ${signed(one.worst)} at worst.`,
    `It falls short of the best by ${points(one.expectedRegret.toFixed(1), error?.expectedRegret)} on average and ` +
      `${one.maxRegret.toFixed(1)} at most.`,
    ...(confidence === null
      ? []
      : [
          `The weights that put it first are on average ${weights.join(', ')}; under these it comes first in ` +
            `${often(confidence, error?.confidence)}.`,
        ]),
  ].join(' ');
}

/** The same as Markdown. */
export function robustnessMarkdown(result: Robustness): string {
  const told = safely(result);
  const tables = [RANKS, SPREAD, CENTRAL].flatMap(({ header, row }) => {
    const rows = told.options.flatMap(option => {
      const cells = row(option, told);
      return cells ? [cells.map(cell => md(onOneLine(cell)))] : [];
    });
    const align = header.map((_, i) => (i === 0 || (header.length === 3 && i === 2) ? 'l' : 'r'));
    return rows.length > 0 ? [markdownTable([[...header], ...rows], { align })] : [];
  });
  const parts = [
    `# ${md(situationOf(told))}`,
    md(verdict(told)),
    ...tables,
    md(cautious(told)),
    ...dominated(told).map(md),
    md(how(told)),
    md(madeFromSituations(told, ', ')),
  ];
  return `${parts.join('\n\n')}\n`;
}

function named({ title, baseline }: Pick<RobustOption, 'title' | 'baseline'>): string {
  return `${title}${baseline ? ' (baseline)' : ''}`;
}
