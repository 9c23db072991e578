import { dirname, resolve } from 'node:path';
import type { PlacedCase } from '../cases/judge-case.js';
import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { findAt } from '../files/find.js';
import { readRuleSet, readText } from '../files/index.js';
import type { LoadedRuleSet } from '../load.js';
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
): Promise<Required<Pick<LoadedRuleSet, 'ruleSet' | 'authored' | 'cases' | 'diagnostics'>>> {
  const { ruleSet, authored, cases = [], diagnostics } = await readRuleSet(folder, { tests: true });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (ruleSet && authored && errors.length === 0) return { ruleSet, authored, cases, diagnostics };
  const exit = errors.every(({ code }) => code === 'file/not-found') ? EXIT.usage : EXIT.invalid;
  throw new Stop(exit, formatDiagnostics(errors, { color: wantsColor(color, undefined, io) }).trimEnd());
}

/** The cases of some files one by one, each with the scenario file that it names. */
export async function placedCases(files: NonNullable<LoadedRuleSet['cases']>): Promise<PlacedCase[]> {
  const all = files.flatMap(({ file, value }) =>
    value.cases.map((one, i): PlacedCase => ({ value: one, file, pointer: ['cases', i] })),
  );
  const placed: PlacedCase[] = [];
  for (const one of all) {
    const named = one.value.scenario;
    const scenario = named && (await readText(resolve(dirname(one.file.path), named))).source;
    placed.push({ ...one, ...(scenario && { scenario }) });
  }
  return placed;
}
