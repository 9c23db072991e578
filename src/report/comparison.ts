import { stringify } from 'csv-stringify/sync';
import { markdownTable } from 'markdown-table';
import type { ComparedOption, Comparison, OptionStanding } from '../model/comparison.js';
import { saySeen } from '../rationale/seen.js';
import { md } from './appraisal-markdown.js';
import { ascii } from './ascii.js';
import { columns, count, firstFew, paint, safely, wrap } from './layout.js';
import type { ReportOptions } from './options.js';
import { roundParts, signed } from './rounding.js';

/** What moved, for a terminal: facts, ranks and scores, and the rules that moved them. */
export function comparisonText(result: Comparison, options: ReportOptions): string {
  const comparison = safely(result);
  const { width } = options;
  const head = [
    ...wrap(`From ${sideName(comparison, 'a')}`, width, 2),
    ...wrap(`to   ${sideName(comparison, 'b')}`, width, 2),
    ...wrap(leaders(comparison), width),
  ];
  const facts = comparison.facts.map(({ fact, a, b }) => [fact, said(a), '->', said(b)]);
  const weights = comparison.weights.map(({ criterion, a, b }) => [
    `weight of ${criterion}`,
    share(a),
    '->',
    share(b),
  ]);
  const changed = [...facts, ...weights];
  const side = Math.floor((width - 34) / 2);
  const shown = comparison.options.filter(option => options.verbose || isNews(option));
  const unmoved = comparison.options.length - shown.length;
  const table = shown.map(option => [
    option.title,
    stands(option.a),
    '->',
    stands(option.b),
    option.change === null ? '' : signed(option.change),
  ]);
  const why = comparison.options
    .filter(({ movements }) => movements.length > 0)
    .slice(0, options.verbose ? undefined : options.top)
    .flatMap(option => [
      paint(options).strong(`${option.title}, ${signed(option.change!)}`),
      ...columns(reasons(option, options), [
        { align: 'right', width: 6 },
        { width: 19 },
        { width: width - 29 },
      ]).map(line => `  ${line}`),
    ]);
  const parts = [
    head,
    changed.length === 0
      ? ['No fact or weight differs.']
      : columns(changed, [{ width: 28 }, { width: side }, { width: 2 }, { width: side }]),
    [
      ...columns(table, [
        { width: width - 46 },
        { width: 16 },
        { width: 2 },
        { width: 16 },
        { align: 'right', width: 7 },
      ]),
      ...(unmoved > 0
        ? [`… and ${count(unmoved, 'more option')} with the same score: --verbose shows them`]
        : []),
    ],
    why,
  ];
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.map(line => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

/** Whether its score or standing changed, or it stands among the first three on either side. */
function isNews({ a, b, change }: ComparedOption): boolean {
  const leads = (side: OptionStanding | null) => side?.standing === 'ranked' && side.rank <= 3;
  return change === null ? a?.standing !== b?.standing : change !== 0 || leads(a) || leads(b);
}

function sideName({ a, b }: Comparison, which: 'a' | 'b'): string {
  const { manifest, perspective } = which === 'a' ? a : b;
  const { title, asOf, hash } = manifest.scenario;
  const set = manifest.changes.map(({ fact, value }) => ` with ${fact} = ${JSON.stringify(value)}`).join('');
  return `${title} (as of ${asOf}, ${hash.slice(0, 8)})${set}, judged by ${perspective?.id ?? 'own weights'}`;
}

function leaders({ a, b, options }: Comparison): string {
  const title = (id: string) => options.find(({ option }) => option === id)!.title;
  return a.leader === b.leader
    ? `${title(a.leader)} leads in both.`
    : `${title(b.leader)} leads instead of ${title(a.leader)}.`;
}

function said(seen: Comparison['facts'][number]['a']): string {
  return seen === null ? 'not in the codebook' : saySeen(seen);
}

function share(weight: number | null): string {
  return weight === null ? 'none' : weight.toFixed(2);
}

function stands(standing: OptionStanding | null): string {
  if (standing === null) return 'not an option';
  return standing.standing === 'ranked'
    ? `${standing.rank}. ${signed(standing.score)}`
    : standing.standing.replace('-', ' ');
}

/** The largest movements with what the others add, rounded so that they add up to the change as it is printed. */
function reasons({ movements }: ComparedOption, { verbose }: ReportOptions): string[][] {
  const shown = firstFew(movements, verbose ? movements.length : 3);
  const rest = movements.slice(shown.length);
  const others = rest.reduce((sum, { change }) => sum + change, 0);
  const rounded = roundParts([...shown.map(({ change }) => change), ...(rest.length > 0 ? [others] : [])]);
  const rows = shown.map(({ criterion, reason, rule, by, kind }, i) => {
    const gone = kind === 'rule' && by !== 0 && rule !== null ? ` (${rule}: ${signed(by, 0)} points)` : '';
    return [signed(rounded[i]!), criterion, `${reason}${gone}`];
  });
  return rest.length > 0
    ? [...rows, [signed(rounded.at(-1)!), 'others', `${rest.length} further movements, together`]]
    : rows;
}

/** What moved, in whole sentences and ASCII. */
export function comparisonPlain(result: Comparison, options: ReportOptions): string {
  const comparison = safely(result);
  const sentences = [
    `From: ${sideName(comparison, 'a')}.`,
    `To: ${sideName(comparison, 'b')}.`,
    leaders(comparison),
    ...comparison.facts.map(({ fact, a, b }) => `Fact ${fact} changes from ${said(a)} to ${said(b)}.`),
    ...comparison.weights.map(
      ({ criterion, a, b }) => `The weight of ${criterion} changes from ${share(a)} to ${share(b)}.`,
    ),
    ...comparison.options.flatMap(option => [
      `${option.option}: from ${stands(option.a)} to ${stands(option.b)}.${option.change === null ? '' : ` Change ${signed(option.change)}.`}`,
      ...reasons(option, options).map(
        ([points, criterion, reason]) => `Moved by ${points} on ${criterion}: ${reason}.`,
      ),
    ]),
  ];
  return `${sentences.flatMap(text => wrap(ascii(text), options.width)).join('\n')}\n`;
}

/** One row for each movement, and for each option without one. */
export function comparisonCsv(result: Comparison): string {
  const rows = safely(result).options.flatMap(({ option, a, b, change, movements }) => {
    const whole = { option, from: a?.standing ?? '', to: b?.standing ?? '', change: change ?? '' };
    if (movements.length === 0) return [whole];
    return movements.map(one => ({
      ...whole,
      kind: one.kind,
      rule: one.rule ?? '',
      criterion: one.criterion,
      moved: one.change,
    }));
  });
  const names = ['option', 'from', 'to', 'change', 'kind', 'rule', 'criterion', 'moved'];
  const guard = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  return stringify(rows, { header: true, columns: names, cast: { string: guard, number: x => String(x) } });
}

/** What moved, as Markdown. */
export function comparisonMarkdown(result: Comparison, options: ReportOptions): string {
  const comparison = safely(result);
  const facts = comparison.facts.map(({ fact, a, b }) => [md(fact), md(said(a)), md(said(b))]);
  const moved = comparison.options.map(({ title, a, b, change }) => [
    md(title),
    md(stands(a)),
    md(stands(b)),
    change === null ? '' : signed(change),
  ]);
  const why = comparison.options
    .filter(({ movements }) => movements.length > 0)
    .map(option =>
      [
        `## ${md(option.title)}, ${signed(option.change!)}`,
        reasons(option, options)
          .map(([points, criterion, reason]) => `- ${points} ${md(criterion!)}: ${md(reason!)}`)
          .join('\n'),
      ].join('\n\n'),
    );
  const parts = [
    `# From ${md(sideName(comparison, 'a'))} to ${md(sideName(comparison, 'b'))}`,
    md(leaders(comparison)),
    ...(facts.length > 0 ? [markdownTable([['fact', 'from', 'to'], ...facts])] : []),
    markdownTable([['option', 'from', 'to', 'change'], ...moved]),
    ...why,
  ];
  return `${parts.join('\n\n')}\n`;
}
