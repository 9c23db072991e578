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
import { plainWords, type Table, type Text } from '../document.js';
import { runs } from './runs.js';

/** Width of what stands between the margins, in twentieths of a point. */
const WIDTH = 9026;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CFD6DE' };

/** A table with its caption before it; its heading stands again on every page, and no row is cut. */
export function tableOf(table: Table): FileChild[] {
  const { caption, head, rows, numbers } = table;
  const widths = widthsOf(table);
  const cell = (children: ReturnType<typeof runs>, i: number) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right: 100 },
      children: [
        new Paragraph({
          children,
          style: 'Cell',
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

/** Columns as wide as what stands in them asks for, within reason. */
function widthsOf({ head, rows }: Table): number[] {
  const length = (text: Text) => Math.min(60, plainWords(text).length);
  const wanted = head.map((title, i) => {
    const lengths = rows.map(row => length(row[i] ?? []));
    const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
    return Math.max(7, Math.min(14, title.length), mean);
  });
  const all = wanted.reduce((sum, one) => sum + one, 0);
  return wanted.map(one => Math.floor((WIDTH * one) / all));
}
