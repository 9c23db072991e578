import type { Agreement } from '../model/agreement.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Backtest } from '../model/backtest.js';
import type { Comparison } from '../model/comparison.js';
import type { Explanation } from '../model/explanation.js';
import type { Flips } from '../model/flips.js';
import type { Information } from '../model/information.js';
import type { PerspectivesView } from '../model/perspectives.js';
import type { Robustness } from '../model/robustness.js';
import type { RuleSetDiff } from '../model/rule-set-diff.js';
import type { Sensitivity } from '../model/sensitivity.js';
import type { SourceList } from '../model/sources.js';
import type { TableSummary } from '../model/table-summary.js';
import { agreementCsv } from './agreement-csv.js';
import { agreementMarkdown } from './agreement-markdown.js';
import { agreementPlain } from './agreement-plain.js';
import { agreementText } from './agreement-text.js';
import { appraisalCsv } from './appraisal-csv.js';
import { appraisalMarkdown } from './appraisal-markdown.js';
import { appraisalPlain } from './appraisal-plain.js';
import { appraisalText } from './appraisal-text.js';
import { backtestCsv } from './backtest-csv.js';
import { backtestMarkdown } from './backtest-markdown.js';
import { backtestPlain } from './backtest-plain.js';
import { backtestText } from './backtest-text.js';
import { comparisonCsv } from './comparison-csv.js';
import { comparisonMarkdown } from './comparison-markdown.js';
import { comparisonPlain } from './comparison-plain.js';
import { comparisonText } from './comparison-text.js';
import { diffCsv, diffMarkdown, diffPlain, diffText } from './diff.js';
import { explanationCsv, explanationMarkdown, explanationPlain, explanationText } from './explanation.js';
import { flipsCsv, flipsMarkdown, flipsPlain, flipsText } from './flips.js';
import { informationCsv, informationMarkdown, informationPlain, informationText } from './information.js';
import type { Format, ReportOptions } from './options.js';
import { perspectivesMarkdown, perspectivesPlain, perspectivesText } from './perspectives.js';
import {
  perspectivesViewCsv,
  perspectivesViewMarkdown,
  perspectivesViewPlain,
  perspectivesViewText,
} from './perspectives-view.js';
import { robustnessMarkdown, robustnessPlain, robustnessText } from './robustness.js';
import { robustnessCsv } from './robustness-csv.js';
import { sensitivityMarkdown, sensitivityPlain, sensitivityText } from './sensitivity.js';
import { sensitivityCsv } from './sensitivity-csv.js';
import { sourcesCsv, sourcesMarkdown, sourcesPlain, sourcesText } from './sources.js';
import {
  tableSummaryCsv,
  tableSummaryMarkdown,
  tableSummaryPlain,
  tableSummaryText,
} from './table-summary.js';

/** Anything that a command prints and `render` prints again. */
export type Result =
  | Agreement
  | Appraisal
  | Backtest
  | Comparison
  | Explanation
  | Flips
  | PerspectivesView
  | Robustness
  | Information
  | Sensitivity
  | SourceList
  | TableSummary
  | RuleSetDiff;

type Printed = Exclude<Format, 'json'>;
type Formatter<T> = (result: T, options: ReportOptions) => string;
type Formats<T> = Record<Printed, Formatter<T>>;

