import { readdir, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { formatDiagnostics, summary } from '../diagnostics/code-frame.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { toSarif } from '../diagnostics/sarif.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { readRuleSet, readText } from '../files/index.js';
import { type LoadedRuleSet, loadScenario } from '../load.js';
import { toJson } from '../report/formats.js';
import { PROGRAM } from '../version.js';
import { namedRuleSet, unnamed } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { type Settings, wantsColor } from './settings.js';

type Asked = Omit<Settings, 'format'> & {
  format?: 'text' | 'json' | 'sarif';
  strict?: boolean;
  maxWarnings?: number;
};

/** `demarche check [PATH…]` */
export async function checkCommand(paths: readonly string[], asked: Asked, io: Io): Promise<number> {
  const most = asked.strict ? 0 : asked.maxWarnings;
  if (most !== undefined && !(Number.isInteger(most) && most >= 0)) {
    throw new Stop(EXIT.usage, '--max-warnings takes a whole number from 0');
  }
  const found = (await Promise.all((paths.length > 0 ? paths : ['.']).map(path => find(path)))).flat();
  const diagnostics = sortDiagnostics(await checkAll(found));
  const color = wantsColor(asked.color, asked.output, io);
  const text = PRINTED[asked.format ?? 'text'](diagnostics, color, asked.quiet === true, found);
  await emit(text, asked.output, io);
  const of = (severity: string) => diagnostics.filter(one => one.severity === severity).length;
  return of('error') > 0 || (most !== undefined && of('warning') > most) ? EXIT.findings : EXIT.done;
}

type Printed = (diagnostics: Diagnostic[], color: boolean, quiet: boolean, found: readonly Found[]) => string;

const PRINTED: Record<'text' | 'json' | 'sarif', Printed> = {
  text: (diagnostics, color, quiet, found) => {
    const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
    if (shown.length > 0) return formatDiagnostics(shown, { color });
    const checked = (kind: Found['kind']) => found.filter(one => one.kind === kind).length;
    return quiet
      ? ''
      : `${summary([])} in ${checked('rule-set')} rule sets and ${checked('scenario')} scenarios\n`;
  },
  json: diagnostics => toJson(diagnostics),
  sarif: diagnostics => toJson(toSarif(diagnostics, PROGRAM)),
};

interface Found {
  kind: 'rule-set' | 'scenario';
  path: string;
}

const PASSED_OVER = new Set(['node_modules', '.git', 'dist']);

/** The rule sets and scenarios at or below a path. A rule set is a folder with a `rule-set.yaml`. */
async function find(path: string): Promise<Found[]> {
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new Stop(EXIT.usage, `no file or folder \`${path}\``);
  if (info.isFile()) return [{ kind: 'scenario', path: normalize(path) }];
  return below(normalize(path));
}

async function below(folder: string): Promise<Found[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some(({ name }) => name === 'rule-set.yaml')) return [{ kind: 'rule-set', path: folder }];
  const inside = entries.map(async (entry): Promise<Found[]> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : below(path);
    return entry.name.endsWith('.yaml') && (await looksLikeScenario(path))
      ? [{ kind: 'scenario', path }]
      : [];
  });
  return (await Promise.all(inside)).flat();
}

/** A YAML file that names a rule set is meant as a scenario, whatever else is wrong with it. */
async function looksLikeScenario(path: string): Promise<boolean> {
  const { source } = await readText(path);
  return source !== undefined && /^(rule-set|facts) *:/m.test(source.text);
}

async function checkAll(found: readonly Found[]): Promise<Diagnostic[]> {
  const ruleSets = new Map<string, Promise<LoadedRuleSet>>();
  const ruleSet = (folder: string) => {
    const known = ruleSets.get(folder) ?? readRuleSet(folder);
    ruleSets.set(folder, known);
    return known;
  };
  const scenarios = found
    .filter(({ kind }) => kind === 'scenario')
    .map(({ path }) => checkScenario(path, ruleSet));
  const sets = found
    .filter(({ kind }) => kind === 'rule-set')
    .map(async ({ path }) => (await ruleSet(path)).diagnostics);
  return (await Promise.all([...scenarios, ...sets])).flat();
}

async function checkScenario(
  path: string,
  ruleSet: (folder: string) => Promise<LoadedRuleSet>,
): Promise<Diagnostic[]> {
  const { source, diagnostics } = await readText(path);
  if (!source) return diagnostics;
  const folder = namedRuleSet(source);
  if (folder === undefined) return unnamed(source);
  const loaded = await ruleSet(folder);
  if (loaded.ruleSet) return (await loadScenario(source, loaded.ruleSet)).diagnostics;
  const help = 'mend the rule set first: the scenario is checked against it';
  return [
    ...loaded.diagnostics,
    diagnostic(
      'scenario/rule-set-mismatch',
      `\`${path}\` names a rule set with errors, \`${folder}\``,
      undefined,
      help,
    ),
  ];
}
