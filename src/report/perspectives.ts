import { markdownTable } from 'markdown-table';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import { ascii } from './ascii.js';
import { columns, paint, safely, wrap } from './layout.js';
import { changesOf, judgedBy, madeFrom, repeatLine } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** One scenario judged by several perspectives: the rank and the score of each option under each of them. */
export function perspectivesText(results: readonly Appraisal[], options: ReportOptions): string {
  const { width } = options;
  const appraisals = results.map(result => safely(result));
  const letters = appraisals.map((_, i) => String.fromCharCode(65 + i));
  const place = width >= 16 + 10 * letters.length ? placeText : ({ rank }: Place) => String(rank);
  const each = Math.max(
    4,
    ...rowsOf(appraisals).flatMap(row => row.places.map(one => said(one, place).length)),
  );
  const rows = rowsOf(appraisals).map(({ title, places }) => [title, ...places.map(one => said(one, place))]);
  const parts = [
    [
      ...wrap(heading(appraisals), width).map(paint(options).strong),
      ...changesOf(appraisals[0]!.manifest).map(change => `With ${change}`),
    ],
    columns(
      [['option', ...letters], ...rows],
      [
        { width: Math.max(12, width - (each + 1) * letters.length) },
        ...letters.map(() => ({ align: 'right' as const, width: each })),
      ],
    ),
    appraisals.flatMap((appraisal, i) =>
      wrap(`${letters[i]}  ${judgedBy(appraisal)}: ${appraisal.perspective?.title}`, width, 3),
    ),
    wrap(NOTE, width),
    foot(appraisals)
      .flatMap(line => wrap(line, width, 2))
      .map(paint(options).quiet),
  ];
  return `${parts.map(part => part.map(line => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

const NOTE =
  '* leads, - is excluded or left out. A perspective says whose priorities we judge by, not who acts.';

/** The same in sentences and ASCII, an option and a perspective a line. */
export function perspectivesPlain(results: readonly Appraisal[], { width }: ReportOptions): string {
  const appraisals = results.map(result => safely(result));
  const sentences = [
    `${heading(appraisals)}.`,
    ...changesOf(appraisals[0]!.manifest).map(change => `Changed for this run: ${change}.`),
    ...rowsOf(appraisals).flatMap(({ option, places }) =>
      places.map((place, i) => {
        const standing = place ? `rank ${place.rank} with ${signed(place.score)}` : 'excluded or left out';
        return `${option}, judged by ${judgedBy(appraisals[i]!)}: ${standing}.`;
      }),
    ),
    ...foot(appraisals),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), width)).join('\n')}\n`;
}

/** The same as a Markdown table. */
export function perspectivesMarkdown(results: readonly Appraisal[]): string {
  const appraisals = results.map(result => safely(result));
  const rows = rowsOf(appraisals).map(({ title, places }) => [
    md(title),
    ...places.map(place => md(said(place, placeText))),
  ]);
  const parts = [
    `# ${md(heading(appraisals))}`,
    markdownTable([['option', ...appraisals.map(one => md(judgedBy(one)))], ...rows]),
    md(NOTE),
    foot(appraisals).map(md).join('\n\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Place {
  rank: number;
  score: number;
}

interface Row {
  option: string;
  title: string;
  places: (Place | undefined)[];
}

/** Every option with its place under each perspective, the least sum of ranks first. */
function rowsOf(appraisals: readonly Appraisal[]): Row[] {
  const { options, ranking } = appraisals[0]!;
  const baseline = ranking.find(one => one.baseline)!.option;
  return Object.entries(options)
    .map(([option, { title }]) => ({
      option,
      title: option === baseline ? `${title} (baseline)` : title,
      places: appraisals.map(({ ranking }) => ranking.find(one => one.option === option)),
    }))
    .sort((a, b) => total(a.places) - total(b.places) || byId(a.option, b.option));
}

function total(places: readonly (Place | undefined)[]): number {
  return places.reduce((sum, place) => sum + (place?.rank ?? 1000), 0);
}

function said(place: Place | undefined, say: (place: Place) => string): string {
  return place ? say(place) : '-';
}

function placeText({ rank, score }: Place): string {
  return `${rank}${rank === 1 ? '*' : ''} ${signed(score).padStart(5)}`;
}

function heading(appraisals: readonly Appraisal[]): string {
  const { title, asOf } = appraisals[0]!.manifest.scenario;
  return `${title} (as of ${asOf}): rank and score by perspective`;
}

function foot(appraisals: readonly Appraisal[]): string[] {
  const { manifest } = appraisals[0]!;
  return [madeFrom(manifest, [manifest.scenario]), ...repeatLine(manifest)];
}
