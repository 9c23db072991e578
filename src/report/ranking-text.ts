import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { axis, LEGEND } from './bar.js';
import type { Ink } from './ink.js';
import { hanging, table } from './layout.js';
import { points, range } from './numbers.js';
import type { ReportOptions } from './options.js';

/** The ranking as a table with bars: the first `top` options, the baseline wherever it ranks, and how many more. */
export function rankingText({ ranking }: Appraisal, { top, width }: ReportOptions, ink: Ink): string[] {
  if (ranking.length === 0) return [];
  const { shown, more } = cut(ranking, top);
  const half = Math.min(20, 6 + Math.floor((width - 60) / 5));
  const { header, bar } = axis(shown, half);
  const rows = shown.map(option => [
    `${option.rank}${option.tied ? '=' : ''}`,
    titled(option),
    points(option.score),
    range(option.low, option.high),
    bar(option),
  ]);
  const columns = [{ align: 'right' }, { flexible: true }, { align: 'right' }, {}, {}] as const;
  const [head, ...lines] = table([['', 'option', 'score', 'range', header], ...rows], columns, width);
  const rest = more === '' ? [] : hanging('    ', more, width);
  return [...ink.faint([head!]), ...lines, ...rest, ...ink.faint(legend(shown, ranking, width))];
}

/** An option with the baseline marked as such. */
export function titled({ title, baseline }: RankedOption): string {
  return baseline ? `${title} (baseline)` : title;
}

/** The first so many, the baseline besides, and a word on those that are not shown. */
export function cut(ranking: readonly RankedOption[], top: number): { shown: RankedOption[]; more: string } {
  const shown = ranking.filter(({ baseline }, i) => i < top || baseline);
  const hidden = ranking.filter(option => !shown.includes(option));
  const [first] = hidden;
  if (first === undefined) return { shown, more: '' };
  const last = points(hidden.at(-1)!.score);
  const span = hidden.length === 1 ? `, ${last}` : `, from ${points(first.score)} to ${last}`;
  return { shown, more: `…and ${hidden.length} more${span}` };
}

/** Only what the shown rows need explained. */
function legend(shown: readonly RankedOption[], ranking: readonly RankedOption[], width: number): string[] {
  const ties = ranking.some(({ tied }) => tied) ? '= tied' : '';
  const ranges = shown.some(({ low, high }) => low !== high) ? LEGEND : '';
  const text = [ties, ranges].filter(part => part !== '').join('  ');
  return text === '' ? [] : hanging('    ', text, width);
}
