import { readdir, readFile, stat } from 'node:fs/promises';
import { join, normalize, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type LoadedRuleSet, loadRuleSet } from '../load.js';
import { LIMITS } from '../source/limits.js';
import type { SourceText } from '../source/source-file.js';

/** Reads and checks a rule set from its folder. A folder that is missing is a diagnostic. */
export async function readRuleSet(folder: string): Promise<LoadedRuleSet> {
  const path = normalize(folder).replace(/(?<=.)[\\/]+$/, '');
  const names = await filesOf(path);
  if (!names) {
    const help = 'a rule set is a folder with `rule-set.yaml`, `facts.yaml`, `options.yaml` and `rules/`';
    return { diagnostics: [diagnostic('file/not-found', `no rule set folder \`${path}\``, undefined, help)] };
  }
  const read = await Promise.all(names.map(name => readText(`${path}/${name}`)));
  const texts = read.flatMap(({ source }) => source ?? []);
  const { diagnostics, ...loaded } = loadRuleSet(path, texts);
  const failed = read.flatMap(one => one.diagnostics);
  return failed.length > 0 ? { diagnostics: [...failed, ...diagnostics] } : { ...loaded, diagnostics };
}

/** The YAML files of a rule set that it is loaded from, in order; undefined where there is no such folder. */
async function filesOf(folder: string): Promise<string[] | undefined> {
  try {
    const top = await readdir(folder);
    const rules = top.includes('rules') ? await readdir(join(folder, 'rules')) : [];
    const all = [...top, ...rules.map(name => `rules/${name}`)];
    return all.filter(name => name.endsWith('.yaml')).sort();
  } catch {
    return undefined;
  }
}

/** Reads a text file of at most the size that Demarche accepts; anything else is a diagnostic. */
export async function readText(path: string): Promise<{ source?: SourceText; diagnostics: Diagnostic[] }> {
  try {
    const { size } = await stat(path);
    if (size > LIMITS.bytes) {
      const message = `\`${path}\` is larger than ${LIMITS.bytes / 1024} KiB`;
      return {
        diagnostics: [diagnostic('yaml/too-large', message, undefined, 'split it into several files')],
      };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return { source: { path, text }, diagnostics: [] };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      diagnostics: [
        missing
          ? diagnostic('file/not-found', `no file \`${path}\``)
          : diagnostic('file/unreadable', `\`${path}\` cannot be read as a text file`),
      ],
    };
  }
}

/** The folder that a scenario names as its rule set, as a path from where the program runs. */
export function ruleSetFolder(scenarioPath: string, named: string): string {
  return relativeToHere(resolve(scenarioPath, '..', named));
}

function relativeToHere(path: string): string {
  const here = `${resolve('.')}/`;
  return path.startsWith(here) ? path.slice(here.length) : path;
}
