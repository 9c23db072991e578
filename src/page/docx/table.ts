import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx';
import { plainWords, type Table } from '../document.js';
import { runs } from './runs.js';

/** Width of what stands between the margins, in twentieths of a point. */
const WIDTH = 9026;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CFD6DE' };

/** A table with its caption before it; its heading stands again on every page, and no row is cut. */
export function tableOf(table: Table): FileChild[] {
  const { caption, head, rows, numbers } = table;
  const widths = widthsOf(table);
  const style = head.length >= WIDE ? 'NarrowCell' : 'Cell';
  const cell = (children: ReturnType<typeof runs>, i: number) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right: 100 },
      children: [
        new Paragraph({
          children,
          style,
          alignment: numbers.includes(i) ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    });
  return [
    new Paragraph({ text: caption, style: 'Caption' }),
    new WordTable({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        insideVertical: NONE,
        bottom: LINE,
        insideHorizontal: LINE,
      },
      rows: [
        new TableRow({
          ...{ tableHeader: true, cantSplit: true },
          children: head.map((title, i) => cell([new TextRun({ text: title, bold: true })], i)),
        }),
        ...rows.map(
          row => new TableRow({ cantSplit: true, children: row.map((one, i) => cell(runs(one), i)) }),
        ),
      ],
    }),
    new Paragraph({ text: '', style: 'Cell' }),
  ];
}

/** From how many columns on a table is set in smaller type. */
const WIDE = 7;

/** Columns as wide as their longest word, and what is left by how much stands in them. In twentieths of a point. */
function widthsOf({ head, rows }: Table): number[] {
  const character = head.length >= WIDE ? 78 : 104;
  const texts = head.map((title, i) => [title, ...rows.map(row => plainWords(row[i] ?? []))]);
  const least = texts.map(column => {
    const longest = Math.max(...column.flatMap(words => words.split(/\s+/).map(word => word.length)));
    return Math.min(15, longest) * character + 120;
  });
  const asked = texts.map(column => {
    const lengths = column.slice(1).map(words => Math.min(200, words.length));
    return lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length) + 1;
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const left = WIDTH - sum(least);
  if (left < 0) return least.map(one => Math.floor((WIDTH * one) / sum(least)));
  return least.map((one, i) => Math.floor(one + (left * asked[i]!) / sum(asked)));
}
