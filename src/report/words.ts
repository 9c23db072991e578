import type { Appraisal, FactUsed, LeafTrace, Manifest, Seen, Trace } from '../model/appraisal.js';
import type { Value } from '../model/fact.js';
import { OPERATORS } from '../model/operators.js';
import { saySeen } from '../rationale/seen.js';

/** `1 rule`, `2 rules`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** The sources of a claim in brackets, weak evidence said; empty where there is nothing to cite. */
export function cited(sources: readonly string[], evidence?: string | null): string {
  const weak = evidence === 'weak' ? `weak evidence${sources.length > 0 ? ': ' : ''}` : '';
  return weak + sources.join('') === '' ? '' : `[${weak}${sources.join('; ')}]`;
}

/** Parts of a line that are not empty, with a space between. */
export function spaced(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' ');
}

/** Text as a sentence: it ends with a period. */
export function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

/** The first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A comparison in words: `patron-support is at least high`. */
export function sayLeaf({ fact, operator, value }: Pick<LeafTrace, 'fact' | 'operator' | 'value'>): string {
  return `${fact} ${OPERATORS[operator].words} ${sayValue(value)}`;
}

function sayValue(value: Value | Value[]): string {
  return Array.isArray(value) ? list(value.map(String), 'or') : String(value);
}

/** What a condition asks, without the comparisons: those are its parts. */
export function sayCondition(trace: Trace): string {
  return trace.kind === 'leaf' ? sayLeaf(trace) : CONDITIONS[trace.kind](trace);
}

const CONDITIONS = {
  all: () => 'all of these',
  any: () => 'at least one of these',
  not: () => 'not this',
  named: (trace: Trace) => (trace.kind === 'named' ? trace.condition : ''),
};

/** How a truth value reads before a condition. */
export const TRUTHS = { true: 'yes', false: 'no', unknown: 'open' } as const;

/** Whether a fact was seen as one value, rather than several or an interval. */
export function isSettled(seen: Seen): boolean {
  return typeof seen !== 'object' && seen !== 'unknown';
}

/** Why a fact's value is not certain, in words; empty where it is. */
export function sayUncertainty(fact: FactUsed): string {
  const how = [
    fact.likelihood,
    fact.confidence === undefined || fact.confidence === 'high' ? undefined : `${fact.confidence} confidence`,
    fact.probabilities === undefined ? undefined : sayProbabilities(fact.probabilities),
    isSettled(fact.possible) || fact.possible === 'unknown'
      ? undefined
      : `could be ${saySeen(fact.possible)}`,
  ];
  return how.filter(part => part !== undefined).join(', ');
}

function sayProbabilities(probabilities: Readonly<Record<string, number>>): string {
  return Object.entries(probabilities)
    .map(([value, p]) => `${value} ${Number(p.toPrecision(3))}`)
    .join(', ');
}

/** Whose priorities a result is judged by. */
export function judgedBy({ perspective }: { perspective: { title: string } | null }): string {
  return perspective === null ? 'weights of its own' : perspective.title;
}

/** Title, date and perspective of an appraisal. */
export function headline(appraisal: Appraisal): string {
  return `${situation(appraisal.manifest)}, judged by ${judgedBy(appraisal)}`;
}

/** The title of a scenario and its date. */
export function situation({ scenario }: Manifest): string {
  return `${scenario.title} (as of ${scenario.asOf})`;
}

/** The facts that were changed for this appraisal only, empty where none was. */
export function whatIf({ changes }: Manifest): string {
  if (changes.length === 0) return '';
  return `What if: ${changes.map(({ fact, value }) => `${fact} = ${sayAny(value)}`).join(', ')}.`;
}

function sayAny(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
