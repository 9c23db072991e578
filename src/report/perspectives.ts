import { markdownTable } from 'markdown-table';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import { ascii } from './ascii.js';
import { paint, safely, wrap } from './layout.js';
import { changesOf, judgedBy, madeFrom, repeatLine } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import {
  letterOf,
  type Place,
  type PlacedOption,
  perspectivesTable,
  placeText,
} from './perspectives-table.js';
import { signed } from './rounding.js';

/** One scenario judged by several perspectives: the rank and the score of each option under each of them. */
export function perspectivesText(results: readonly Appraisal[], options: ReportOptions): string {
  const { width } = options;
  const appraisals = results.map(result => safely(result));
  const rows = rowsOf(appraisals);
  const parts = [
    [
      ...wrap(heading(appraisals), width).map(paint(options).strong),
      ...changesOf(appraisals[0]!.manifest).map(change => `With ${change}`),
    ],
    perspectivesTable(rows, appraisals.length, width),
    appraisals.flatMap((appraisal, i) =>
      wrap(`${letterOf(i)}  ${judgedBy(appraisal)}: ${appraisal.perspective?.title}`, width, 3),
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
    ...places.map(place => (place ? md(placeText(place)) : '-')),
  ]);
  const parts = [
    `# ${md(heading(appraisals))}`,
    markdownTable([['option', ...appraisals.map(one => md(judgedBy(one)))], ...rows]),
    md(NOTE),
    foot(appraisals).map(md).join('\n\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Row extends PlacedOption {
  option: string;
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

function total(places: readonly Place[]): number {
  return places.reduce((sum, place) => sum + (place?.rank ?? 1000), 0);
}

function heading(appraisals: readonly Appraisal[]): string {
  const { title, asOf } = appraisals[0]!.manifest.scenario;
  return `${title} (as of ${asOf}): rank and score by perspective`;
}

function foot(appraisals: readonly Appraisal[]): string[] {
  const { manifest } = appraisals[0]!;
  return [madeFrom(manifest, [manifest.scenario]), ...repeatLine(manifest)];
}
