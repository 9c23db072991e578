import type { Contribution, RankedOption } from '../model/appraisal.js';
import { roundParts, signed } from './rounding.js';

/** One line of reasons as it is printed: with its rounded points, adding up with the others to the printed score. */
export interface PrintedReason {
  label: 'for' | 'against' | 'others';
  points: string;
  criterion: string;
  text: string;
  sources: string[];
  weak: boolean;
}

/** The largest contributions for and against an option, and what the others add. */
export function printedReasons(
  option: RankedOption,
  most: { for: number; against: number },
): PrintedReason[] {
  const pro = option.contributions.filter(({ weighted }) => weighted > 0).slice(0, most.for);
  const contra = option.contributions.filter(({ weighted }) => weighted < 0).slice(0, most.against);
  const shown = [...pro, ...contra];
  const rest = option.contributions.filter(one => !shown.includes(one) && one.weighted !== 0);
  const others = rest.reduce((sum, { weighted }) => sum + weighted, 0);
  const rounded = roundParts([
    ...shown.map(({ weighted }) => weighted),
    ...(rest.length > 0 ? [others] : []),
  ]);
  const reasons = shown.map((one, i) => printed(one, rounded[i]!));
  if (rest.length === 0) return reasons;
  const text = `${rest.length} further ${rest.length === 1 ? 'reason' : 'reasons'}, together`;
  const points = signed(rounded.at(-1)!);
  return [...reasons, { label: 'others', points, criterion: '', text, sources: [], weak: false }];
}

function printed(
  { weighted, criterion, reason, sources, evidence }: Contribution,
  rounded: number,
): PrintedReason {
  const label = weighted > 0 ? 'for' : 'against';
  return { label, points: signed(rounded), criterion, text: reason, sources, weak: evidence === 'weak' };
}

/** What stands in brackets after a reason: how weak, and from where. */
export function cite({ sources, weak }: Pick<PrintedReason, 'sources' | 'weak'>): string {
  const from = sources.join(', ');
  if (from === '') return '';
  return weak ? ` [weak evidence: ${from}]` : ` [${from}]`;
}
