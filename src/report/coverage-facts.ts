import type { Coverage, CoveredFact, CoveredValue } from '../model/test-result.js';
import { columns } from './layout.js';
import { count } from './lists.js';
import type { ReportOptions } from './options.js';

/** How many facts are listed. */
const MOST = 10;

/** Steps of facts that no case had, and levels inside the others; facts of which all was seen are left out. */
export function coveredFactsText({ facts }: Coverage, { width, verbose }: ReportOptions): string[] {
  const rows = facts.map(rowOf).filter(([, ...missing]) => missing.some(words => words !== ''));
  if (rows.length === 0) return [];
  const shown = verbose ? rows : rows.slice(0, MOST);
  const name = Math.min(36, Math.max(12, ...shown.map(([fact]) => fact!.length)));
  const rest = width - name - 2;
  const shape = [{ width: name }, { width: Math.ceil(rest / 2) }, { width: Math.floor(rest / 2) }];
  const more = rows.length - shown.length;
  return [
    ...columns([['fact', 'steps never seen', 'other levels never seen'], ...shown], shape),
    ...(more > 0 ? [`… and ${count(more, 'more fact')}: --verbose shows all`] : []),
  ];
}

/** `Of 12 steps of facts they have 9.` */
export function stepsSeen({ facts }: Coverage): string {
  const steps = facts.flatMap(one => one.steps).filter(isPossible);
  return `Of ${count(steps.length, 'step')} of facts they have ${steps.filter(({ times }) => times > 0).length}.`;
}

/** A fact with the steps that were never seen, and with the levels of which only the step was. */
function rowOf({ fact, steps, levels }: CoveredFact): string[] {
  const unseen = steps.filter(isUnseen).map(({ is }) => is);
  const inUnseen = new Set(unseen.flatMap(step => step.split(' or ')));
  const others = levels.filter(isUnseen).map(({ is }) => String(is));
  return [fact, unseen.join('; '), others.filter(level => !inUnseen.has(level)).join(', ')];
}

function isPossible({ impossible }: CoveredValue<unknown>): boolean {
  return !impossible;
}

function isUnseen(value: CoveredValue<unknown>): boolean {
  return value.times === 0 && isPossible(value);
}
