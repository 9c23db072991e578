import type { Appraisal, Contribution, RankedOption } from '../model/appraisal.js';
import { openWords } from './condition-words.js';
import { roundParts, signed } from './rounding.js';

/** One line of reasons as it is printed: with its rounded points, adding up with the others to the printed score. */
export interface PrintedReason {
  label: 'for' | 'against' | 'others' | 'open';
  points: string;
  criterion: string;
  text: string;
  sources: string[];
  weak: boolean;
}

/** The largest contributions for and against an option, and what the others add: never for one alone. */
export function printedReasons(
  option: RankedOption,
  most: { for: number; against: number },
): PrintedReason[] {
  const counted = option.contributions.filter(({ weighted }) => weighted !== 0);
  const pro = counted.filter(({ weighted }) => weighted > 0);
  const contra = counted.filter(({ weighted }) => weighted < 0);
  const first = [...pro.slice(0, most.for), ...contra.slice(0, most.against)];
  const shown = counted.length === first.length + 1 ? [...pro, ...contra] : first;
  const rest = counted.filter(one => !shown.includes(one));
  const others = rest.reduce((sum, { weighted }) => sum + weighted, 0);
  const rounded = roundParts([
    ...shown.map(({ weighted }) => weighted),
    ...(rest.length > 0 ? [others] : []),
  ]);
  const reasons = shown.map((one, i) => printed(one, rounded[i]!));
  if (rest.length === 0) return reasons;
  const text = `${rest.length} further reasons, together`;
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

/**
 * What undetermined rules would add to an option if they held, the weightiest first. These are not in its score, so they
 * are not part of the sum.
 */
export function openReasons(
  { option }: RankedOption,
  { undetermined, weights }: Appraisal,
  most: number,
): PrintedReason[] {
  const own = undetermined.flatMap(rule =>
    rule.effects.flatMap(effect =>
      'points' in effect && effect.option === option
        ? [{ rule, criterion: effect.criterion, weighted: effect.points * weights[effect.criterion]! }]
        : [],
    ),
  );
  const shown = own
    .filter(({ weighted }) => weighted !== 0)
    .sort((a, b) => Math.abs(b.weighted) - Math.abs(a.weighted))
    .slice(0, most);
  return shown.map(({ rule, criterion, weighted }) => ({
    label: 'open',
    points: signed(weighted),
    criterion,
    text: `if ${openWords(rule.trace)}`,
    sources: rule.sources,
    weak: rule.evidence === 'weak',
  }));
}

/** What stands in brackets after a reason: how weak, and from where. */
export function cite({ sources, weak }: Pick<PrintedReason, 'sources' | 'weak'>): string {
  const from = sources.join(', ');
  if (from === '') return '';
  return weak ? ` [weak evidence: ${from}]` : ` [${from}]`;
}
