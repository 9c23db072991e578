import { markdownTable } from 'markdown-table';
import type { Parting, PerspectivesView } from '../model/perspectives.js';
import { ascii } from './ascii.js';
import { cited } from './cited.js';
import { csv } from './csv.js';
import { paint, paragraphs, safely, wrap } from './layout.js';
import { count, firstFew } from './lists.js';
import { changesOf, MADE_FROM, madeFrom, madeFromCells, repeatLine } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { letterOf, perspectivesTable, placeText } from './perspectives-table.js';
import { signed } from './rounding.js';

/** The perspectives on one scenario side by side, what they agree on and where they part, for a terminal. */
export function perspectivesViewText(result: PerspectivesView, options: ReportOptions): string {
  const view = safely(result);
  const { width } = options;
  const { strong, quiet } = paint(options);
  const letter = new Map(view.perspectives.map(({ id }, i) => [id, letterOf(i)]));
  const name = (id: string) => letter.get(id)!;
  const part = (title: string, lines: readonly string[]) => [
    strong(title),
    ...lines.flatMap(line => wrap(line, width - 2, 2).map(one => `  ${one}`)),
  ];
  return paragraphs([
    wrap(heading(view), width).map(strong),
    perspectivesTable(rowsOf(view), view.perspectives.length, width),
    view.perspectives.flatMap(({ id, title }) => wrap(`${name(id)}  ${title} (${id})`, width, 3)),
    wrap(NOTE, width),
    ...view.perspectives.map(weigher =>
      part(`${name(weigher.id)}  ${weigher.title}`, swingLines(weigher, view, options.verbose)),
    ),
    part('What all agree on', agreementLines(view)),
    ...shownPartings(view, options).map(parting =>
      part(partingTitle(parting, view), partingLines(parting, view, name)),
    ),
    leftLines(view, options).flatMap(line => wrap(line, width)),
    part("How alike they rank (Kendall's tau-b: 1 the same order, -1 the reverse)", alikeLines(view, name)),
    foot(view)
      .flatMap(line => wrap(line, width, 2))
      .map(quiet),
  ]);
}

const NOTE =
  '* leads. A perspective says whose priorities we judge by, not who acts. The rules say the same to all; weights alone make the difference.';

/** The same in sentences and ASCII. */
export function perspectivesViewPlain(result: PerspectivesView, options: ReportOptions): string {
  const view = safely(result);
  const itself = (id: string) => id;
  const places = view.ranked.flatMap(({ option, places }) =>
    Object.entries(places).map(
      ([id, { rank, score }]) => `${option}, judged by ${id}: rank ${rank} with ${signed(score)}`,
    ),
  );
  const said = [
    heading(view),
    ...places,
    ...view.perspectives.flatMap(one =>
      swingLines(one, view, options.verbose).map(line => `${one.id}: ${line}`),
    ),
    ...agreementLines(view),
    ...shownPartings(view, options).flatMap(parting => [
      partingTitle(parting, view),
      ...partingLines(parting, view, itself),
    ]),
    ...leftLines(view, options),
    ...alikeLines(view, itself),
    ...foot(view),
  ];
  const sentences = said.map(text => (/[.!?:]$/.test(text) ? text : `${text}.`));
  return `${sentences.flatMap(text => wrap(ascii(text), options.width)).join('\n')}\n`;
}

