import { type FileChild, HeadingLevel, Paragraph, TextRun } from 'docx';
import type { Block, Chapter, Document } from '../document.js';
import type { Drawings } from '../html/figure.js';
import { picture } from './picture.js';
import { runs } from './runs.js';
import { tableOf } from './table.js';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

/** All that stands in a document, from its title on. */
export function body({ title, about, chapters, program }: Document, drawings: Drawings): FileChild[] {
  const several = chapters.length > 1;
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...(about === '' ? [] : [new Paragraph({ text: about, style: 'Quiet' })]),
    ...chapters.flatMap(chapter => chapterOf(chapter, several, drawings)),
    new Paragraph({ text: `Made by ${program}.`, style: 'Quiet' }),
  ];
}

function chapterOf(
  { title, about, intro, sections }: Chapter,
  several: boolean,
  drawings: Drawings,
): FileChild[] {
  const level = several ? 1 : 0;
  return [
    ...(several ? [heading(title, 0, true), new Paragraph({ text: about, style: 'Quiet' })] : []),
    ...blocks(intro, level, drawings),
    ...sections.flatMap(section => [
      heading(section.title, level),
      ...blocks(section.blocks, level + 1, drawings),
    ]),
  ];
}

function heading(text: string, level: number, pageBreakBefore = false): Paragraph {
  return new Paragraph({ text, heading: LEVELS[Math.min(level, LEVELS.length - 1)]!, pageBreakBefore });
}

function blocks(all: readonly Block[], level: number, drawings: Drawings): FileChild[] {
  return all.flatMap(block => written(block, level, drawings));
}

const STYLE = { lead: 'Lead', quiet: 'Quiet', caution: 'Normal' };

function written(block: Block, level: number, drawings: Drawings): FileChild[] {
  switch (block.kind) {
    case 'text':
      return [
        new Paragraph({
          children: runs(block.text),
          ...(block.tone !== undefined && { style: STYLE[block.tone] }),
        }),
      ];
    case 'list':
      return block.items.map(item => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
    case 'sources':
      return block.items.map(
        ({ number, text }) =>
          new Paragraph({
            children: [new TextRun(`[${number}]\t`), ...runs(text)],
            ...{ style: 'Cell', spacing: { after: 60 }, indent: { left: 600, hanging: 600 } },
          }),
      );
    case 'pairs':
      return block.pairs.map(
        ([term, text]) =>
          new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), ...runs(text)] }),
      );
    case 'code':
      return [new Paragraph({ children: [new TextRun({ text: block.text, font: 'Consolas', size: 18 })] })];
    case 'table':
      return tableOf(block.table);
    case 'chart':
      return [...picture(block, drawings.get(block.chart)!), ...tableOf(block.table)];
    case 'more':
    case 'part':
      return [
        heading(block.kind === 'part' ? block.title : block.summary, level),
        ...blocks(block.blocks, level + 1, drawings),
      ];
  }
}
