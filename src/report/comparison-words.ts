import type { Seen } from '../model/appraisal.js';
import type { ComparedOption, ComparedSide, Comparison, OptionStanding } from '../model/comparison.js';
import { saySeen } from '../rationale/seen.js';
import { firstFew } from './lists.js';
import { changesOf, judgedBy } from './manifest.js';
import type { ReportOptions } from './options.js';
import { round1, roundParts, shownMargin, signed } from './rounding.js';

/** One side: which scenario, with which changes, judged by whom. */
export function sideName(side: ComparedSide): string {
  const { title, asOf, hash } = side.manifest.scenario;
  const changes = changesOf(side.manifest);
  const made = changes.length === 0 ? '' : ` with ${changes.join(', ')}`;
  return `${title} (as of ${asOf}, ${hash.slice(0, 8)})${made}, judged by ${judgedBy(side)}`;
}

/** Who leads on either side. */
export function leaders({ a, b, options }: Comparison): string {
  const title = (id: string) => options.find(({ option }) => option === id)!.title;
  const [before, now] = [marginOf(options, 'a'), marginOf(options, 'b')].map(x => `${x.toFixed(1)} points`);
  if (a.leader !== b.leader) return `${title(b.leader)} leads instead of ${title(a.leader)}, by ${now}.`;
  return before === now
    ? `${title(b.leader)} leads in both, by ${now}.`
    : `${title(b.leader)} leads in both, by ${now} where it was ${before}.`;
}

/** How far the first is ahead of the second on one side, as their scores are shown. */
function marginOf(options: Comparison['options'], side: 'a' | 'b'): number {
  const ranked = options.flatMap(option => {
    const standing = option[side];
    return standing?.standing === 'ranked' ? [standing] : [];
  });
  return shownMargin(ranked.sort((x, y) => x.rank - y.rank));
}

/** What a side reads a fact as. */
export function sayFact(seen: Seen | null): string {
  return seen === null ? 'not in the codebook' : saySeen(seen);
}

/** The share of a criterion. */
export function share(weight: number | null): string {
  return weight === null ? 'none' : weight.toFixed(2);
}

/** Where an option stands: `1. +9.1`, `excluded`, `left out`. */
export function stands(standing: OptionStanding | null): string {
  if (standing === null) return 'not an option';
  if (standing.standing === 'excluded') return 'excluded';
  return standing.standing === 'left-out' ? 'left out' : `${standing.rank}. ${signed(standing.score)}`;
}

/** The change of score as it is shown: the difference of the two scores as they are shown. */
export function shownChange({ a, b }: ComparedOption): number | undefined {
  if (a?.standing !== 'ranked' || b?.standing !== 'ranked') return undefined;
  return round1(round1(b.score) - round1(a.score));
}

/** Whether its score or standing changed, or it stands among the first three on either side. */
export function isNews({ a, b, change }: ComparedOption): boolean {
  const leads = (side: OptionStanding | null) => side?.standing === 'ranked' && side.rank <= 3;
  return change === null ? a?.standing !== b?.standing : change !== 0 || leads(a) || leads(b);
}

/** A part of what moved an option: what it moved the score by, where, and why. */
export interface Reason {
  points: string;
  criterion: string;
  text: string;
}

/** The largest movements of a score with what the others add, rounded to add up to the change as it is shown; or the gates. */
export function reasonsOf(option: ComparedOption, { verbose }: ReportOptions): Reason[] {
  const { movements } = option;
  const shown = firstFew(movements, verbose ? movements.length : 3);
  const rest = movements.slice(shown.length);
  const others = rest.reduce((sum, { change }) => sum + change, 0);
  const parts = [...shown.map(({ change }) => change), ...(rest.length > 0 ? [others] : [])];
  const rounded = roundParts(parts, shownChange(option) ?? 0).map(x => signed(x));
  const reasons = shown.map(({ criterion, reason, rule, by }, i) => {
    const from = rule === null ? '' : ` (${rule}: ${signed(by, 0)} points)`;
    const again = rule !== null && shown.findIndex(one => one.rule === rule) < i;
    return { points: rounded[i]!, criterion, text: `${again ? 'the same' : reason}${from}` };
  });
  const last = {
    points: rounded.at(-1) ?? '',
    criterion: 'others',
    text: `${rest.length} further movements, together`,
  };
  return [...gates(option), ...reasons, ...(rest.length > 0 ? [last] : [])];
}

/** The gates that exclude it on one side alone. */
function gates({ a, b }: ComparedOption): Reason[] {
  const of = (side: OptionStanding | null) => (side?.standing === 'excluded' ? side.by : []);
  const only = (list: ReturnType<typeof of>, other: ReturnType<typeof of>, words: string) =>
    list
      .filter(({ rule }) => !other.some(one => one.rule === rule))
      .map(({ rule, reason }) => ({ points: '', criterion: words, text: `${reason} (${rule})` }));
  return [...only(of(b), of(a), 'excluded'), ...only(of(a), of(b), 'excluded before')];
}
