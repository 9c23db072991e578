import { markdownTable } from 'markdown-table';
import type { Perspective, RuleSet, Source } from '../model/rule-set.js';
import { authorsOf, cited } from './cited.js';
import { codebookSections } from './description-codebook.js';
import { optionSections } from './description-options.js';
import { ruleSections } from './description-rules.js';
import { count } from './lists.js';
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
    ...evidenceSection(ruleSet),
    ...optionSections(ruleSet),
    ...ruleSections(ruleSet),
    ...codebookSections(ruleSet),
    ...limitSection(ruleSet),
    '## Sources',
    [...sources.values()].map(sourceLine).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const SWINGS =
  'For each, how much the swing of a criterion from worst to best matters beside the one that matters most, which has 100; the weights follow from that.';

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
    ...(names.some(({ swings }) => swings.size > 0) ? [SWINGS] : []),
    ...names.flatMap(({ title, because, swings, sources }) => [
      `**${md(title)}**: ${md(because)}.${sources.length > 0 ? ` *${md(cited(sources))}*` : ''}`,
      ...(swings.size === 0 ? [] : [swingList(swings, criteria)]),
    ]),
  ].filter(part => part !== '');
}

/** The swings of a perspective, the one that matters most first. A reason without a source is called a judgement. */
function swingList(swings: Perspective['swings'], criteria: RuleSet['criteria']): string {
  return [...swings]
    .sort(([, a], [, b]) => b.share - a.share)
    .map(
      ([id, { share, because, sources }]) =>
        `- ${share}: ${md(criteria.get(id)!.title)}: ${md(because)} *${md(cited(sources))}*`,
    )
    .join('\n');
}

/** What the strength of evidence means, how far points may be off by it, and how many rules have it. */
function evidenceSection({ evidenceMeans, evidence, rules }: RuleSet): string[] {
  const list = (['strong', 'moderate', 'weak'] as const).map(strength => {
    const own = count(rules.filter(rule => rule.evidence === strength).length, 'rule');
    const off = `points may be off by ${(100 * evidence[strength]).toFixed(0)}%`;
    return `- ${strength} (${own}, ${off})${evidenceMeans ? `: ${md(evidenceMeans[strength])}` : ''}`;
  });
  return ['## How strong the evidence is', list.join('\n')];
}

/** What a reader must not expect of the rule set, as far as it says so. */
function limitSection({ limits }: RuleSet): string[] {
  if (!limits) return [];
  const lists = [
    ['What is not covered:', limits.notCovered],
    ['Whose literature this is:', limits.literature],
    ['What would be worth coding or reading next:', limits.next],
  ] as const;
  const told = lists.filter(([, sentences]) => sentences.length > 0);
  return [
    '## Limits',
    ...told.flatMap(([head, sentences]) => [head, sentences.map(one => `- ${md(one)}`).join('\n')]),
  ];
}

function scaleList(scale: ReadonlyMap<string, string>): string {
  return [...scale]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([points, words]) => `- ${md(points)} points: ${md(words)}`)
    .join('\n');
}

function sourceLine({ id, title, authors, date, container, doi, url, checked, note }: Source): string {
  const where = [container, doi === undefined ? undefined : `doi:${doi}`, url].filter(
    one => one !== undefined,
  );
  const about = [authors && authorsOf(authors), date].filter(one => one !== undefined).join(', ');
  const parts = [about, title, ...where].filter(one => one !== '').map(part => md(part.replace(/\.$/, '')));
  const how = checked === undefined ? '' : ` *${checked}*`;
  return `- \`${id}\`: ${parts.join('. ')}.${how}${note === undefined ? '' : ` ${md(note)}.`}`;
}
