import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { findAt } from '../files/find.js';
import { readRuleSet } from '../files/index.js';
import type { LoadedRuleSet } from '../load.js';
import type { RuleSet } from '../model/rule-set.js';
import { EXIT, type Io, Stop } from './io.js';
import { wantsColor } from './settings.js';

/** The rule sets below this folder; it is wrong usage where there are none. */
export async function ruleSetsHere(): Promise<string[]> {
  const found = ((await findAt('.'))?.found ?? []).filter(({ kind }) => kind === 'rule-set');
  if (found.length === 0) throw new Stop(EXIT.usage, 'no rule set below this folder');
  return found.map(({ path }) => path);
}

/** A rule set with its cases and properties, to be tested; stops with what is wrong with it. */
export async function openToTest(
  folder: string,
  color: boolean | undefined,
  io: Io,
): Promise<{ ruleSet: RuleSet; cases: LoadedRuleSet['cases'] }> {
  const { ruleSet, cases, diagnostics } = await readRuleSet(folder, { tests: true });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (ruleSet && errors.length === 0) return { ruleSet, cases };
  const exit = errors.every(({ code }) => code === 'file/not-found') ? EXIT.usage : EXIT.invalid;
  throw new Stop(exit, formatDiagnostics(errors, { color: wantsColor(color, undefined, io) }).trimEnd());
}
