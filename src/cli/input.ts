import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { readRuleSet, readText, ruleSetFolder } from '../files/index.js';
import { loadScenario } from '../load.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { parseYaml } from '../source/parse-yaml.js';
import type { SourceText } from '../source/source-file.js';
import { EXIT, type Io, Stop } from './io.js';
import { type Settings, wantsColor } from './settings.js';

/** A scenario that is ready to be appraised, with the warnings that came with it. */
export interface Opened {
  ruleSet: RuleSet;
  scenario: Scenario;
  diagnostics: Diagnostic[];
}

/** Reads a scenario and its rule set, or stops with everything that is wrong with either. */
export async function openScenario(
  path: string,
  asked: Settings & { ruleSet?: string; set?: readonly string[] },
  io: Io,
): Promise<Opened> {
  const { source, diagnostics: unread } = await readSource(path, io);
  if (!source) return refuse(unread, asked, io);
  const folder = asked.ruleSet ?? namedRuleSet(source);
  if (folder === undefined) return refuse(unnamed(source), asked, io);
  const rules = await readRuleSet(folder);
  if (!rules.ruleSet) return refuse(rules.diagnostics, asked, io);
  const { scenario, diagnostics } = await loadScenario(source, rules.ruleSet, asked.set);
  const all = [...rules.diagnostics, ...diagnostics];
  if (!scenario) return refuse(diagnostics, asked, io);
  return { ruleSet: rules.ruleSet, scenario, diagnostics: all.filter(({ severity }) => severity !== 'note') };
}

/** The rule set that a scenario names, or undefined where anything is wrong. Says nothing. */
export async function openQuietly(path: string): Promise<RuleSet | undefined> {
  const { source } = await readText(path);
  const folder = source && namedRuleSet(source);
  return folder === undefined ? undefined : (await readRuleSet(folder)).ruleSet;
}

/** Reads a rule set, or stops with everything that is wrong with it. */
export async function openRuleSet(folder: string, asked: Settings, io: Io): Promise<RuleSet> {
  const { ruleSet, diagnostics } = await readRuleSet(folder);
  return ruleSet ?? refuse(diagnostics, asked, io);
}

/** A file, or with `-` what comes on the standard input. */
export async function readSource(path: string, io: Io): ReturnType<typeof readText> {
  if (path !== '-') return readText(path);
  return { source: { path: 'stdin', text: await io.stdin() }, diagnostics: [] };
}

/** The folder that a scenario names, or undefined where that cannot be told. */
export function namedRuleSet(source: SourceText): string | undefined {
  const data = parseYaml(source).file?.data;
  const named =
    typeof data === 'object' && data !== null && 'rule-set' in data ? data['rule-set'] : undefined;
  if (typeof named !== 'string') return undefined;
  return ruleSetFolder(source.path === 'stdin' ? './stdin' : source.path, named);
}

/** Why a scenario leads to no rule set: what is wrong with its text, or that it names none. */
export function unnamed(source: SourceText): Diagnostic[] {
  const { diagnostics } = parseYaml(source);
  if (hasErrors(diagnostics)) return diagnostics;
  const place = {
    file: source.path,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    excerpt: source.text.split('\n')[0]!.slice(0, 200),
  };
  return [
    diagnostic(
      'scenario/rule-set-mismatch',
      'the scenario names no rule set',
      place,
      'add `rule-set: FOLDER`, or use --rule-set',
    ),
  ];
}

/** Prints findings and stops: 2 where a path leads nowhere, 3 where a file is wrong. */
function refuse(diagnostics: readonly Diagnostic[], { color }: Settings, io: Io): never {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const missing = errors.length > 0 && errors.every(({ code }) => code === 'file/not-found');
  const text = formatDiagnostics(errors, { color: wantsColor(color, undefined, io) });
  throw new Stop(missing ? EXIT.usage : EXIT.invalid, text.trimEnd());
}
