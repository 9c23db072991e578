import type { Explanation } from '../model/explanation.js';
import { csv } from './csv.js';
import { explanationOutline } from './explanation-outline.js';
import { safely } from './layout.js';
import { MADE_FROM, madeFromCells } from './manifest.js';
import type { ReportOptions } from './options.js';
import { outlineMarkdown, outlinePlain, outlineText } from './outline.js';

/** One option for a terminal: an outline, each detail indented under what it is a detail of. */
export function explanationText(result: Explanation, options: ReportOptions): string {
  return outlineText(explanationOutline(safely(result)), options);
}

/** One option in sentences, one statement a line, in ASCII. */
export function explanationPlain(result: Explanation, options: ReportOptions): string {
  return outlinePlain(explanationOutline(safely(result)), options);
}

/** One option as Markdown: a heading for each part, and nested lists. */
export function explanationMarkdown(result: Explanation): string {
  return outlineMarkdown(explanationOutline(safely(result)));
}

const COLUMNS = [
  ...['scenario', 'option', 'criterion', 'rule', 'points', 'weight', 'weighted', 'evidence', 'certain'],
  ...['reason', 'sources', 'file', 'line', ...MADE_FROM],
];

/** What adds up to the score of one option, a row for each contribution. */
export function explanationCsv(result: Explanation): string {
  const { appraisal, option, rule } = safely(result);
  const ranked = appraisal.ranking.find(one => one.option === option);
  const rows = (ranked?.contributions ?? [])
    .filter(one => rule === null || one.rule === rule)
    .map(({ criterion, points, weight, weighted, evidence, certain, reason, sources, at, rule }) => ({
      ...{ scenario: appraisal.manifest.scenario.id, option, criterion, points, weight, weighted, reason },
      ...{ rule: rule ?? '', evidence: evidence ?? '', certain: String(certain) },
      ...{ sources: sources.join('; '), file: at?.file ?? '', line: at?.line ?? '' },
      ...madeFromCells(appraisal.manifest),
    }));
  return csv(rows, COLUMNS);
}
