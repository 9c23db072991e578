import { existsSync } from 'node:fs';
import { normalize, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { type LoadedRuleSet, loadRuleSet } from '../load.js';
import { shortList } from '../report/lists.js';
import { tooMuch } from '../source/limits.js';
import { atATime } from './at-a-time.js';
import { looksLikeScenario } from './looks-like-scenario.js';
import { readText } from './read-text.js';
import { ruleSetFiles, ruleSetsIn, unknownFile } from './rule-set-files.js';

export { ruleSetFolder } from './paths.js';
export { type ReadText, readText } from './read-text.js';

/** How many files are open at once. */
const OPEN = 16;

/** How a rule set is to be read from its folder. */
export interface ReadOptions {
  /** Its worked cases and its properties are read and checked as well. */
  tests?: boolean;
  /** What makes a rule set of its texts: `loadRuleSet` unless it is said. */
  load?: (...args: Parameters<typeof loadRuleSet>) => LoadedRuleSet | Promise<LoadedRuleSet>;
}

/** Reads and checks a rule set from its folder. A folder that is missing is a diagnostic. */
export async function readRuleSet(
  folder: string,
  { tests = false, load = loadRuleSet }: ReadOptions = {},
): Promise<LoadedRuleSet> {
  const path = normalize(folder).replace(/(?<=.)[\\/]+$/, '');
  const files = await ruleSetFiles(path);
  if (!files || files.parts.length === 0) return { diagnostics: [await noRuleSet(path)] };
  const names = [...files.parts, ...(tests ? files.tests : [])];
  const much = tooMuch(path, names.length, 0);
  if (much) return { diagnostics: [much] };
  const read = await atATime(OPEN, names, name => readText(`${path}/${name}`));
  const texts = read.flatMap(({ source }) => source ?? []);
  const { diagnostics, ...loaded } = await load(path, texts, isThere);
  const strays = await atATime(OPEN, files.unknown, async name =>
    (await looksLikeScenario(`${path}/${name}`, 'rule-set')) ? [] : [unknownFile(path, name)],
  );
  const failed = read.flatMap(one => one.diagnostics);
  const all = sortDiagnostics([...failed, ...strays.flat(), ...diagnostics]);
  return failed.length > 0 ? { diagnostics: all } : { ...loaded, diagnostics: all };
}

function isThere(casePath: string, scenario: string): boolean {
  return existsSync(resolve(casePath, '..', scenario));
}

async function noRuleSet(path: string): Promise<Diagnostic> {
  const near = (await ruleSetsIn(path)).map(found => `\`${normalize(found)}\``);
  const help =
    near.length > 0
      ? `it holds ${shortList(near, 3)}`
      : 'a rule set is a folder with `rule-set.yaml`, `facts.yaml`, `options.yaml` and `rules/`';
  return diagnostic('file/not-found', `no rule set folder \`${path}\``, undefined, help);
}
