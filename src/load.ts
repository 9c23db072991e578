import { runRuleSetChecks } from './checks/rule-set-check.js';
import { RULE_SET_CHECKS } from './checks/rule-set-checks.js';
import { runScenarioChecks } from './checks/scenario-check.js';
import { SCENARIO_CHECKS } from './checks/scenario-checks.js';
import { checkSituation } from './checks/situation.js';
import { type Diagnostic, diagnostic, hasErrors } from './diagnostics/diagnostic.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import { impossibleIn } from './engine/evaluate.js';
import { settle } from './engine/settle.js';
import { type CheckedFile, gather, type RuleSetPart } from './model/authored.js';
import { resolveRuleSet } from './model/resolve-rule-set.js';
import { resolveScenario } from './model/resolve-scenario.js';
import type { RuleSet } from './model/rule-set.js';
import type { Scenario } from './model/scenario.js';
import { soundScenario } from './model/sound-scenario.js';
import { validate } from './schema/validate.js';
import { parseYaml } from './source/parse-yaml.js';
import type { SourceText } from './source/source-file.js';
import { type Changes, withChanges } from './what-if.js';

/** What came of reading a rule set: the rule set if there is no error, and every finding, in order. */
export interface LoadedRuleSet {
  ruleSet?: RuleSet;
  diagnostics: Diagnostic[];
}

/**
 * Reads a rule set from the texts of its files, whose paths start with that of its folder. Files in it that are no part
 * of it, such as cases, are passed over. Never throws for what a file holds.
 */
export function loadRuleSet(path: string, sources: readonly SourceText[]): LoadedRuleSet {
  const diagnostics: Diagnostic[] = [];
  const files: CheckedFile[] = [];
  const unreadable = new Set<RuleSetPart>();
  for (const source of sources) {
    const part = partOf(source.path.slice(path.length + 1));
    if (!part) continue;
    const parsed = parseYaml(source);
    diagnostics.push(...parsed.diagnostics);
    if (!parsed.file) unreadable.add(part);
    else {
      const { diagnostics: shape, broken } = validate(part, parsed.file);
      diagnostics.push(...shape);
      files.push({ part, file: parsed.file, broken });
    }
  }
  for (const part of REQUIRED.filter(
    part => !unreadable.has(part) && !files.some(file => file.part === part),
  )) {
    const name = part === 'rules' ? 'has no file in `rules/`' : `has no \`${part}.yaml\``;
    diagnostics.push(diagnostic('file/missing', `the rule set \`${path}\` ${name}`));
    unreadable.add(part);
  }
  const authored = gather(path, files, unreadable);
  const ruleSet = authored && headerIsSound(files) ? resolveRuleSet(authored) : undefined;
  if (authored && ruleSet) diagnostics.push(...runRuleSetChecks(RULE_SET_CHECKS, authored, ruleSet));
  const sorted = sortDiagnostics(diagnostics);
  return { ...(ruleSet && !hasErrors(sorted) && { ruleSet }), diagnostics: sorted };
}

const REQUIRED: readonly RuleSetPart[] = ['rule-set', 'facts', 'options', 'rules'];

/** What a file in the folder of a rule set is, by its path in it. */
export function partOf(relative: string): RuleSetPart | undefined {
  if (/^rules\/[^/]+\.yaml$/.test(relative)) return 'rules';
  return (['rule-set', 'facts', 'options', 'conditions'] as const).find(part => relative === `${part}.yaml`);
}

/** The head of a rule set can be used unless something at its top level is wrong or missing. */
function headerIsSound(files: readonly CheckedFile[]): boolean {
  return files.every(
    ({ part, broken }) => part !== 'rule-set' || broken.every(pointer => pointer.length > 1),
  );
}

/** What came of reading a scenario. */
export interface LoadedScenario {
  scenario?: Scenario;
  diagnostics: Diagnostic[];
}

/** Reads a scenario, with some facts changed, and checks it against its rule set, situation included. Never throws for what a file holds. */
export async function loadScenario(
  source: SourceText,
  ruleSet: RuleSet,
  changes: Changes = [],
): Promise<LoadedScenario> {
  const { file, diagnostics } = parseYaml(source);
  if (!file) return { diagnostics };
  const shape = validate('scenario', file);
  const value = soundScenario(file.data, shape.broken);
  if (!value) return { diagnostics: sortDiagnostics([...diagnostics, ...shape.diagnostics]) };
  const changed = withChanges({ file, value }, changes, ruleSet);
  const { authored } = changed;
  const stated = [
    ...diagnostics,
    ...shape.diagnostics,
    ...changed.diagnostics,
    ...runScenarioChecks(SCENARIO_CHECKS, authored, ruleSet),
  ];
  if (hasErrors(stated)) return { diagnostics: sortDiagnostics(stated) };
  const scenario = resolveScenario(authored, ruleSet, changed.made);
  const readings = await settle(ruleSet, scenario);
  const situation = checkSituation(ruleSet, scenario, readings, await impossibleIn(ruleSet, readings));
  const all = sortDiagnostics([...stated, ...situation]);
  return { ...(!hasErrors(all) && { scenario }), diagnostics: all };
}
