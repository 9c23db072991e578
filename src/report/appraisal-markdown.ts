import { markdownTable } from 'markdown-table';
import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { effectWords, openWords } from './condition-words.js';
import { safely } from './layout.js';
import { count } from './lists.js';
import { changesOf, judgedBy, madeFrom } from './manifest.js';
import { md } from './md.js';
import { openFacts } from './open-facts.js';
import type { ReportOptions } from './options.js';
import { outlookLines } from './outlook.js';
import { openReasons, printedReasons } from './reasons.js';
import { signed } from './rounding.js';
import { checkWords, FLOW_HEADER, flowRows } from './second-aggregation.js';
import { verdict } from './verdict.js';

/** An appraisal as Markdown, to paste into a note. Text from files is escaped. */
export function appraisalMarkdown(result: Appraisal, options: ReportOptions): string {
  const appraisal = safely(result);
  const { manifest, ranking, excluded, leftOut } = appraisal;
  const explained = ranking
    .slice(0, options.verbose ? ranking.length : options.top)
    .filter(({ baseline }) => !baseline);
  const parts = [
    `# ${md(manifest.scenario.title)}`,
    `As of ${md(manifest.scenario.asOf)}, judged by ${md(judgedBy(appraisal))}.`,
    ...(manifest.changes.length > 0 ? [`Changed for this run: ${md(changesOf(manifest).join(', '))}.`] : []),
    md(verdict(appraisal)),
    markdownTable([['rank', 'option', 'score', 'low', 'high'], ...ranking.map(row)], {
      align: ['r', 'l', 'r', 'r', 'r'],
    }),
    ...explained.map(option =>
      [`## ${option.rank}. ${md(option.title)}`, reasons(option, appraisal, options)].join('\n\n'),
    ),
    '## Excluded and left out',
    excluded.length + leftOut.length === 0
      ? 'Nothing is excluded or left out.'
      : [
          ...excluded.map(
            ({ title, gates, certain }) =>
              `- **${md(title)}**: ${md(gates.map(({ reason }) => reason).join('; '))}${certain ? '' : ' (not certain)'}`,
          ),
          ...leftOut.map(({ title, reason }) => `- **${md(title)}** (left out): ${md(reason)}`),
        ].join('\n'),
    '## What is not known',
    ...notKnown(appraisal),
    ...analyses(appraisal),
    ...check(appraisal),
    md(madeFrom(manifest, [manifest.scenario], ', ')) +
      (manifest.command === null ? '' : `\n\n    ${manifest.command}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The facts that are unknown, the rules that are undetermined, and what may lead. */
function notKnown(appraisal: Appraisal): string[] {
  const { undetermined, ranking } = appraisal;
  const unknown = openFacts(appraisal).filter(one => one.unknown);
  const mayLead = ranking.filter(option => option.mayLead && option.rank > 1);
  const list = (words: readonly string[]) => words.map(word => `- ${word}`).join('\n');
  const parts = [
    list(unknown.map(({ fact, rules }) => `${md(fact)} is unknown and leaves ${count(rules, 'rule')} open`)),
    list(undetermined.map(rule => md(`${rule.title}: ${effectWords(rule)}, if ${openWords(rule.trace)}`))),
    list(mayLead.map(({ title }) => `${md(title)} may lead`)),
  ].filter(part => part !== '');
  return parts.length > 0 ? parts : ['No fact is unknown, and no rule is undetermined.'];
}

function analyses(appraisal: Appraisal): string[] {
  const lines = outlookLines(appraisal);
  if (lines.length === 0) return [];
  return ['## How sure', lines.map(({ name, text }) => `- **${name}**: ${md(text)}`).join('\n')];
}

function check(appraisal: Appraisal): string[] {
  const rows = flowRows(appraisal).map(row => row.map(md));
  if (rows.length === 0) return [];
  const table = markdownTable([FLOW_HEADER, ...rows], { align: ['l', 'r', 'r', 'r'] });
  return ['## A check', table, ...checkWords(appraisal).map(md)];
}

function row({ rank, title, baseline, score, low, high }: RankedOption): string[] {
  return [
    String(rank),
    `${md(title)}${baseline ? ' (baseline)' : ''}`,
    signed(score),
    signed(low),
    signed(high),
  ];
}

function reasons(option: RankedOption, appraisal: Appraisal, { verbose }: ReportOptions): string {
  const most = verbose ? { for: 99, against: 99, open: 99 } : { for: 3, against: 2, open: 1 };
  const listed = [...printedReasons(option, most), ...openReasons(option, appraisal, most.open)];
  const rows = listed.map(({ label, points, criterion, text, sources, weak }) => [
    label,
    points,
    md(criterion),
    md(text),
    md(`${weak ? 'weak evidence: ' : ''}${sources.join(', ')}`),
  ]);
  return markdownTable([['', 'points', 'criterion', 'reason', 'sources'], ...rows], {
    align: ['l', 'r', 'l', 'l', 'l'],
  });
}
