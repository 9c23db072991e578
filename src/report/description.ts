import { markdownTable } from 'markdown-table';
import type { RuleSet, Source } from '../model/rule-set.js';
import { codebookSections } from './description-codebook.js';
import { optionSections } from './description-options.js';
import { ruleSections } from './description-rules.js';
import { md } from './md.js';

/**
 * A rule set as a document for whoever knows the field and not the program: what it judges by, what speaks for and against
 * each option, every rule with its reasons and sources, and the codebook. Markdown; text from files is escaped.
 */
export function ruleSetDescription(ruleSet: RuleSet): string {
  const { title, id, version, summary, rules, facts, options, sources } = ruleSet;
  const parts = [
    `# ${md(title)}`,
    md(summary),
    `${rules.length} rules on ${options.size} options over ${facts.size} facts, from ${sources.size} sources. \`${id}\` ${version}.`,
    ...judgedBy(ruleSet),
    ...optionSections(ruleSet),
    ...ruleSections(ruleSet),
    ...codebookSections(ruleSet),
    '## Sources',
    [...sources.values()].map(sourceLine).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Criteria with their scales, and whose priorities there are. */
function judgedBy({ criteria, perspectives, pointsScale }: RuleSet): string[] {
  const sections = [...criteria.values()].flatMap(({ id, title, description, scale }) => [
    `### ${md(title)}`,
    `\`${id}\`: ${md(description)}`,
    scaleList(scale),
  ]);
  const names = [...perspectives.values()];
  const shares = names.map(({ weights }) => {
    const all = [...weights.values()].reduce((a, b) => a + b, 0);
    return (criterion: string) => `${((100 * weights.get(criterion)!) / all).toFixed(0)}%`;
  });
  const table = markdownTable(
    [
      ['criterion', ...names.map(({ title }) => md(title))],
      ...[...criteria.values()].map(({ id, title }) => [md(title), ...shares.map(share => share(id))]),
    ],
    { align: ['l', ...names.map(() => 'r')] },
  );
  return [
    '## What options are judged by',
    'Points say how much better or worse than the baseline an option does on a criterion:',
    scaleList(pointsScale),
    ...sections,
    '## Whose priorities',
    table,
    ...names.flatMap(({ title, because, reasons }) => [
      `**${md(title)}**: ${md(because)}.`,
      [...reasons]
        .map(([criterion, reason]) => `- ${md(criteria.get(criterion)!.title)}: ${md(reason)}`)
        .join('\n'),
    ]),
  ].filter(part => part !== '');
}

function scaleList(scale: ReadonlyMap<string, string>): string {
  return [...scale]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([points, words]) => `- ${md(points)} points: ${md(words)}`)
    .join('\n');
}

function sourceLine({ id, title, author, date, container, doi, url, checked, note }: Source): string {
  const where = [container, doi === undefined ? undefined : `doi:${doi}`, url].filter(
    one => one !== undefined,
  );
  const about = [author, date].filter(one => one !== undefined).join(', ');
  const parts = [about, title, ...where].filter(one => one !== '').map(part => md(part.replace(/\.$/, '')));
  const how = checked === undefined ? '' : ` *${checked}*`;
  return `- \`${id}\`: ${parts.join('. ')}.${how}${note === undefined ? '' : ` ${md(note)}.`}`;
}
