import { markdownTable } from 'markdown-table';
import type { Report } from '../model/report.js';
import { md } from '../report/md.js';
import type { Block, Inline, Table, Text } from './document.js';
import { reportDocument } from './report-document.js';
import { safeLink } from './safe-link.js';

/** A report as Markdown: the same sections, each chart as its table. Text from files is escaped. */
export function reportMarkdown(report: Report): string {
  const { title, about, chapters, program } = reportDocument(report);
  const several = chapters.length > 1;
  const parts = [
    `# ${md(title)}`,
    ...(about === '' ? [] : [md(about)]),
    ...chapters.flatMap(chapter => [
      ...(several ? [`## ${md(chapter.title)}`, ...(chapter.about === '' ? [] : [md(chapter.about)])] : []),
      ...blocks(chapter.intro, several ? 3 : 2),
      ...chapter.sections.flatMap(section => [
        `${several ? '###' : '##'} ${md(section.title)}`,
        ...blocks(section.blocks, several ? 4 : 3),
      ]),
    ]),
    `Made by ${md(program)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blocks(all: readonly Block[], level: number): string[] {
  return all.flatMap(block => written(block, level));
}

function written(block: Block, level: number): string[] {
  switch (block.kind) {
    case 'text':
      return [runs(block.text)];
    case 'list':
      return [block.items.map(item => `- ${runs(item)}`).join('\n')];
    case 'sources':
      return [block.items.map(({ number, text }) => `${number}. ${runs(text)}`).join('\n')];
    case 'pairs':
      return [block.pairs.map(([term, text]) => `- **${md(term)}**: ${runs(text)}`).join('\n')];
    case 'code':
      return [fenced(block.text)];
    case 'table':
      return [`**${md(block.table.caption)}**`, table(block.table)];
    case 'chart':
      return [`**${md(block.title)}**`, table(block.table)];
    case 'more':
      return [`**${md(block.summary)}**`, ...blocks(block.blocks, level)];
    case 'part':
      return [`${'#'.repeat(level)} ${md(block.title)}`, ...blocks(block.blocks, Math.min(6, level + 1))];
  }
}

/** Bold words: a space at their end would keep them from being so. */
function bold(words: string): string {
  return `**${md(words.trimEnd())}**${words.endsWith(' ') ? ' ' : ''}`;
}

/** Up to how many characters a cell may have for columns to be set flush in the text. */
const FLUSH = 60;

function table({ head, rows, numbers }: Table): string {
  const cells = rows.map(row => row.map(runs));
  return markdownTable([head.map(md), ...cells], {
    alignDelimiters: cells.flat().every(cell => cell.length <= FLUSH),
    align: head.map((_, i) => (numbers.includes(i) ? 'r' : 'l')),
  });
}

/** A line as it stands, indented: nothing in it is read as Markdown. */
function fenced(line: string): string {
  return `    ${line.replace(/\s+/g, ' ')}`;
}

function runs(text: Text): string {
  return text
    .map(run => piece(run))
    .join('')
    .trim();
}

function piece(run: Inline): string {
  if (typeof run === 'string') return md(run);
  if ('strong' in run) return bold(run.strong);
  if ('id' in run) return md(run.id);
  if ('cite' in run) return md(`[${run.cite}${run.at === undefined ? '' : `, ${run.at}`}]`);
  if ('go' in run) return md(run.text);
  const href = safeLink(run.href);
  return href === undefined ? md(run.text) : `<${href.replace(/[<>\s]/g, encodeURIComponent)}>`;
}
