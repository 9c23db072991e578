import type { Appraisal, RankedOption } from '../model/appraisal.js';
import type { Ink } from './ink.js';
import { hanging, padEnd } from './layout.js';
import { mainReasons, type ReasonLine } from './main-reasons.js';
import { points } from './numbers.js';
import type { ReportOptions } from './options.js';
import { spaced } from './words.js';

/** An account of each of these options' scores, one block each. */
export function reasonsText(appraisal: Appraisal, options: ReportOptions, ink: Ink): string[][] {
  const criteria = Object.keys(appraisal.criteria).map(id => id.length);
  const column = Math.min(20, Math.max(...criteria, 0));
  return accountedFor(appraisal, options).map(option => [
    ...ink.strong(blockTitle(option, options.width)),
    ...mainReasons(option, appraisal, options.verbose).flatMap(line => reason(line, column, options.width)),
  ]);
}

/** The first options above the baseline; all with `verbose`. The baseline itself has nothing to account for. */
export function accountedFor({ ranking }: Appraisal, { top, verbose }: ReportOptions): RankedOption[] {
  const others = ranking.filter(({ baseline }) => !baseline);
  if (verbose) return others;
  const baseline = ranking.find(option => option.baseline)?.score ?? 0;
  return ranking.slice(0, top).filter(option => !option.baseline && option.score > baseline);
}

function blockTitle({ rank, title, option, score }: RankedOption, width: number): string[] {
  return hanging(`${rank} `, `${title} (${option}): ${points(score)}`, width);
}

function reason(
  { label, points, criterion, text, cites }: ReasonLine,
  column: number,
  width: number,
): string[] {
  const lead = `  ${label.padEnd(7)} ${points.padStart(6)} `;
  const wide = width >= 76;
  const named = wide ? `${lead}${padEnd(criterion, column)} ` : lead;
  const says = wide || criterion === '' ? text : `${criterion}: ${text}`;
  return hanging(named, spaced(says, cites), width);
}
