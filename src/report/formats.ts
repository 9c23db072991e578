import type { Appraisal } from '../model/appraisal.js';
import type { Comparison } from '../model/comparison.js';
import { appraisalCsv } from './appraisal-csv.js';
import { appraisalMarkdown } from './appraisal-markdown.js';
import { appraisalPlain } from './appraisal-plain.js';
import { appraisalText } from './appraisal-text.js';
import { comparisonCsv, comparisonMarkdown, comparisonPlain, comparisonText } from './comparison.js';
import type { Format, ReportOptions } from './options.js';

type Formatter<T> = (result: T, options: ReportOptions) => string;
type Formats<T> = Record<Format, Formatter<T>>;

/** Every formatter, by kind of result and format. A new format is a file and a line for each kind. */
const FORMATTERS: { 'appraisal/1': Formats<Appraisal>; 'comparison/1': Formats<Comparison> } = {
  'appraisal/1': {
    text: appraisalText,
    plain: appraisalPlain,
    json: toJson,
    markdown: appraisalMarkdown,
    csv: appraisalCsv,
  },
  'comparison/1': {
    text: comparisonText,
    plain: comparisonPlain,
    json: toJson,
    markdown: comparisonMarkdown,
    csv: comparisonCsv,
  },
};

/** A result in one of its forms. */
export function render(result: Appraisal | Comparison, format: Format, options: ReportOptions): string {
  return result.format === 'appraisal/1'
    ? FORMATTERS[result.format][format](result, options)
    : FORMATTERS[result.format][format](result, options);
}

/** JSON as it is written everywhere: two spaces, and a line end at the last line. */
export function toJson(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
