import { readdir, stat } from 'node:fs/promises';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { roleOf } from '../model/parse-rule-set.js';
import { atATime } from './at-a-time.js';
import { looksLikeScenario } from './looks-like-scenario.js';
import { relativeToHere } from './paths.js';

/** Something to check. */
export interface Found {
  kind: 'rule-set' | 'scenario' | 'record' | 'table-map';
  path: string;
}

/** What was found, and folders that could not be looked into. */
export interface Finds {
  found: Found[];
  diagnostics: Diagnostic[];
}

const PASSED_OVER = new Set(['node_modules', '.git', 'dist']);
/** Folders that belong to the rule set that they are in. */
const OWN_FOLDERS = new Set(['rules', 'cases']);
const OPEN = 16;

/** A record of what was done in a situation goes by its name. */
const RECORD = /\.record\.ya?ml$/;
/** So does a mapping of a table's columns. */
const TABLE_MAP = /\.map\.ya?ml$/;

/**
 * The rule sets, scenarios, records and mapping files at or below a path; undefined where nothing is there. A rule set is a folder with a
 * `rule-set.yaml`; a path to one of its files or folders stands for all of it. A file by its own path is a record
 * or a mapping file by its name, else a scenario.
 */
export async function findAt(path: string): Promise<Finds | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return undefined;
  const owner = await ownerOf(path);
  if (owner !== undefined && (await belongsTo(owner, path))) {
    return { found: [{ kind: 'rule-set', path: relativeToHere(owner) }], diagnostics: [] };
  }
  if (!info.isDirectory()) {
    return { found: [{ kind: kindOf(path), path: normalize(path) }], diagnostics: [] };
  }
  return below(normalize(path));
}

/** What a file is, by its name. */
function kindOf(path: string): 'record' | 'table-map' | 'scenario' {
  if (RECORD.test(path)) return 'record';
  return TABLE_MAP.test(path) ? 'table-map' : 'scenario';
}

/** The folder of the rule set that a path is in, if it is in one. */
async function ownerOf(path: string): Promise<string | undefined> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const head = await stat(join(folder, 'rule-set.yaml')).catch(() => undefined);
    if (head?.isFile()) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Whether a path in the folder of a rule set is a part of it: other folders in it, and scenarios, are not. */
async function belongsTo(owner: string, path: string): Promise<boolean> {
  const inside = relative(owner, resolve(path)).replaceAll('\\', '/');
  if (inside === '' || OWN_FOLDERS.has(inside.split('/')[0]!) || roleOf(inside) !== 'other') return true;
  return /^[^/]+\.ya?ml$/.test(inside) && !(await looksLikeScenario(path, 'rule-set'));
}

async function below(top: string): Promise<Finds> {
  const finds: Finds = { found: [], diagnostics: [] };
  const candidates: { path: string; beside: 'rule-set' | undefined }[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      finds.diagnostics.push(diagnostic('file/unreadable', `the folder \`${folder}\` cannot be read`));
      continue;
    }
    const beside = entries.some(({ name }) => name === 'rule-set.yaml') ? 'rule-set' : undefined;
    if (beside) finds.found.push({ kind: 'rule-set', path: folder });
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name) && !(beside && OWN_FOLDERS.has(entry.name))) folders.push(path);
      } else if (kindOf(entry.name) !== 'scenario') {
        finds.found.push({ kind: kindOf(entry.name), path });
      } else if (/\.ya?ml$/.test(entry.name) && !(beside && roleOf(entry.name) !== 'other')) {
        candidates.push({ path, beside });
      }
    }
  }
  const meant = await atATime(OPEN, candidates, ({ path, beside }) => looksLikeScenario(path, beside));
  const scenarios = candidates.filter((_, i) => meant[i]);
  finds.found.push(...scenarios.map(({ path }) => ({ kind: 'scenario' as const, path })));
  return finds;
}