/** The same as Markdown. */
export function perspectivesViewMarkdown(result: PerspectivesView, options: ReportOptions): string {
  const view = safely(result);
  const titles = new Map(view.perspectives.map(({ id, title }) => [id, title]));
  const name = (id: string) => titles.get(id)!;
  const list = (lines: readonly string[]) => lines.map(line => `- ${md(line)}`).join('\n');
  const table = [
    ['option', ...view.perspectives.map(({ title }) => md(title))],
    ...rowsOf(view).map(({ title, places }) => [
      md(title),
      ...places.map(place => (place ? md(placeText(place)) : '-')),
    ]),
  ];
  const parts = [
    `# ${md(heading(view))}`,
    markdownTable(table, { align: ['l'] }),
    md(NOTE),
    ...view.perspectives.flatMap(one => [
      `## ${md(one.title)}`,
      list(swingLines(one, view, options.verbose)),
    ]),
    '## What all agree on',
    list(agreementLines(view)),
    ...shownPartings(view, options).flatMap(parting => [
      `## ${md(partingTitle(parting, view))}`,
      list(partingLines(parting, view, name)),
    ]),
    ...leftLines(view, options).map(md),
    '## How alike they rank',
    list(alikeLines(view, name)),
    foot(view).map(md).join('\n\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A row for each option and perspective. */
export function perspectivesViewCsv({ ranked, manifest }: PerspectivesView): string {
  const rows = ranked.flatMap(({ option, places }) =>
    Object.entries(places).map(([perspective, { rank, score }]) => ({
      ...{ option, perspective, rank, score },
      ...madeFromCells(manifest),
    })),
  );
  return csv(rows, ['option', 'perspective', 'rank', 'score', ...MADE_FROM]);
}

function heading({ manifest, perspectives }: PerspectivesView): string {
  const { title, asOf } = manifest.scenario;
  const changes = changesOf(manifest);
  const made = changes.length === 0 ? '' : ` with ${changes.join(', ')}`;
  return `${title} (as of ${asOf})${made}, by ${count(perspectives.length, 'perspective')}`;
}

function rowsOf({ ranked, perspectives, outForAll }: PerspectivesView) {
  return [
    ...ranked.map(({ title, baseline, places }) => ({
      title: baseline ? `${title} (baseline)` : title,
      places: perspectives.map(({ id }) => places[id]),
    })),
    ...outForAll.map(({ title }) => ({ title, places: perspectives.map(() => undefined) })),
  ];
}

/** How many criteria of a perspective are shown with their reasons. */
const HEAVIEST = 3;

/** What a perspective weighs most, and why it would: with the source, or that it is an assumption. */
function swingLines(
  { because, weights, swings }: PerspectivesView['perspectives'][number],
  { criteria }: PerspectivesView,
  verbose: boolean,
): string[] {
  const heaviest = Object.entries(weights).sort(([, a], [, b]) => b - a);
  const shown = verbose ? heaviest : heaviest.slice(0, HEAVIEST);
  return [
    because,
    ...shown.map(([id, weight]) => {
      const swing = swings[id];
      const why = swing ? `: ${swing.because} [${cited(swing.sources)}]` : '';
      return `${percent(weight)} ${criteria[id]!.title}${why}`;
    }),
  ];
}

function agreementLines({ agreement, top, options, ranked, outForAll }: PerspectivesView): string[] {
  const titles = (ids: readonly string[]) =>
    ids.length === 0 ? 'none' : ids.map(id => options[id]!.title).join('; ');
  const { all, same, split } = agreement.pairs;
  const of = (why: string) => outForAll.filter(one => one.why === why).map(({ option }) => option);
  const [excluded, leftOut] = [of('excluded'), of('left-out')];
  const { aboveBaseline: above, belowBaseline: below } = agreement;
  const most = ranked.length - 1;
  return [
    `Among the first ${top} of everybody: ${titles(agreement.first)}`,
    `Better than the baseline by everybody, ${above.length} of ${most}: ${titles(above)}`,
    `Worse than the baseline by everybody, ${below.length} of ${most}: ${titles(below)}`,
    ...(excluded.length > 0 ? [`Excluded, whoever judges: ${titles(excluded)}`] : []),
    ...(leftOut.length > 0 ? [`Left out by the scenario: ${titles(leftOut)}`] : []),
    `Of ${count(all, 'pair')} of options all rank ${same} the same way round, and split on ${split}`,
  ];
}

/** How many partings are shown, those of options that lead first. */
const PARTINGS = 4;

function shownPartings({ partings }: PerspectivesView, { verbose }: ReportOptions): readonly Parting[] {
  return verbose ? partings : firstFew(partings, PARTINGS);
}

function leftLines(view: PerspectivesView, options: ReportOptions): string[] {
  if (view.partings.length === 0) return [`They part on no pair of options among the first ${view.top}.`];
  const more = view.partings.length - shownPartings(view, options).length;
  return more === 0 ? [] : [`They part on ${count(more, 'other pair')} of leading options: --verbose.`];
}

function partingTitle({ a, b }: Parting, { options }: PerspectivesView): string {
  return `Where they part: ${options[a]!.title}, or ${options[b]!.title}?`;
}

function partingLines(
  { a, b, forA, forB, gap, criteria }: Parting,
  view: PerspectivesView,
  name: (id: string) => string,
): string[] {
  const titles = view.options;
  const level = view.perspectives.filter(({ id }) => !forA.includes(id) && !forB.includes(id));
  const makes = criteria.filter(one => one.makes > 0).slice(0, 3);
  return [
    `${titles[a]!.title}: ${forA.map(name).join(', ')}`,
    `${titles[b]!.title}: ${forB.map(name).join(', ')}`,
    ...(level.length > 0 ? [`Level: ${level.map(({ id }) => name(id)).join(', ')}`] : []),
    `The two camps are ${gap.toFixed(1)} points apart on it, above all by what weighs`,
    ...makes.map(({ criterion, weightA, weightB, difference, makes }) => {
      const weights = `${percent(weightA)} against ${percent(weightB)}`;
      const better = difference > 0 ? a : b;
      return `${signed(makes)} ${view.criteria[criterion]!.title}: ${weights}, where ${titles[better]!.title} is better by ${Math.abs(difference)}`;
    }),
  ];
}

function alikeLines({ alike, perspectives }: PerspectivesView, name: (id: string) => string): string[] {
  return perspectives.slice(0, -1).map(({ id }) => {
    const others = alike
      .filter(({ a }) => a === id)
      .map(({ b, tau }) => `${name(b)} ${tau === null ? 'undefined' : tau.toFixed(2)}`);
    return `${name(id)} with ${others.join(', ')}`;
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}

function foot({ manifest }: PerspectivesView): string[] {
  return [madeFrom(manifest, [manifest.scenario]), ...repeatLine(manifest)];
}
