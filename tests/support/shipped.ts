import { readdirSync, readFileSync } from 'node:fs';
import { appraise } from '../../src/appraise.js';
import { readRuleSet, readText } from '../../src/files/index.js';
import { loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import type { RuleSet } from '../../src/model/rule-set.js';

/** The folder of the first shipped rule set, which most tests of commands and analyses use. */
export const SHIPPED = 'rules/patron-backed-regimes';

/** The paths of its scenarios. */
export const SCENARIOS = scenariosIn('scenarios');

/** The folder of the second one. */
export const UNION = 'rules/backsliding-in-a-union';

/** The paths of its scenarios. */
export const UNION_SCENARIOS = scenariosIn('scenarios/union');

function scenariosIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => `${folder}/${name}`);
}

/** A shipped rule set, the first unless another folder is named, or a failure that shows what is wrong with it. */
export async function shippedRuleSet(folder = SHIPPED): Promise<RuleSet> {
  const { ruleSet, diagnostics } = await readRuleSet(folder);
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics.slice(0, 5), null, 2));
  return ruleSet;
}

/** A shipped scenario, appraised; of the first rule set unless another folder is named. */
export async function appraised(path: string, perspective?: string, folder = SHIPPED): Promise<Appraisal> {
  const ruleSet = await shippedRuleSet(folder);
  const { source } = await readText(path);
  const { scenario, diagnostics } = await loadScenario(source!, ruleSet);
  if (!scenario) throw new Error(JSON.stringify(diagnostics.slice(0, 5), null, 2));
  return appraise(ruleSet, scenario, perspective === undefined ? {} : { perspective });
}

/** The leaders of scenarios, each by its own perspective or all by one. */
export async function leadersOf(paths: readonly string[], perspective?: string, folder = SHIPPED) {
  const rankings = await Promise.all(paths.map(path => appraised(path, perspective, folder)));
  return rankings.map(({ ranking }) => ranking[0]!.option);
}

/** A file of the repository. */
export function text(path: string): string {
  return readFileSync(path, 'utf8');
}
