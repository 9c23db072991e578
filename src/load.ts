import { checkCases } from './checks/cases.js';
import { runRuleSetChecks } from './checks/rule-set-check.js';
import { RULE_SET_CHECKS } from './checks/rule-set-checks.js';
import { runScenarioChecks } from './checks/scenario-check.js';
import { SCENARIO_CHECKS } from './checks/scenario-checks.js';
import { checkSituation } from './checks/situation.js';
import { checkTableMap } from './checks/table-map.js';
import { type Diagnostic, hasErrors } from './diagnostics/diagnostic.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import { impossibleIn } from './engine/evaluate.js';
import { settle } from './engine/settle.js';
import type { AuthoredRuleSet } from './model/authored.js';
import { type ParsedCases, parseRuleSet } from './model/parse-rule-set.js';
import { type ParsedScenario, parseScenario } from './model/parse-scenario.js';
import { parseTableMap, resolveTableMap } from './model/parse-table-map.js';
import { resolveRuleSet } from './model/resolve-rule-set.js';
import { type AuthoredScenario, resolveScenario } from './model/resolve-scenario.js';
import type { RuleSet } from './model/rule-set.js';
import type { Scenario } from './model/scenario.js';
import { soundScenario } from './model/sound-scenario.js';
import type { TableMap } from './model/table-map.js';
import { tooMuch } from './source/limits.js';
import type { SourceText } from './source/source-file.js';
import { type Changes, withChanges } from './what-if.js';

/** What came of reading a rule set: the rule set if there is no error, and every finding, in order. */
export interface LoadedRuleSet {
  ruleSet?: RuleSet;
  /** Its files of cases, where they were among the texts and have no error. */
  cases?: readonly ParsedCases[];
  /** What its files say, if there is no error. */
  authored?: AuthoredRuleSet;
  diagnostics: Diagnostic[];
}

/**
 * Reads a rule set from the texts of its files, whose paths start with that of its folder. Its cases are checked if
 * they are among them; files that are no part of it are passed over. `isThere` tells whether the scenario file that a
 * case names, relative to the file of the case, exists. Never throws for what a file holds.
 */
export function loadRuleSet(
  path: string,
  sources: readonly SourceText[],
  isThere: (casePath: string, scenario: string) => boolean = () => true,
): LoadedRuleSet {
  const much = tooMuch(
    path,
    sources.length,
    sources.reduce((sum, { text }) => sum + text.length, 0),
  );
  if (much) return { diagnostics: [much] };
  const { authored, cases, diagnostics, caseDiagnostics } = parseRuleSet(path, sources);
  const ruleSet = resolveRuleSet(authored);
  diagnostics.push(...runRuleSetChecks(RULE_SET_CHECKS, authored, ruleSet));
  const sound = !hasErrors(diagnostics);
  caseDiagnostics.push(...checkCases(cases, authored, sound ? ruleSet : undefined, isThere));
  return {
    ...(sound && { ruleSet, authored }),
    ...(cases.length > 0 && !hasErrors(caseDiagnostics) && { cases }),
    diagnostics: sortDiagnostics(withoutRepeats([...diagnostics, ...caseDiagnostics])),
  };
}

/** What came of reading a mapping file. */
export interface LoadedTableMap {
  map?: TableMap;
  diagnostics: Diagnostic[];
}

/** Reads how columns of a table become facts of a rule set, and checks it against that. Never throws for what a file holds. */
export function loadTableMap(source: SourceText, ruleSet: RuleSet): LoadedTableMap {
  const { authored, diagnostics: shape } = parseTableMap(source);
  const diagnostics = sortDiagnostics([...shape, ...(authored ? checkTableMap(authored, ruleSet) : [])]);
  return {
    ...(authored && !hasErrors(diagnostics) && { map: resolveTableMap(authored, ruleSet) }),
    diagnostics,
  };
}

/** What came of reading a scenario. */
export interface LoadedScenario {
  scenario?: Scenario;
  diagnostics: Diagnostic[];
}

/** Reads a scenario, with some facts changed, and checks it against its rule set, situation included. Never throws for what a file holds. */
export async function loadScenario(
  source: SourceText | ParsedScenario,
  ruleSet: RuleSet,
  changes: Changes = [],
): Promise<LoadedScenario> {
  const { authored: stated, diagnostics: shape } = 'text' in source ? parseScenario(source) : source;
  if (!stated) return { diagnostics: sortDiagnostics(shape) };
  const { authored, diagnostics: changed, made } = withChanges(stated, changes, ruleSet);
  const { diagnostics: said, broken } = runScenarioChecks(SCENARIO_CHECKS, authored, ruleSet);
  const told = [...shape, ...changed, ...said];
  const wrong = hasErrors(told);
  // What is wrong is left unknown, so that only errors can be told of the rest for certain.
  const sound = wrong ? { ...authored, value: soundScenario(authored.value, broken)! } : authored;
  const { scenario, situation } = await settled(sound, ruleSet, made);
  const all = [...told, ...situation.filter(({ severity }) => !wrong || severity === 'error')];
  const diagnostics = sortDiagnostics(withoutRepeats(all));
  return { ...(!hasErrors(diagnostics) && { scenario }), diagnostics };
}

async function settled(
  authored: AuthoredScenario,
  ruleSet: RuleSet,
  made: ReturnType<typeof withChanges>['made'],
) {
  const scenario = resolveScenario(authored, ruleSet, made);
  const readings = await settle(ruleSet, scenario);
  const impossible = await impossibleIn(ruleSet, readings);
  const isOne = readings.possible === readings.point;
  const atBest = isOne ? impossible : await impossibleIn(ruleSet, { ...readings, possible: readings.point });
  return { scenario, situation: checkSituation(ruleSet, scenario, readings, { impossible, atBest }) };
}

/** Leaves out what follows from text that YAML itself could not be read from at the same place. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ place }: Diagnostic) => place && `${place.line}:${place.column} ${place.file}`;
  const isYaml = ({ code }: Diagnostic) => code.startsWith('yaml/');
  const told = new Set(diagnostics.filter(isYaml).map(keyOf));
  return diagnostics.filter(one => isYaml(one) || one.place === undefined || !told.has(keyOf(one)));
}
