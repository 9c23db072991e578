import { resolve } from 'node:path';
import { audit } from '../audits/audit.js';
import { findAt } from '../files/find.js';
import { readText, ruleSetFolder } from '../files/index.js';
import { type LoadedRuleSet, loadScenario } from '../load.js';
import type { Audit } from '../model/audit.js';
import { parseScenario } from '../model/parse-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { EXIT, type Io, Stop } from './io.js';
import type { VerifyAsked } from './verify.js';

/** The audit of a rule set that was opened: with what `check` said of it, and its scenarios below a folder. */
export async function auditOf(
  { ruleSet, diagnostics }: Required<Pick<LoadedRuleSet, 'ruleSet' | 'diagnostics'>>,
  folder: string,
  { scenarios, timeLimit, filter, quiet }: VerifyAsked,
  io: Io,
): Promise<Audit> {
  const result = await audit(ruleSet, {
    scenarios: await scenariosOf(ruleSet, folder, scenarios ?? '.', quiet, io),
    checked: diagnostics,
    limit: () => AbortSignal.timeout(1000 * timeLimit),
    ...(filter !== undefined && { wanted: kind => kind.includes(filter) }),
    ...(quiet !== true && { onProgress: io.progress }),
  });
  io.progress(1);
  return result;
}

/** Whether an audit leaves nothing to mend: no warning was found, and none could have been missed. */
export function isClean(found: Audit | null): boolean {
  if (!found) return true;
  return !(
    found.findings.some(({ severity }) => severity === 'warning') ||
    found.kinds.some(({ severity, undecided }) => severity === 'warning' && undecided.length > 0)
  );
}

/** The scenarios below a folder that name this rule set. One that cannot be used is passed over, and told of. */
async function scenariosOf(
  ruleSet: RuleSet,
  folder: string,
  below: string,
  quiet: boolean | undefined,
  io: Io,
): Promise<Scenario[]> {
  const finds = await findAt(below);
  if (!finds) throw new Stop(EXIT.usage, `no file or folder \`${below}\``);
  const scenarios: Scenario[] = [];
  for (const { path } of finds.found.filter(({ kind }) => kind === 'scenario')) {
    const { source } = await readText(path);
    const parsed = source && parseScenario(source);
    const named = parsed?.ruleSet && ruleSetFolder(path, parsed.ruleSet.named);
    if (!parsed || named === undefined || resolve(named) !== resolve(folder)) continue;
    const { scenario } = await loadScenario(parsed, ruleSet);
    if (scenario) scenarios.push(scenario);
    else if (!quiet) io.err(`Passed over ${path}, which has errors.\n`);
  }
  return scenarios.sort((a, b) => (a.id < b.id ? -1 : 1));
}
