import type { Example, Verification, VerifiedProperty } from '../model/verification.js';
import { auditLines, auditSummary } from './audit.js';
import { paint, paragraphs, safely, wrap } from './layout.js';
import { count } from './lists.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';
import { differenceLines } from './situation.js';

/** The verdicts on the properties of some rule sets, for a terminal: what is not as expected in full, the others by a line. */
export function verificationText(results: readonly Verification[], options: ReportOptions): string {
  return results.map(result => oneText(safely(result), options)).join('\n');
}

function oneText(told: Verification, options: ReportOptions): string {
  const bad = told.properties.filter(({ asExpected }) => !asExpected);
  const good = told.properties.filter(({ asExpected }) => asExpected);
  const listed = options.verbose ? good.map(one => inFull(one, told, options)) : [good.map(line)];
  return paragraphs([
    ...listed,
    ...bad.map(one => inFull(one, told, options)),
    ...(told.audit ? auditLines(told.audit, options) : []),
    wrap(summary(told), options.width),
  ]);
}

const WORDS = { proved: 'proved   ', refuted: 'refuted  ', undecided: 'undecided' } as const;

function line({ verdict, id, exception }: VerifiedProperty): string {
  return `${WORDS[verdict]} ${id}${exception === null ? '' : ' (a stated exception)'}`;
}

function inFull(one: VerifiedProperty, told: Verification, options: ReportOptions): string[] {
  const { width } = options;
  const head = `${WORDS[one.verdict]} ${one.id}`;
  const { strong } = paint(options);
  const where = one.at === null ? [] : [`  --> ${one.at.file}:${one.at.line}`];
  const lines = [
    ...where,
    ...wrap(`${one.title}, because ${one.because}.`, width - 2).map(text => `  ${text}`),
    ...(one.exception === null
      ? []
      : wrap(`A stated exception: ${one.exception}.`, width - 2).map(text => `  ${text}`)),
    ...wrap(regions(one), width - 2).map(text => `  ${text}`),
    ...[one.counterexample ?? one.example ?? []]
      .flat()
      .flatMap(shown => exampleLines(shown, told.options, width - 4))
      .map(text => `    ${text}`),
  ];
  return [one.asExpected ? head : strong(head), ...lines];
}

/** How much was covered, and what that means. */
function regions({ verdict, kind, regions, covered }: VerifiedProperty): string {
  const all = size(regions);
  if (verdict === 'undecided')
    return `Time was up with ${(100 * covered).toFixed(covered < 0.001 ? 4 : 1)}% of ${all} covered, and nothing against it.`;
  if (kind === 'reachable')
    return verdict === 'proved' ? 'There is such a situation.' : `In none of ${all}: it never can.`;
  return verdict === 'proved' ? `In every one of ${all}.` : 'There is a situation in which it does not hold.';
}

function size(regions: number): string {
  return regions < 1e6 ? count(regions, 'region') : `${regions.toExponential(1)} regions`;
}

/** A situation by what differs in it from the neutral one, how options stand there and why; by ids where no titles are given. */
export function exampleLines(
  shown: Example,
  titles: Verification['options'] | undefined,
  width: number,
): string[] {
  const then = shown.then.map(({ fact, from, to }) => `Then ${fact} goes from ${from} to ${to}.`);
  const rules = shown.rules.map(({ rule, points }) => `  ${signed(points)} ${rule}`);
  return [
    ...differenceLines(shown),
    ...then,
    ...judged(shown),
    ...shown.scores.map(one => standing(one, titles, shown.then.length > 0)),
    ...(rules.length > 0 ? ['Rules that make it so, with what they add to these scores:', ...rules] : []),
  ].flatMap(text => wrap(text, width, 4));
}

function judged({ perspective, weights }: Example): string[] {
  if (perspective !== null) return [`Judged by ${perspective}:`];
  if (weights === null) return [];
  const some = Object.entries(weights).filter(([, weight]) => weight > 0);
  return [`With ${some.map(([id, weight]) => `${id} ${weight.toFixed(2)}`).join(', ')}:`];
}

function standing(
  { option, score, then }: Example['scores'][number],
  titles: Verification['options'] | undefined,
  hasTwo: boolean,
): string {
  const said = (x: number | null) => (x === null ? 'excluded' : signed(x));
  return `  ${titles?.[option]?.title ?? option}: ${said(score)}${hasTwo ? `, then ${said(then)}` : ''}`;
}

/** `demo 0.1.0: 20 properties proved, 1 refuted as stated, 2 refuted, 1 undecided`. */
function summary({ ruleSet, properties, audit }: Verification): string {
  if (audit) return `${ruleSet.id} ${ruleSet.version}: ${auditSummary(audit)}`;
  const of = (wanted: VerifiedProperty['verdict'], asExpected: boolean) =>
    properties.filter(one => one.verdict === wanted && one.asExpected === asExpected).length;
  const parts = [
    [of('proved', true), 'proved'],
    [of('refuted', true), 'refuted as their exceptions say'],
    [of('refuted', false), 'refuted'],
    [of('proved', false), 'proved against their exceptions'],
    [of('undecided', false), 'undecided'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return `${ruleSet.id} ${ruleSet.version}: of ${count(properties.length, 'property', 'properties')} ${said.join(', ')}`;
}
