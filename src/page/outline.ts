import type { Report } from '../model/report.js';
import type { ReportOptions } from '../report/options.js';
import { type Line, outlinePlain, outlineText, type Section } from '../report/outline.js';
import { type Block, plainWords, type Table } from './document.js';
import { reportDocument } from './report-document.js';

/** A report in lines, for a terminal, or in sentences and ASCII. */
export function reportOutline(report: Report, format: 'text' | 'plain', options: ReportOptions): string {
  const { title, about, chapters } = reportDocument(report);
  const sections: Section[] = [
    { title, lines: about === '' ? [] : [{ depth: 0, text: about }] },
    ...chapters.flatMap(chapter => [
      { title: chapter.title, lines: lines(chapter.intro, 0) },
      ...chapter.sections.map(section => ({ title: section.title, lines: lines(section.blocks, 0) })),
    ]),
  ];
  return format === 'text' ? outlineText(sections, options) : outlinePlain(sections, options);
}

function lines(blocks: readonly Block[], depth: number): Line[] {
  return blocks.flatMap(block => said(block, depth));
}

function said(block: Block, depth: number): Line[] {
  const at = (text: string, deeper = 0): Line => ({ depth: depth + deeper, text });
  switch (block.kind) {
    case 'text':
      return [at(plainWords(block.text))];
    case 'list':
      return block.items.map(item => at(plainWords(item)));
    case 'sources':
      return block.items.map(({ number, text }) => at(`[${number}] ${plainWords(text)}`));
    case 'pairs':
      return block.pairs.map(([term, text]) => at(`${term}: ${plainWords(text)}`));
    case 'code':
      return [at(block.text)];
    case 'table':
    case 'chart':
      return rows(block.table).map(({ text, depth: deeper }) => at(text, deeper));
    case 'more':
      return [at(block.summary), ...lines(block.blocks, depth + 1)];
    case 'part':
      return [at(block.title), ...lines(block.blocks, depth + 1)];
  }
}

/** A row a line, each cell after the name of its column. */
function rows({ caption, head, rows }: Table): Line[] {
  const lines = rows.map(([first, ...rest]) => {
    const cells = rest.flatMap((cell, i) => {
      const words = plainWords(cell);
      return words === '' ? [] : [`${head[i + 1]} ${words}`];
    });
    return { depth: 1, text: `${plainWords(first!)}: ${cells.join('; ')}` };
  });
  return [{ depth: 0, text: caption }, ...lines];
}
