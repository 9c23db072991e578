import { markdownTable } from 'markdown-table';
import type { Robustness, RobustOption } from '../model/robustness.js';
import { ascii } from './ascii.js';
import { columns, count, paint, safely, wrap } from './layout.js';
import { madeFromSituations, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { cautious, dominated, how, share, verdict } from './robustness-words.js';
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
  widths: [12, 6, 6, 8, 8, 11],
  row: (one, { exact }) => {
    const [first = 0, second = 0, third = 0] = one.acceptability;
    const { standardError: error } = one;
    return [
      named(one),
      `${share(first, exact)}${error && first > 0 && first < 1 ? ` ±${(100 * error.acceptability[0]!).toFixed(2)}` : ''}`,
      ...[second, third, one.excluded].map(p => share(p, exact)),
      one.baseline ? '' : share(one.beatsBaseline, exact),
      `${signed(one.expected)}${error && !one.baseline ? ` ±${error.expected.toFixed(2)}` : ''}`,
    ];
  },
};

/** How far: the spread of scores, and what is lost against the best option. */
const SPREAD: Table = {
  header: ['option', 'score: 5%', 'half', '95%', 'worst', 'regret', 'at most'],
  widths: [9, 6, 6, 6, 6, 7],
  row: one => [
    named(one),
    ...[one.quantiles.p5, one.quantiles.p50, one.quantiles.p95, one.worst].map(x => signed(x)),
    ...[one.expectedRegret, one.maxRegret].map(x => x.toFixed(1)),
  ],
};

/** Which weights speak for an option. */
const CENTRAL: Table = {
  header: ['option', 'confidence', 'weights that put it first'],
  widths: [10, 42],
  row: ({ centralWeights, confidence, ...one }, { exact }) =>
    centralWeights === null || confidence === null
      ? undefined
      : [
          named(one),
          share(confidence, exact),
          Object.entries(centralWeights)
            .sort(([, a], [, b]) => b - a)
            .slice(0, 3)
            .map(([id, weight]) => `${id} ${weight.toFixed(2)}`)
            .join(', '),
        ],
};

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
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.map(line => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
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
      option === one.option ? '' : share(told.pairwise[one.option]![option]!, told.exact),
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
  const { quantiles, centralWeights, confidence } = one;
  const weights = Object.entries(centralWeights ?? {}).map(([id, weight]) => `${id} ${weight.toFixed(2)}`);
  return [
    `${one.option} comes first in ${share(one.acceptability[0]!, exact)}, is excluded in ${share(one.excluded, exact)} and is above ` +
      `the baseline in ${share(one.beatsBaseline, exact)} of situations.`,
    `Its expected score is ${signed(one.expected)}; it is from ${signed(quantiles.p5)} to ${signed(quantiles.p95)} in nine of ten, ` +
      `and ${signed(one.worst)} at worst.`,
    `It falls short of the best by ${one.expectedRegret.toFixed(1)} on average and ${one.maxRegret.toFixed(1)} at most.`,
    ...(confidence === null
      ? []
      : [
          `The weights that put it first are on average ${weights.join(', ')}; under these it comes first in ${share(confidence, exact)}.`,
        ]),
  ].join(' ');
}

/** The same as Markdown. */
export function robustnessMarkdown(result: Robustness): string {
  const told = safely(result);
  const tables = [RANKS, SPREAD, CENTRAL].flatMap(({ header, row }) => {
    const rows = told.options.flatMap(option => {
      const cells = row(option, told);
      return cells ? [cells.map(md)] : [];
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
