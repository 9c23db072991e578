import { renderToString } from 'preact-render-to-string';
import type { Chart } from '../../charts/chart.js';
import { draw } from '../../charts/draw.js';
import { PAGE_PALETTE } from '../../charts/palette.js';
import type { SvgNode } from '../../charts/svg-tree.js';
import type { Report } from '../../model/report.js';
import { chartsOf } from '../charts-of.js';
import type { Document } from '../document.js';
import { reportDocument } from '../report-document.js';
import { Page } from './page.js';

/** A document as one page that loads nothing: the same bytes for the same document. */
export async function documentHtml(document: Document): Promise<string> {
  const drawings = new Map<Chart, SvgNode>();
  for (const chart of chartsOf(document)) drawings.set(chart, await draw(chart, PAGE_PALETTE));
  return `<!doctype html>\n${renderToString(<Page document={document} drawings={drawings} />)}\n`;
}

/** A report as one page. */
export function reportHtml(report: Report): Promise<string> {
  return documentHtml(reportDocument(report));
}
