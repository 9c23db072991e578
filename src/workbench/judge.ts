import {
  type Appraisal,
  appraise,
  type Diagnostic,
  loadScenario,
  type ParsedScenario,
  parseScenario,
  type Restated,
  type RuleSet,
  restated,
  type Scenario,
  type SourceText,
} from '../index.js';

/** A situation as the rules judge it, or what is wrong with it. */
export type Judged =
  | { situation: Restated; scenario: Scenario; appraisal: Appraisal; diagnostics: readonly Diagnostic[] }
  | { situation: Restated; scenario?: never; appraisal?: never; diagnostics: readonly Diagnostic[] };

/** A scenario that was read once, for all situations that start from it. */
export interface Read {
  source: SourceText;
  parsed: ParsedScenario;
}

/** Reads the text of a scenario as the command line does. */
export function read(source: SourceText): Read {
  return { source, parsed: parseScenario(source) };
}

/** Judges a situation by the same code as the command line. */
export async function judge({ parsed }: Read, situation: Restated, ruleSet: RuleSet): Promise<Judged> {
  const { scenario, diagnostics } = await loadScenario(restated(parsed, situation, ruleSet), ruleSet);
  if (!scenario) return { situation, diagnostics };
  return { situation, scenario, appraisal: await appraise(ruleSet, scenario), diagnostics };
}
