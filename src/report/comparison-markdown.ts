import { markdownTable } from 'markdown-table';
import type { Comparison } from '../model/comparison.js';
import { leaders, reasonsOf, sayFact, share, shownChange, sideName, stands } from './comparison-words.js';
import { safely } from './layout.js';
import { madeFrom } from './manifest.js';
import { md } from './md.js';
import type { ReportOptions } from './options.js';
import { signed } from './rounding.js';

/** What moved, as Markdown. Text from files is escaped. */
export function comparisonMarkdown(result: Comparison, options: ReportOptions): string {
  const comparison = safely(result);
  const { a, b } = comparison;
  const changed = [
    ...comparison.facts.map(one => [one.fact, sayFact(one.a), sayFact(one.b)]),
    ...comparison.weights.map(one => [`weight of ${one.criterion}`, share(one.a), share(one.b)]),
  ];
  const change = (option: Comparison['options'][number]) => {
    const by = shownChange(option);
    return by === undefined ? '' : signed(by);
  };
  const standings = comparison.options.map(option => [
    md(option.title),
    md(stands(option.a)),
    md(stands(option.b)),
    change(option),
  ]);
  const why = comparison.options.flatMap(option => {
    const reasons = reasonsOf(option, options).map(({ points, criterion, text }) =>
      `- ${points} ${md(criterion)}: ${md(text)}`.replace('-  ', '- '),
    );
    const title = `## ${[md(option.title), change(option)].filter(Boolean).join(', ')}`;
    return reasons.length === 0 ? [] : [title, reasons.join('\n')];
  });
  const parts = [
    `# From ${md(sideName(a))} to ${md(sideName(b))}`,
    md(leaders(comparison)),
    ...(changed.length > 0
      ? [markdownTable([['', 'from', 'to'], ...changed.map(row => row.map(md))])]
      : ['No fact and no weight differs.']),
    markdownTable([['option', 'from', 'to', 'change'], ...standings]),
    ...why,
    md(madeFrom(b.manifest, [a.manifest.scenario, b.manifest.scenario], ', ')) +
      (b.manifest.command === null ? '' : `\n\n    ${b.manifest.command}`),
  ];
  return `${parts.join('\n\n')}\n`;
}
