import type { Report } from '../model/report.js';
import type { TableSummary } from '../model/table-summary.js';
import { appraisalCsv } from '../report/appraisal-csv.js';
import { render, toJson } from '../report/formats.js';
import type { ReportFormat, ReportOptions, SummaryFormat } from '../report/options.js';

/** A report in one form. What draws and lays out pages is loaded only for the form that needs it. */
export async function printReport(
  report: Report,
  format: ReportFormat,
  options: ReportOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return (await import('../page/html/html.js')).reportHtml(report);
    case 'docx':
      return (await import('../page/docx/docx.js')).reportDocx(report);
    case 'markdown':
      return (await import('../page/markdown.js')).reportMarkdown(report);
    case 'text':
    case 'plain':
      return (await import('../page/outline.js')).reportOutline(report, format, options);
    case 'csv':
      return csv(report);
    case 'json':
      return toJson(report);
  }
}

/** The contributions of all situations, under one header. */
function csv({ situations }: Report): string {
  const texts = situations.map(({ appraisal }) => appraisalCsv(appraisal));
  return texts.map((text, i) => (i === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('');
}

/** The summary of a table in one form. */
export async function printSummary(
  summary: TableSummary,
  format: SummaryFormat,
  options: ReportOptions,
): Promise<string> {
  if (format !== 'html') return render([summary], format, options);
  const { tableDocument } = await import('../page/table-document.js');
  return (await import('../page/html/html.js')).documentHtml(tableDocument(summary));
}
