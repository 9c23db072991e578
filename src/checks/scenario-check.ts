import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredScenario } from '../model/resolve-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import { placeOf } from '../source/place.js';
import type { Pointer } from '../source/source-file.js';

/** What a check of a scenario can look at. */
export interface ScenarioContext {
  scenario: AuthoredScenario;
  ruleSet: RuleSet;
  report(code: Code, pointer: Pointer, part: 'key' | 'value', message: string, help?: string): void;
}

/** One check of what a scenario says, before it is evaluated. */
export type ScenarioCheck = (context: ScenarioContext) => void;

/** Runs checks over a scenario. */
export function runScenarioChecks(
  checks: readonly ScenarioCheck[],
  scenario: AuthoredScenario,
  ruleSet: RuleSet,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: ScenarioContext['report'] = (code, pointer, part, message, help) =>
    diagnostics.push(diagnostic(code, message, placeOf(scenario.file, pointer, part), help));
  for (const check of checks) check({ scenario, ruleSet, report });
  return diagnostics;
}
