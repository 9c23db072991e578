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

/** Runs checks over a scenario, and tells where it has errors. */
export function runScenarioChecks(
  checks: readonly ScenarioCheck[],
  scenario: AuthoredScenario,
  ruleSet: RuleSet,
): { diagnostics: Diagnostic[]; broken: Pointer[] } {
  const diagnostics: Diagnostic[] = [];
  const broken: Pointer[] = [];
  const report: ScenarioContext['report'] = (code, pointer, part, message, help) => {
    const found = diagnostic(
      code,
      message,
      placeOf(scenario.file, [...(scenario.within ?? []), ...pointer], part),
      help,
    );
    diagnostics.push(found);
    if (found.severity === 'error') broken.push(pointer);
  };
  for (const check of checks) check({ scenario, ruleSet, report });
  return { diagnostics, broken };
}
