import { markdownTable } from 'markdown-table';
import type { Robustness, RobustOption } from '../model/robustness.js';
import { ascii } from './ascii.js';
import { csv } from './csv.js';
import { columns, count, paint, safely, shortList, wrap } from './layout.js';
import { MADE_FROM, madeFromCells, madeFromSituations, repeatLine, situationOf } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

const HEADER = ['option', 'first', 'second', 'third', 'excluded', 'above baseline', 'expected'];

/** How firm a ranking is over all that the scenario holds possible, for a terminal. */
export function robustnessText(result: Robustness, options: ReportOptions): string {
  const told = safely(result);
  const { width } = options;
  const shown = told.options.filter(({ baseline }, i) => options.verbose || i < options.top || baseline);
  const more = told.options.length - shown.length;
  const number = { align: 'right' } as const;
  const parts = [
    [...wrap(situationOf(told), width).map(paint(options).strong), ...wrap(verdict(told), width)],
    [
      ...columns(
        [HEADER, ...shown.map(option => cells(option, told.exact))],
        [{ width: width - 54 }, ...[6, 6, 6, 8, 14, 8].map(width => ({ ...number, width }))],
      ),
      ...(more > 0 ? [`… and ${count(more, 'more option')}: --verbose shows them`] : []),
    ],
    wrap(how(told), width),
    [madeFromSituations(told), ...repeatLine(told.manifest)]
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return `${parts.map(part => part.map(line => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** The same in sentences and ASCII. */
export function robustnessPlain(result: Robustness, { width }: ReportOptions): string {
  const told = safely(result);
  const sentences = [
    `${situationOf(told)}.`,
    verdict(told),
    ...told.options.map(
      one =>
        `${one.option} comes first in ${share(one.acceptability[0]!, told.exact)}, is excluded in ${share(one.excluded, told.exact)} and is ` +
        `above the baseline in ${share(one.beatsBaseline, told.exact)} of situations. Its expected score is ${signed(one.expected)}.`,
    ),
    how(told),
    `Made from ${madeFromSituations(told, ', ')}.`,
    ...repeatLine(told.manifest),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

/** The same as Markdown. */
export function robustnessMarkdown(result: Robustness): string {
  const told = safely(result);
  const rows = told.options.map(option => cells(option, told.exact).map(md));
  const parts = [
    `# ${md(situationOf(told))}`,
    md(verdict(told)),
    markdownTable([HEADER, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r'] }),
    md(how(told)),
    md(madeFromSituations(told, ', ')),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A row for each option and rank, with the standard error where it is an estimate. */
export function robustnessCsv(result: Robustness): string {
  const told = safely(result);
  const made = madeFromCells(told.manifest);
  const rows = told.options.flatMap(option =>
    option.acceptability.map((probability, rank) => ({
      ...{ option: option.option, rank: rank + 1, probability },
      ...{ 'standard-error': option.standardError?.acceptability[rank] ?? 0 },
      ...{
        excluded: option.excluded,
        'beats-baseline': option.beatsBaseline,
        expected: option.expected,
        ...made,
      },
    })),
  );
  const names = ['option', 'rank', 'probability', 'standard-error', 'excluded', 'beats-baseline', 'expected'];
  return csv(rows, [...names, ...MADE_FROM]);
}

function cells(
  { title, baseline, acceptability, excluded, beatsBaseline, expected }: RobustOption,
  exact: boolean,
): string[] {
  const said = (p: number) => share(p, exact);
  const [first = 0, second = 0, third = 0] = acceptability;
  return [
    `${title}${baseline ? ' (baseline)' : ''}`,
    ...[first, second, third, excluded].map(said),
    baseline ? '' : said(beatsBaseline),
    signed(expected),
  ];
}

/** Who comes first how often, and whether that can be told. */
function verdict({ options, leader, expectedLeader, exact }: Robustness): string {
  const [first, second] = options as [RobustOption, RobustOption | undefined];
  const titleOf = (id: string) => options.find(({ option }) => option === id)!.title;
  const told = `${first.title} comes first in ${share(first.acceptability[0]!, exact)} of the situations that the scenario holds possible`;
  const gap = first.acceptability[0]! - (second?.acceptability[0] ?? 0);
  const noise = 2 * Math.hypot(errorOf(first), second ? errorOf(second) : 0);
  const close = !exact && second && gap <= noise ? `, which cannot be told from ${second.title}` : '';
  const other =
    expectedLeader === leader
      ? ''
      : ` On the best estimates ${titleOf(leader)} leads; the highest expected score is that of ${titleOf(expectedLeader)}.`;
  return `${told}${close}.${other}`;
}

function errorOf({ standardError }: RobustOption): number {
  return standardError?.acceptability[0] ?? 0;
}

/** How it was found, and on what it rests. */
function how({ exact, regions, draws, seed, assumed, options }: Robustness): string {
  const worst = Math.max(...options.map(errorOf));
  const found = exact
    ? `Exact, over ${regions} regions.`
    : `Estimated from ${draws} draws (seed ${seed}) of ${regions.toExponential(1)} regions; the standard error of a ` +
      `probability is at most ${(100 * worst).toFixed(2)} points.`;
  const named = assumed.map(({ fact, how }) =>
    how === 'prior' ? `${fact} (its prior)` : `${fact} (all levels alike)`,
  );
  const rests = named.length === 0 ? '' : ` Not known, and assumed: ${shortList(named, 8)}.`;
  return `${found} Facts are taken as independent.${rests}`;
}

/**
 * A probability as a share of a hundred. What is not 0 never looks like it; and of an estimate 0 and 1 are not said flatly,
 * for what was never drawn may exist.
 */
function share(p: number, exact: boolean): string {
  if (p > 0 && p < 0.001) return '<0.1%';
  if (p > 0.999 && p < 1) return '>99.9%';
  return `${(100 * p).toFixed(exact && (p === 0 || p === 1) ? 0 : 1)}%`;
}
