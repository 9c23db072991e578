import type { Coverage, CoveredComparison, CoveredRule } from '../model/test-result.js';
import { leafWords } from './condition-words.js';
import { coveredFactsText, stepsSeen } from './coverage-facts.js';
import { columns, wrap } from './layout.js';
import { count } from './lists.js';
import type { ReportOptions } from './options.js';

/** How many rules are listed, and how much of each. */
const MOST_RULES = 10;
const MOST_OF_ONE = 3;

/** What cases do not cover, the first rules and facts of it, and how much they do; with `verbose` everything. */
export function coverageText(coverage: Coverage, options: ReportOptions): string {
  const parts = [
    rulesText(coverage, options),
    coveredFactsText(coverage, options),
    summary(coverage, options),
  ];
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Rules that never fired first, then those that never failed to, then the others. */
function rulesText({ rules }: Coverage, { width, verbose }: ReportOptions): string[] {
  const all = rules
    .filter(rule => verbose || missingOf(rule).length > 0)
    .sort((a, b) => urgency(a) - urgency(b));
  if (all.length === 0) return [];
  const shown = verbose ? all : all.slice(0, MOST_RULES);
  const more = all.length - shown.length;
  const right = (width: number) => ({ align: 'right', width }) as const;
  const table = (...row: string[]) => columns([row], [{ width: width - 20 }, right(5), right(5), right(7)]);
  return [
    ...table('rule', 'fires', 'not', 'decides'),
    ...shown.flatMap(rule => [
      ...table(rule.rule, String(rule.yes), String(rule.no), decided(rule)),
      ...detail(missingOf(rule), verbose, width),
    ]),
    ...(more > 0
      ? [`… and ${count(more, 'more rule')}: --verbose shows all, --listing FILE line by line`]
      : []),
  ];
}

function detail(missing: readonly string[], verbose: boolean, width: number): string[] {
  if (missing.length === 0) return [];
  const more = missing.length - MOST_OF_ONE;
  const shown = verbose || more <= 0 ? missing : [...missing.slice(0, MOST_OF_ONE), `and ${more} more`];
  return wrap(shown.join('; '), width - 2).map(line => `  ${line}`);
}

function urgency(rule: CoveredRule): number {
  if (isMissing(rule, 'yes')) return 0;
  return isMissing(rule, 'no') ? 1 : 2;
}

function isMissing<K extends string>(
  one: Record<NoInfer<K>, number> & { impossible: readonly K[] },
  key: K,
): boolean {
  return one[key] === 0 && !one.impossible.includes(key);
}

/** How many outcomes of comparisons were seen to decide the rule, of those that can: `3/4`. */
function decided({ comparisons }: CoveredRule): string {
  const can = comparisons.flatMap(one =>
    (['decidesYes', 'decidesNo'] as const).filter(key => !one.impossible.includes(key)).map(key => one[key]),
  );
  return `${can.filter(times => times > 0).length}/${can.length}`;
}

/** What no case has shown of a rule: its own outcomes first, then those of its comparisons, then which of these decided. */
function missingOf(rule: CoveredRule): string[] {
  const leaves = (missing: (leaf: CoveredComparison) => string[], words: string) =>
    rule.comparisons.flatMap(leaf => {
      const outcomes = missing(leaf);
      return outcomes.length === 0 ? [] : [`${leafWords(leaf)}: never ${words}${outcomes.join(' or ')}`];
    });
  return [
    ...(isMissing(rule, 'yes') ? ['never fires'] : []),
    ...(isMissing(rule, 'no') ? ['never fails to fire'] : []),
    ...leaves(leaf => OUTCOMES.filter(({ seen }) => isMissing(leaf, seen)).map(({ is }) => is), ''),
    // What was not seen at all is not also said to have decided nothing.
    ...leaves(
      leaf =>
        OUTCOMES.filter(({ seen, decides }) => leaf[seen] > 0 && isMissing(leaf, decides)).map(
          ({ is }) => is,
        ),
      'deciding while ',
    ),
  ];
}

const OUTCOMES = [
  { is: 'true', seen: 'yes', decides: 'decidesYes' },
  { is: 'false', seen: 'no', decides: 'decidesNo' },
] as const;

function summary(coverage: Coverage, { width }: ReportOptions): string[] {
  const { situations, obligations, met, impossible, undecided } = coverage;
  const share = obligations === 0 ? 100 : (100 * met) / obligations;
  const sentences = [
    `In ${count(situations, 'situation')} the cases meet ${met} of ${count(obligations, 'obligation')} (${share.toFixed(1)}%).`,
    ...(impossible > 0 ? [`${impossible} more cannot be met in any possible situation.`] : []),
    ...(undecided > 0 ? [`Whether ${undecided} of these can be met could not be found out.`] : []),
    stepsSeen(coverage),
  ];
  return wrap(sentences.join(' '), width);
}
