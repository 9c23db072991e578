import { Packer, Document as WordDocument } from 'docx';
import type { Chart } from '../../charts/chart.js';
import { draw } from '../../charts/draw.js';
import { PAPER_PALETTE } from '../../charts/palette.js';
import type { SvgNode } from '../../charts/svg-tree.js';
import type { Report } from '../../model/report.js';
import { chartsOf } from '../charts-of.js';
import { reportDocument } from '../report-document.js';
import { body } from './body.js';
import { samePackage } from './same-package.js';
import { STYLES } from './styles.js';

/** A report as a document for a word processor: the same bytes for the same report. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const document = reportDocument(report);
  const drawings = new Map<Chart, SvgNode>();
  for (const chart of chartsOf(document)) drawings.set(chart, await draw(chart, PAPER_PALETTE));
  const word = new WordDocument({
    title: document.title,
    creator: document.program,
    lastModifiedBy: document.program,
    description: document.about,
    styles: STYLES,
    sections: [{ children: body(document, drawings) }],
  });
  return samePackage(new Uint8Array(await Packer.toArrayBuffer(word)), document.asOf);
}
