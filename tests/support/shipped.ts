import { readdirSync, readFileSync } from 'node:fs';
import { appraise } from '../../src/appraise.js';
import { readRuleSet, readText } from '../../src/files/index.js';
import { loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import type { RuleSet } from '../../src/model/rule-set.js';

/** The folder of the shipped rule set. */
export const SHIPPED = 'rules/patron-backed-regimes';

/** The paths of the shipped scenarios. */
export const SCENARIOS = readdirSync('scenarios')
  .filter(name => name.endsWith('.yaml'))
  .map(name => `scenarios/${name}`);

/** The shipped rule set, or a failure that shows what is wrong with it. */
export async function shippedRuleSet(): Promise<RuleSet> {
  const { ruleSet, diagnostics } = await readRuleSet(SHIPPED);
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics.slice(0, 5), null, 2));
  return ruleSet;
}

/** A shipped scenario, appraised. */
export async function appraised(path: string, perspective?: string): Promise<Appraisal> {
  const ruleSet = await shippedRuleSet();
  const { source } = await readText(path);
  const { scenario, diagnostics } = await loadScenario(source!, ruleSet);
  if (!scenario) throw new Error(JSON.stringify(diagnostics.slice(0, 5), null, 2));
  return appraise(ruleSet, scenario, perspective === undefined ? {} : { perspective });
}

/** A file of the repository. */
export function text(path: string): string {
  return readFileSync(path, 'utf8');
}
