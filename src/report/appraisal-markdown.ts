import { markdownTable } from 'markdown-table';
import type { Appraisal, RankedOption } from '../model/appraisal.js';
import { safely } from './layout.js';
import type { ReportOptions } from './options.js';
import { printedReasons } from './reasons.js';
import { signed } from './rounding.js';
import { verdict } from './verdict.js';

/** An appraisal as Markdown, to paste into a note. Text from files is escaped. */
export function appraisalMarkdown(result: Appraisal, options: ReportOptions): string {
  const appraisal = safely(result);
  const { manifest, perspective, ranking, excluded, leftOut, undetermined } = appraisal;
  const explained = ranking
    .slice(0, options.verbose ? ranking.length : options.top)
    .filter(({ baseline }) => !baseline);
  const parts = [
    `# ${md(manifest.scenario.title)}`,
    `As of ${md(manifest.scenario.asOf)}, judged by ${md(perspective?.title ?? 'weights of its own')}.`,
    md(verdict(appraisal)),
    markdownTable([['rank', 'option', 'score', 'low', 'high'], ...ranking.map(row)], {
      align: ['r', 'l', 'r', 'r', 'r'],
    }),
    ...explained.map(option =>
      [`## ${option.rank}. ${md(option.title)}`, reasons(option, options)].join('\n\n'),
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
    undetermined.length === 0
      ? 'No rule is undetermined.'
      : undetermined
          .map(({ title, facts }) => `- ${md(title)}: settled by ${facts.map(md).join(', ')}`)
          .join('\n'),
    `${manifest.ruleSet.id} ${manifest.ruleSet.version} (${manifest.ruleSet.hash.slice(0, 8)}), scenario ` +
      `${manifest.scenario.hash.slice(0, 8)}, ${manifest.program.name} ${manifest.program.version}, exact, no sampling` +
      (manifest.command === null ? '' : `\n\n    ${manifest.command}`),
  ];
  return `${parts.join('\n\n')}\n`;
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

function reasons(option: RankedOption, { verbose }: ReportOptions): string {
  const most = verbose ? { for: 99, against: 99 } : { for: 3, against: 2 };
  const rows = printedReasons(option, most).map(({ label, points, criterion, text, sources }) => [
    label,
    points,
    md(criterion),
    md(text),
    md(sources.join(', ')),
  ]);
  return markdownTable([['', 'points', 'criterion', 'reason', 'sources'], ...rows], {
    align: ['l', 'r', 'l', 'l', 'l'],
  });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that Markdown leaves as it is, in a table or out of it. */
export function md(text: string): string {
  return text
    .replace(/[&<>]/g, character => ENTITIES[character]!)
    .replace(/[\\`*_[\]|#!~]/g, '\\$&')
    .replace(/\s+/g, ' ');
}
