import {
  validateAgreement,
  validateAppraisal,
  validateBacktest,
  validateComparison,
  validateDiff,
  validateExplanation,
  validateFlips,
  validateInformation,
  validatePerspectives,
  validateReport,
  validateRobustness,
  validateSensitivity,
  validateSources,
  validateTableSummary,
} from './generated/result-validators.js';

/** Kinds of saved results that can be rendered again. */
const KINDS: Record<string, (data: unknown) => boolean> = {
  'agreement/1': validateAgreement,
  'appraisal/1': validateAppraisal,
  'comparison/1': validateComparison,
  'explanation/1': validateExplanation,
  'flips/1': validateFlips,
  'perspectives/1': validatePerspectives,
  'robustness/1': validateRobustness,
  'information/1': validateInformation,
  'sensitivity/1': validateSensitivity,
  'sources/1': validateSources,
  'table-summary/1': validateTableSummary,
  'diff/1': validateDiff,
  'backtest/1': validateBacktest,
  'report/1': validateReport,
};

/** The results in a saved file: one, or a list of them. A `problem` says why it cannot be read. */
export function validateResult(text: string): { results: unknown[]; problem?: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { results: [], problem: 'is not JSON' };
  }
  const results = Array.isArray(data) ? data : [data];
  const problem = results.length === 0 ? 'holds no result' : results.map(problemOf).find(Boolean);
  return problem === undefined ? { results } : { results: [], problem };
}

function problemOf(data: unknown): string | undefined {
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
  const known = Object.keys(KINDS).join('` or `');
  if (typeof format !== 'string' || !Object.hasOwn(KINDS, format))
    return `is no result in the format \`${known}\``;
  return KINDS[format]!(data) ? undefined : `is not a sound result in the format \`${format}\``;
}
