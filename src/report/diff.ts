import type { OptionStanding } from '../model/comparison.js';
import type { RuleSetDiff } from '../model/rule-set-diff.js';
import { csv } from './csv.js';
import { diffOutline } from './diff-outline.js';
import { safely } from './layout.js';
import type { ReportOptions } from './options.js';
import { outlineMarkdown, outlinePlain, outlineText } from './outline.js';

/** What a change of rules does, for a terminal. */
export function diffText(result: RuleSetDiff, options: ReportOptions): string {
  return outlineText(diffOutline(safely(result), options), options);
}

/** What a change of rules does, in whole sentences and ASCII. */
export function diffPlain(result: RuleSetDiff, options: ReportOptions): string {
  return outlinePlain(diffOutline(safely(result), options), options);
}

/** What a change of rules does, as Markdown. */
export function diffMarkdown(result: RuleSetDiff, options: ReportOptions): string {
  return outlineMarkdown(diffOutline(safely(result), options));
}

const COLUMNS = [
  ...['scenario', 'perspective', 'option', 'from', 'from-rank', 'from-score', 'to', 'to-rank', 'to-score'],
  ...['change', 'from-rule-set-hash', 'rule-set-hash', 'program', 'command'],
];

/** How the options of each scenario stand with either rule set, a row for each. */
export function diffCsv(result: RuleSetDiff): string {
  const { scenarios, a, b, program, command } = safely(result);
  const made = {
    ...{ 'from-rule-set-hash': a.hash, 'rule-set-hash': b.hash, command: command ?? '' },
    program: `${program.name} ${program.version}`,
  };
  const rows = scenarios.flatMap(({ path, comparison }) =>
    (comparison?.options ?? []).map(({ option, a, b, change }) => ({
      ...{ scenario: path, perspective: comparison?.b.perspective?.id ?? '', option },
      ...{ ...standing('from', a), ...standing('to', b), change: change ?? '', ...made },
    })),
  );
  return csv(rows, COLUMNS);
}

function standing(key: 'from' | 'to', one: OptionStanding | null): Record<string, string | number> {
  if (one?.standing !== 'ranked') return { [key]: one?.standing ?? '' };
  return { [key]: one.standing, [`${key}-rank`]: one.rank, [`${key}-score`]: one.score };
}
