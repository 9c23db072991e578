import { formatDiagnostics } from '../diagnostics/code-frame.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { type ReadText, readRuleSet, readText, ruleSetFolder } from '../files/index.js';
import { textOf } from '../files/read-text.js';
import { loadRemembered } from '../files/remembered.js';
import { type LoadedRuleSet, loadScenario } from '../load.js';
import { type ParsedScenario, parseScenario } from '../model/parse-scenario.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { LIMITS } from '../source/limits.js';
import type { SourceText } from '../source/source-file.js';
import { EXIT, type Io, Stop } from './io.js';
import { type Settings, wantsColor } from './settings.js';

/** A scenario that is ready to be appraised, with the warnings that came with it. */
export interface Opened {
  ruleSet: RuleSet;
  scenario: Scenario;
  /** Where the rule set was read from. */
  folder: string;
  /** The file of the scenario. */
  source: SourceText;
  diagnostics: Diagnostic[];
}

/** Reads a rule set, or takes what is remembered of it. */
function read(folder: string): Promise<LoadedRuleSet> {
  return readRuleSet(folder, { load: loadRemembered });
}

/** Reads a scenario and its rule set, or stops with everything that is wrong with either. */
export async function openScenario(
  path: string,
  asked: Settings & { ruleSet?: string; set?: readonly string[] },
  io: Io,
): Promise<Opened> {
  const { source, diagnostics: unread } = await readSource(path, io);
  if (!source) return refuse(unread, asked, io);
  const { parsed, rules, folder, diagnostics: without } = await withRuleSet(source, asked.ruleSet, read);
  if (!rules?.ruleSet || folder === undefined) return refuse(without, asked, io);
  const { scenario, diagnostics } = await loadScenario(parsed, rules.ruleSet, asked.set);
  const all = [...rules.diagnostics, ...diagnostics];
  if (!scenario) return refuse(diagnostics, asked, io);
  const told = all.filter(({ severity }) => severity !== 'note');
  return { ruleSet: rules.ruleSet, scenario, folder, source, diagnostics: told };
}

/** The rule set that a scenario names, or undefined where anything is wrong. Says nothing. */
export async function openQuietly(path: string): Promise<RuleSet | undefined> {
  const { source } = await readText(path);
  return source && (await withRuleSet(source, undefined, read)).rules?.ruleSet;
}

/** Reads a rule set, or stops with everything that is wrong with it. */
export async function openRuleSet(folder: string, asked: Settings, io: Io): Promise<RuleSet> {
  const { ruleSet, diagnostics } = await read(folder);
  return ruleSet ?? refuse(diagnostics, asked, io);
}

/** A file, or with `-` what comes on the standard input. */
export async function readSource(path: string, io: Io): Promise<ReadText> {
  return path === '-' ? textOf(STDIN, await io.stdin(LIMITS.bytes)) : readText(path);
}

const STDIN = 'stdin';

/** A scenario with the rule set that goes with it. */
interface WithRuleSet {
  parsed: ParsedScenario;
  /** Absent where the scenario names none. */
  rules?: LoadedRuleSet;
  /** The folder that it was read from. */
  folder?: string;
  /** Where there is no rule set without errors: all that can be said of either all the same. */
  diagnostics: Diagnostic[];
}

/** Parses a scenario and reads its rule set: from the folder that was asked for, else from the one that it names. */
export async function withRuleSet(
  source: SourceText,
  asked: string | undefined,
  read: (folder: string) => Promise<LoadedRuleSet>,
): Promise<WithRuleSet> {
  const parsed = parseScenario(source);
  const named =
    parsed.ruleSet && ruleSetFolder(source.path === STDIN ? './stdin' : source.path, parsed.ruleSet.named);
  const folder = asked ?? named;
  if (folder === undefined) return { parsed, diagnostics: namesNone(parsed) };
  const rules = await read(folder);
  if (rules.ruleSet) return { parsed, rules, folder, diagnostics: [] };
  const told = asked === undefined ? leadsNowhere(rules.diagnostics, folder, parsed) : rules.diagnostics;
  return { parsed, rules, diagnostics: sortDiagnostics([...told, ...parsed.diagnostics]) };
}

/** The shape of a scenario says that `rule-set` is missing; what else can be done is said here. */
function namesNone({ authored, diagnostics }: ParsedScenario): Diagnostic[] {
  const help = 'add `rule-set: FOLDER`, or use --rule-set';
  const isMissing = (one: Diagnostic) =>
    one.code === 'schema/missing-key' && one.message.includes('`rule-set`');
  return sortDiagnostics(diagnostics.map(one => (authored && isMissing(one) ? { ...one, help } : one)));
}

/** The findings on a rule set that cannot be used, and one at the place where the scenario names it. */
function leadsNowhere(
  diagnostics: readonly Diagnostic[],
  folder: string,
  { ruleSet }: ParsedScenario,
): Diagnostic[] {
  if (diagnostics.some(({ code }) => code === 'file/not-found')) {
    const help = '`rule-set` is a path relative to the file of the scenario';
    return [diagnostic('file/not-found', `no rule set folder \`${folder}\``, ruleSet?.place, help)];
  }
  const message = `the rule set \`${folder}\` has errors`;
  const help = 'mend these first: most of a scenario is checked against its rule set';
  return [...diagnostics, diagnostic('scenario/rule-set-mismatch', message, ruleSet?.place, help)];
}

/** Prints findings and stops: 2 where a path leads nowhere, 3 where a file is wrong. */
function refuse(diagnostics: readonly Diagnostic[], { color }: Settings, io: Io): never {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const missing =
    errors.length > 0 && errors.every(({ code }) => code === 'file/not-found' || code === 'argument/invalid');
  const text = formatDiagnostics(errors, { color: wantsColor(color, undefined, io) });
  throw new Stop(missing ? EXIT.usage : EXIT.invalid, text.trimEnd());
}
