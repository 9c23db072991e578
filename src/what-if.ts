import { runScenarioChecks } from './checks/scenario-check.js';
import { scenarioStatements } from './checks/scenario-statements.js';
import { type Diagnostic, diagnostic } from './diagnostics/diagnostic.js';
import { partsOfFact } from './model/derivation.js';
import type { ParsedScenario } from './model/parse-scenario.js';
import type { AuthoredScenario } from './model/resolve-scenario.js';
import type { RuleSet } from './model/rule-set.js';
import type { Scenario } from './model/scenario.js';
import type { AuthoredStatement, ScenarioFile } from './schema/generated/author-types.js';
import { validate } from './schema/validate.js';
import { parseYaml } from './source/parse-yaml.js';

/** Facts that are changed for one appraisal, each as `fact=value` with the value as it would stand in a scenario. */
export type Changes = readonly string[];

/**
 * A scenario with some facts changed. What it states of facts derived from these no longer binds it. A change that
 * is not in the form of `fact=value`, or does not fit its fact, is a diagnostic on the change.
 */
export function withChanges(
  authored: AuthoredScenario,
  changes: Changes,
  ruleSet: RuleSet,
): { authored: AuthoredScenario; made: Scenario['changes']; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const made = new Map<string, unknown>();
  let value: ScenarioFile = authored.value;
  for (const change of changes) {
    const { fact, file, problems } = parseChange(change, authored, ruleSet);
    diagnostics.push(...problems);
    if (made.has(fact)) {
      const help = 'keep one of the two';
      diagnostics.push(diagnostic('argument/invalid', `\`${fact}\` is set twice`, undefined, help));
      continue;
    }
    if (!file) continue;
    made.set(fact, file.facts[fact]);
    const facts = { ...withoutDerived(value.facts, fact, ruleSet), [fact]: file.facts[fact]! };
    value = { ...value, facts };
  }
  return {
    authored: { ...authored, value },
    made: [...made].map(([fact, value]) => ({ fact, value })),
    diagnostics,
  };
}

function parseChange(change: string, { value }: AuthoredScenario, ruleSet: RuleSet) {
  const split = change.indexOf('=');
  const fact = change.slice(0, split).trim();
  const path = `--set ${change}`;
  if (split < 1 || !/^[a-z][a-z0-9-]*$/.test(fact)) {
    const help = 'write a fact, `=` and a value, as in `FACT=VALUE`';
    return {
      fact,
      problems: [diagnostic('argument/invalid', `\`${path}\` is not a change of a fact`, undefined, help)],
    };
  }
  const { file, diagnostics } = parseYaml({ path, text: `facts: { ${fact}: ${change.slice(split + 1)} }` });
  if (!file || diagnostics.length > 0) return { fact, problems: diagnostics };
  const data = { ...value, facts: (file.data as ScenarioFile).facts };
  const shape = validate('scenario', { ...file, data });
  if (shape.diagnostics.length > 0) return { fact, problems: shape.diagnostics };
  const derived = ruleSet.facts.get(fact)?.derive;
  if (derived) {
    const help = `set what it is derived from: ${partsOfFact(fact, ruleSet.facts).join(', ')}`;
    return {
      fact,
      problems: [diagnostic('argument/invalid', `\`${fact}\` is derived and cannot be set`, undefined, help)],
    };
  }
  const { diagnostics: problems } = runScenarioChecks([scenarioStatements], { file, value: data }, ruleSet);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { fact, problems: errors, ...(errors.length === 0 && { file: data }) };
}

/** What is stated, without the derived facts that a changed one decides. */
export function withoutDerived(
  facts: ScenarioFile['facts'],
  changed: string,
  ruleSet: RuleSet,
): ScenarioFile['facts'] {
  const kept = Object.entries(facts).filter(
    ([id]) => !ruleSet.facts.get(id)?.derive || !partsOfFact(id, ruleSet.facts).includes(changed),
  );
  return Object.fromEntries(kept);
}

/** What a scenario could say instead: of some facts, and by what it is judged. What is absent stays as it is. */
export interface Restated {
  facts: Readonly<Record<string, AuthoredStatement>>;
  perspective?: string;
  /** Every criterion's, in place of a perspective. */
  weights?: Readonly<Record<string, number>>;
}

/**
 * A parsed scenario as if its file had said something else. What it states of facts derived from these no longer binds it.
 * Nothing is checked here: `loadScenario` checks it as it would the file.
 */
export function restated(
  { authored, ...parsed }: ParsedScenario,
  changes: Restated,
  ruleSet: RuleSet,
): ParsedScenario {
  if (!authored) return parsed;
  const value = restatedData(authored.value, changes, ruleSet);
  return { ...parsed, authored: { ...authored, file: { ...authored.file, data: value }, value } };
}

/** The data of a scenario file as if it had said something else. */
export function restatedData(
  { perspective, weights, ...value }: ScenarioFile,
  changes: Restated,
  ruleSet: RuleSet,
): ScenarioFile {
  const known = Object.keys(changes.facts).filter(fact => ruleSet.facts.has(fact));
  const kept = known.reduce((facts, fact) => withoutDerived(facts, fact, ruleSet), value.facts);
  const judged = changes.weights
    ? { weights: { ...changes.weights } }
    : changes.perspective !== undefined
      ? { perspective: changes.perspective }
      : { ...(perspective !== undefined && { perspective }), ...(weights !== undefined && { weights }) };
  return { ...value, ...judged, facts: { ...kept, ...changes.facts } };
}
