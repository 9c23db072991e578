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
  /** What was judged before: a second situation beside, or a step back, costs nothing. */
  known: WeakMap<Restated, Promise<Judged>>;
}

/** Reads the text of a scenario as the command line does. */
export function read(source: SourceText): Read {
  return { source, parsed: parseScenario(source), known: new WeakMap() };
}

/** Judges a situation by the same code as the command line. */
export function judge(read: Read, situation: Restated, ruleSet: RuleSet): Promise<Judged> {
  const known = read.known.get(situation);
  if (known) return known;
  const judged = judgeAnew(read, situation, ruleSet);
  read.known.set(situation, judged);
  return judged;
}

async function judgeAnew({ parsed }: Read, situation: Restated, ruleSet: RuleSet): Promise<Judged> {
  const { scenario, diagnostics } = await loadScenario(restated(parsed, situation, ruleSet), ruleSet);
  if (!scenario) return { situation, diagnostics };
  return { situation, scenario, appraisal: await appraise(ruleSet, scenario), diagnostics };
}
