import { report } from '../analysis/report.js';
import { appraise } from '../appraise.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { loadScenario } from '../load.js';
import type { RuleSet } from '../model/rule-set.js';
import type { SourceText } from '../source/source-file.js';
import { reportPart } from './report-part.js';

/** As far as `report` goes unless it is told otherwise, and within the time that a request is given. */
const DEPTH = { draws: 65_488, seed: 1, max: 3, timeLimit: 10 };

/** The page that `report` writes of a scenario, or what is wrong with that. */
export async function servedReport(
  source: SourceText,
  ruleSet: RuleSet,
  left: AbortSignal,
): Promise<string | { diagnostics: readonly Diagnostic[] }> {
  const { scenario, diagnostics } = await loadScenario(source, ruleSet);
  if (!scenario) return { diagnostics };
  const command = `demarche report ${source.path}`;
  const judge = (perspective?: string) =>
    appraise(ruleSet, scenario, { command, diagnostics, ...(perspective !== undefined && { perspective }) });
  const part = await reportPart(ruleSet, scenario, judge, { ...DEPTH, left });
  const { reportHtml } = await import('../page/html/html.js');
  return reportHtml(report([part], { command }));
}
