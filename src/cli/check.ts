import { normalize } from 'node:path';
import { type AboutScenario, checkRecordScenarios } from '../checks/record-scenarios.js';
import { checkScenarioIds } from '../checks/scenario-ids.js';
import { counted, formatDiagnostics, summary } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { toSarif } from '../diagnostics/sarif.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { atATime } from '../files/at-a-time.js';
import { type Finds, type Found, findAt } from '../files/find.js';
import { readRuleSet } from '../files/index.js';
import { type LoadedRuleSet, loadScenario } from '../load.js';
import type { AuthoredScenario } from '../model/resolve-scenario.js';
import { toJson } from '../report/formats.js';
import { PROGRAM } from '../version.js';
import { readSource, withRuleSet } from './input.js';
import { EXIT, type Io, Stop } from './io.js';
import { emit } from './output.js';
import { readRecord } from './records.js';
import { type Settings, wantsColor } from './settings.js';
import { readMapping } from './table/mapping.js';

type Asked = Omit<Settings, 'format'> & {
  format?: 'text' | 'json' | 'sarif';
  strict?: boolean;
  maxWarnings?: number;
  ruleSet?: string;
};

/** `demarche check [PATH…]` */
export async function checkCommand(paths: readonly string[], asked: Asked, io: Io): Promise<number> {
  const most = asked.strict ? 0 : asked.maxWarnings;
  if (most !== undefined && !(Number.isInteger(most) && most >= 0)) {
    throw new Stop(EXIT.usage, '--max-warnings takes a whole number from 0');
  }
  const { found, diagnostics: unfound } = await findAll(paths.length > 0 ? paths : ['.']);
  const diagnostics = sortDiagnostics([...unfound, ...(await checkAll(found, asked.ruleSet, io))]);
  const of = (severity: string) => diagnostics.filter(one => one.severity === severity).length;
  const tooMany = most !== undefined && of('warning') > most;
  // Warnings that fail the check are no noise, however quiet it is to be.
  const isQuiet = asked.quiet && !tooMany && (asked.format ?? 'text') === 'text';
  const shown = isQuiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  const color = wantsColor(asked.color, asked.output, io);
  const text = PRINTED[asked.format ?? 'text'](shown, color) || (asked.quiet ? '' : allWell(found));
  await emit(text, asked.output, io);
  return of('error') > 0 || tooMany ? EXIT.findings : EXIT.done;
}

const PRINTED: Record<'text' | 'json' | 'sarif', (diagnostics: Diagnostic[], color: boolean) => string> = {
  text: (diagnostics, color) => formatDiagnostics(diagnostics, { color }),
  json: diagnostics => toJson(diagnostics),
  sarif: diagnostics => toJson(toSarif(diagnostics, PROGRAM)),
};

/** `no findings in 1 rule set and 2 scenarios` */
function allWell(found: readonly Found[]): string {
  const of = (kind: Found['kind']) => found.filter(one => one.kind === kind).length;
  const parts = [
    ...counted(of('rule-set'), 'rule set'),
    ...counted(of('scenario'), 'scenario'),
    ...counted(of('record'), 'record'),
    ...counted(of('table-map'), 'mapping file'),
  ];
  const [last, ...before] = parts.reverse();
  return `${summary([])} in ${before.length > 0 ? `${before.reverse().join(', ')} and ` : ''}${last}\n`;
}

/** What is at the paths, each once, or a stop at a path that leads to nothing. `-` is a scenario on the standard input. */
async function findAll(paths: readonly string[]): Promise<Finds> {
  const finds: Finds = { found: [], diagnostics: [] };
  for (const path of paths) {
    const here: Finds | undefined =
      path === '-' ? { found: [{ kind: 'scenario', path }], diagnostics: [] } : await findAt(path);
    if (!here) throw new Stop(EXIT.usage, `no file or folder \`${path}\``);
    if (here.found.length + here.diagnostics.length === 0) {
      throw new Stop(EXIT.usage, `no rule set or scenario below \`${normalize(path)}\``);
    }
    finds.found.push(...here.found);
    finds.diagnostics.push(...here.diagnostics);
  }
  const byPath = new Map(finds.found.map(one => [one.path, one]));
  return { ...finds, found: [...byPath.values()] };
}

/** How many files are checked at once. */
const AT_ONCE = 8;

async function checkAll(found: readonly Found[], asked: string | undefined, io: Io): Promise<Diagnostic[]> {
  const ruleSets = new Map<string, Promise<LoadedRuleSet>>();
  const ruleSet = (folder: string) => {
    const known = ruleSets.get(folder) ?? readRuleSet(folder, { tests: true });
    ruleSets.set(folder, known);
    return known;
  };
  const scenarios: AuthoredScenario[] = [];
  const records: AboutScenario[] = [];
  const checked = await atATime(AT_ONCE, found, async ({ kind, path }) => {
    if (kind === 'rule-set') return (await ruleSet(path)).diagnostics;
    if (kind === 'record') {
      const { about, diagnostics } = await readRecord(path, asked, ruleSet);
      if (about) records.push(about);
      return diagnostics;
    }
    if (kind === 'table-map') return (await readMapping(path, asked, ruleSet)).diagnostics;
    const { source, diagnostics: unread } = await readSource(path, io);
    if (!source) return unread;
    const { parsed, rules, diagnostics } = await withRuleSet(source, asked, ruleSet);
    if (parsed.authored) scenarios.push(parsed.authored);
    return rules?.ruleSet ? (await loadScenario(parsed, rules.ruleSet)).diagnostics : diagnostics;
  });
  return [...checked.flat(), ...checkScenarioIds(scenarios), ...checkRecordScenarios(records)];
}
