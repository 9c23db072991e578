import type { IStylesOptions } from 'docx';

const FONT = 'Calibri';
const INK = '1B2330';
const QUIET = '55606E';

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

/** How a document looks: sizes in half points, distances in twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { font: FONT, size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(32, 360),
    heading2: heading(28, 320),
    heading3: heading(24, 240),
    heading4: heading(22, 200),
  },
  paragraphStyles: [
    {
      ...{ id: 'Lead', name: 'Lead', basedOn: 'Normal' },
      run: { size: 24 },
      paragraph: { spacing: { after: 200, line: 300 } },
    },
    {
      ...{ id: 'Quiet', name: 'Quiet', basedOn: 'Normal' },
      run: { size: 19, color: QUIET },
    },
    {
      ...{ id: 'Caption', name: 'caption', basedOn: 'Normal' },
      run: { size: 20, bold: true, color: INK },
      paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
    },
    {
      ...{ id: 'NarrowCell', name: 'Narrow cell', basedOn: 'Normal' },
      run: { size: 14 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    {
      ...{ id: 'Cell', name: 'Cell', basedOn: 'Normal' },
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
};
