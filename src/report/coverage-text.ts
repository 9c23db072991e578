import type { Coverage, CoveredRule } from '../model/test-result.js';
import { leafWords } from './condition-words.js';
import { columns, count, wrap } from './layout.js';
import type { ReportOptions } from './options.js';

/** How many rules are listed. */
const MOST = 10;

/** What cases do not cover, the first rules of it, and how much they do; with `verbose` every rule. */
export function coverageText(coverage: Coverage, { width, verbose }: ReportOptions): string {
  const { situations, obligations, met, rules } = coverage;
  const all = rules.filter(rule => verbose || missing(rule).length > 0);
  const lacking = verbose ? all : all.slice(0, MOST);
  const more = all.length - lacking.length;
  const rows = lacking.map(rule => [rule.rule, String(rule.yes), String(rule.no), missing(rule).join('; ')]);
  const right = (width: number) => ({ align: 'right', width }) as const;
  const name = Math.min(44, Math.max(12, ...lacking.map(({ rule }) => rule.length)));
  const table = columns(
    [['rule', 'fires', 'not', 'never seen'], ...rows],
    [{ width: name }, right(5), right(5), { width: width - name - 13 }],
  );
  const share = obligations === 0 ? 100 : (100 * met) / obligations;
  const told = `In ${count(situations, 'situation')} the cases show ${met} of ${obligations} outcomes of rules and comparisons (${share.toFixed(1)}%).`;
  const rest = more > 0 ? [`… and ${count(more, 'more rule')}: --verbose shows all`] : [];
  return `${[...(rows.length > 0 ? table : []), ...rest, '', ...wrap(told, width)].join('\n').trimStart()}\n`;
}

/** What no case has shown of a rule: that it fires or does not, and of its comparisons either outcome. */
function missing({ yes, no, comparisons }: CoveredRule): string[] {
  return [
    ...(yes === 0 ? ['fires'] : []),
    ...(no === 0 ? ['does not fire'] : []),
    ...comparisons.flatMap(leaf => [
      ...(leaf.yes === 0 ? [leafWords(leaf)] : []),
      ...(leaf.no === 0 ? [`not: ${leafWords(leaf)}`] : []),
    ]),
  ];
}
