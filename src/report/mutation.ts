import { Document } from 'yaml';
import type { MutantResult, MutationResult, SuggestedCase } from '../model/mutation-result.js';
import { columns, paint, paragraphs, safely, wrap } from './layout.js';
import { count, firstFew } from './lists.js';
import type { ReportOptions } from './options.js';

/** How many survivors are shown unless all are asked for. */
const FEW = 10;

/** What cases and properties notice of small changes, for a terminal: what nothing noticed in full, then how many of each kind. */
export function mutationText(
  results: readonly MutationResult[],
  kinds: Readonly<Record<string, string>>,
  options: ReportOptions,
): string {
  return results.map(result => oneText(safely(result), kinds, options)).join('\n');
}

function oneText(
  told: MutationResult,
  kinds: Readonly<Record<string, string>>,
  options: ReportOptions,
): string {
  const { width, verbose } = options;
  const survivors = told.mutants.filter(({ verdict }) => verdict === 'survived');
  const shown = verbose ? survivors : firstFew(survivors, FEW);
  const more = survivors.length - shown.length;
  const equivalent = verbose ? told.mutants.filter(({ verdict }) => verdict === 'equivalent') : [];
  return paragraphs([
    ...shown.map(one => survivor(one, options)),
    more > 0 ? [`… and ${more} more that nothing notices: --verbose shows all`] : [],
    ...equivalent.map(one => [...head(one, 'no effect', options), ...change(one, width)]),
    table(told, kinds),
    told.failing.length > 0
      ? wrap(`Failing without any change, so of no use here: ${told.failing.join(', ')}`, width)
      : [],
    wrap(summary(told), width),
  ]);
}

function head({ id, at }: MutantResult, word: string, options: ReportOptions): string[] {
  return [paint(options).strong(`${word} ${id}`), `  --> ${at.file}:${at.line}`];
}

function change({ now, was }: MutantResult, width: number): string[] {
  return wrap(`Now: ${now}. Before: ${was}.`, width - 2, 2).map(text => `  ${text}`);
}

function survivor(one: MutantResult, options: ReportOptions): string[] {
  const { width } = options;
  const open = 'There was no time to find out whether this changes anything in any situation.';
  return [
    ...head(one, 'unnoticed', options),
    ...(one.diff ? diffLines(one.diff) : change(one, width)),
    ...(one.undecided ? wrap(open, width - 2).map(text => `  ${text}`) : []),
    ...(one.suggestion === null
      ? []
      : ['  A case that would notice:', ...caseLines(one.suggestion, width - 4).map(line => `    ${line}`)]),
  ];
}

function diffLines({ line, removed, added }: NonNullable<MutantResult['diff']>): string[] {
  const digits = String(line + removed.length).length;
  const side = (lines: readonly string[], sign: string) =>
    lines.map((text, i) => `  ${String(line + i).padStart(digits)} ${sign} ${text}`);
  return [...side(removed, '-'), ...side(added, '+')];
}

/** A case as it can stand in a file. */
function caseLines({ facts, expect, ...rest }: SuggestedCase, lineWidth: number): string[] {
  const document = new Document([rest]);
  const inside = { facts, expect };
  for (const [key, value] of Object.entries(inside))
    document.setIn([0, key], document.createNode(value, { flow: true }));
  return document.toString({ lineWidth }).trimEnd().split('\n');
}

/** How many changes of each kind there are, and what became of them. */
function table({ mutants }: MutationResult, kinds: Readonly<Record<string, string>>): string[] {
  const of = (operator: string, verdict: MutantResult['verdict']) =>
    String(mutants.filter(one => one.operator === operator && one.verdict === verdict).length);
  const rows = Object.entries(kinds)
    .filter(([operator]) => mutants.some(one => one.operator === operator))
    .map(([operator, title]) => [
      title,
      of(operator, 'killed'),
      of(operator, 'survived'),
      of(operator, 'equivalent'),
    ]);
  if (rows.length === 0) return [];
  const right = { align: 'right' } as const;
  return columns(
    [['change', 'noticed', 'not', 'no effect'], ...rows],
    [{ width: 56 }, { ...right, width: 7 }, { ...right, width: 4 }, { ...right, width: 9 }],
  );
}

/** `demo 0.1.0: of 120 changes that matter the cases and properties notice 114 (95.0%); 3 more have no effect`. */
function summary({ ruleSet, killed, survived, equivalent, score }: MutationResult): string {
  const name = `${ruleSet.id} ${ruleSet.version}`;
  const none =
    equivalent === 0
      ? ''
      : `; ${equivalent} more ${equivalent === 1 ? 'has' : 'have'} no effect in any possible situation`;
  if (score === null) return `${name}: there is no change that matters${none}`;
  // Rounded down: only all is 100%.
  const share = (Math.floor(1000 * score) / 10).toFixed(1);
  return `${name}: of ${count(killed + survived, 'change')} cases and properties notice ${killed} (${share}%)${none}`;
}
