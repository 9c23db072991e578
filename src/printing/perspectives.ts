import type { Appraisal } from '../model/appraisal.js';
import { columns, safely, wrap } from './columns.js';
import type { ReportOptions } from './options.js';
import { signed } from './parts.js';

/** One scenario judged by several perspectives: the rank, and in brackets the score, of each option under each. */
export function perspectivesText(results: readonly Appraisal[], { width }: ReportOptions): string {
  const appraisals = results.map(result => safely(result));
  const [first] = appraisals;
  const names = appraisals.map(({ perspective }) => perspective?.id ?? 'own weights');
  const order = Object.keys(first!.options)
    .map(option => ({ option, ranks: appraisals.map(appraisal => placeOf(option, appraisal)) }))
    .sort((a, b) => total(a.ranks) - total(b.ranks));
  const each = Math.floor((width - 32) / names.length) - 1;
  const rows = order.map(({ option, ranks }) => [
    first!.options[option]!.title,
    ...ranks.map(ranked =>
      ranked ? `${ranked.rank}${ranked.rank === 1 ? '*' : ''} (${signed(ranked.score)})` : 'excluded',
    ),
  ]);
  const { title, asOf } = first!.manifest.scenario;
  const parts = [
    wrap(`${title} (as of ${asOf}): rank and score by perspective`, width),
    columns(
      [['option', ...names], ...rows],
      [{ width: 31 }, ...names.map(() => ({ align: 'right' as const, width: each }))],
    ),
    wrap('* leads. Perspectives say whose priorities we judge by, not who acts.', width),
  ];
  return `${parts.map(part => part.map(line => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function placeOf(option: string, { ranking }: Appraisal) {
  return ranking.find(one => one.option === option);
}

function total(ranks: readonly ({ rank: number } | undefined)[]): number {
  return ranks.reduce((sum, one) => sum + (one?.rank ?? 1000), 0);
}