/** Every formatter, by kind of result and format. A new format is a file and a line for each kind. */
const FORMATTERS: {
  'agreement/1': Formats<Agreement>;
  'appraisal/1': Formats<Appraisal>;
  'backtest/1': Formats<Backtest>;
  'comparison/1': Formats<Comparison>;
  'explanation/1': Formats<Explanation>;
  'flips/1': Formats<Flips>;
  'perspectives/1': Formats<PerspectivesView>;
  'robustness/1': Formats<Robustness>;
  'information/1': Formats<Information>;
  'sensitivity/1': Formats<Sensitivity>;
  'sources/1': Formats<SourceList>;
  'table-summary/1': Formats<TableSummary>;
  'diff/1': Formats<RuleSetDiff>;
} = {
  'agreement/1': {
    text: agreementText,
    plain: agreementPlain,
    markdown: agreementMarkdown,
    csv: agreementCsv,
  },
  'appraisal/1': {
    text: appraisalText,
    plain: appraisalPlain,
    markdown: appraisalMarkdown,
    csv: appraisalCsv,
  },
  'backtest/1': { text: backtestText, plain: backtestPlain, markdown: backtestMarkdown, csv: backtestCsv },
  'comparison/1': {
    text: comparisonText,
    plain: comparisonPlain,
    markdown: comparisonMarkdown,
    csv: comparisonCsv,
  },
  'explanation/1': {
    text: explanationText,
    plain: explanationPlain,
    markdown: explanationMarkdown,
    csv: explanationCsv,
  },
  'information/1': {
    text: informationText,
    plain: informationPlain,
    markdown: informationMarkdown,
    csv: informationCsv,
  },
  'perspectives/1': {
    text: perspectivesViewText,
    plain: perspectivesViewPlain,
    markdown: perspectivesViewMarkdown,
    csv: perspectivesViewCsv,
  },
  'robustness/1': {
    text: robustnessText,
    plain: robustnessPlain,
    markdown: robustnessMarkdown,
    csv: robustnessCsv,
  },
  'sensitivity/1': {
    text: sensitivityText,
    plain: sensitivityPlain,
    markdown: sensitivityMarkdown,
    csv: sensitivityCsv,
  },
  'sources/1': { text: sourcesText, plain: sourcesPlain, markdown: sourcesMarkdown, csv: sourcesCsv },
  'table-summary/1': {
    text: tableSummaryText,
    plain: tableSummaryPlain,
    markdown: tableSummaryMarkdown,
    csv: tableSummaryCsv,
  },
  'diff/1': { text: diffText, plain: diffPlain, markdown: diffMarkdown, csv: diffCsv },
  'flips/1': { text: flipsText, plain: flipsPlain, markdown: flipsMarkdown, csv: flipsCsv },
};

/** Formatters for one scenario that is judged by several perspectives. As CSV it is rows like any other. */
const PERSPECTIVES: Partial<Record<Printed, Formatter<readonly Appraisal[]>>> = {
  text: perspectivesText,
  plain: perspectivesPlain,
  markdown: perspectivesMarkdown,
};

/** Results in one form, as one document: JSON is one result or a list of them, CSV has one header. */
export function render(results: readonly Result[], format: Format, options: ReportOptions): string {
  if (format === 'json') return toJson(results.length === 1 ? results[0] : results);
  const [first, ...rest] = together(results).map(group => renderGroup(group, format, options));
  if (format !== 'csv') return [first, ...rest].join('\n');
  return [first, ...rest.map(text => text.slice(text.indexOf('\n') + 1))].join('');
}

function renderGroup(group: readonly Result[], format: Printed, options: ReportOptions): string {
  const table = PERSPECTIVES[format];
  if (group.length > 1 && table) return table(group as Appraisal[], options);
  const texts = group.map(result =>
    (FORMATTERS[result.format][format] as Formatter<Result>)(result, options),
  );
  return texts.map((text, i) => (i === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('');
}

/** Appraisals of one scenario that follow on one another, under perspectives of their own, belong together. */
function together(results: readonly Result[]): Result[][] {
  const groups: Result[][] = [];
  for (const result of results) {
    const last = groups.at(-1);
    if (last && sameScenario(last.at(-1)!, result)) last.push(result);
    else groups.push([result]);
  }
  return groups;
}

function sameScenario(a: Result, b: Result): boolean {
  return (
    a.format === 'appraisal/1' &&
    b.format === 'appraisal/1' &&
    a.manifest.scenario.hash === b.manifest.scenario.hash &&
    a.manifest.ruleSet.hash === b.manifest.ruleSet.hash &&
    a.perspective?.id !== b.perspective?.id
  );
}

/** JSON as it is written everywhere: two spaces, and a line end at the last line. */
export function toJson(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
