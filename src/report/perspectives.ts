import type { Appraisal } from '../model/appraisal.js';
import { columns, safely, wrap } from './layout.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** One scenario judged by several perspectives: the rank and the score of each option under each of them. */
export function perspectivesText(results: readonly Appraisal[], { width }: ReportOptions): string {
  const appraisals = results.map(result => safely(result));
  const [first] = appraisals;
  const letters = appraisals.map((_, i) => String.fromCharCode(65 + i));
  const order = Object.keys(first!.options)
    .map(option => ({ option, places: appraisals.map(appraisal => placeOf(option, appraisal)) }))
    .sort((a, b) => total(a.places) - total(b.places));
  const rows = order.map(({ option, places }) => [first!.options[option]!.title, ...places.map(said)]);
  const { title, asOf } = first!.manifest.scenario;
  const parts = [
    wrap(`${title} (as of ${asOf}): rank and score by perspective`, width),
    columns(
      [['option', ...letters], ...rows],
      [
        { width: Math.max(16, width - 10 * letters.length) },
        ...letters.map(() => ({ align: 'right' as const, width: 9 })),
      ],
    ),
    appraisals.flatMap(({ perspective }, i) =>
      wrap(`${letters[i]}  ${perspective?.id}: ${perspective?.title}`, width, 3),
    ),
    wrap('* leads. A perspective says whose priorities we judge by, not who acts.', width),
  ];
  return `${parts.map(part => part.map(line => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

interface Place {
  rank: number;
  score: number;
}

function placeOf(option: string, { ranking }: Appraisal): Place | undefined {
  return ranking.find(one => one.option === option);
}

function said(place: Place | undefined): string {
  return place ? `${place.rank}${place.rank === 1 ? '*' : ''} ${signed(place.score).padStart(5)}` : '-';
}

function total(places: readonly (Place | undefined)[]): number {
  return places.reduce((sum, place) => sum + (place?.rank ?? 1000), 0);
}
