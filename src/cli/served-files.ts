import { resolve } from 'node:path';
import { findAt } from '../files/find.js';
import { readText, ruleSetFolder } from '../files/index.js';
import { relativeToHere } from '../files/paths.js';
import { parseScenario } from '../model/parse-scenario.js';
import { EXIT, type Io, Stop } from './io.js';

/** A scenario that is served, and the folder of its rule set. */
export interface ServedScenario {
  path: string;
  folder: string;
}

/** The folders of rule sets and the scenarios at or below these paths; of a scenario its rule set, wherever that is. */
export async function servedFiles(
  paths: readonly string[],
  quiet: boolean,
  io: Io,
): Promise<{ folders: string[]; scenarios: ServedScenario[] }> {
  const folders = new Set<string>();
  const scenarios: ServedScenario[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const found = await findAt(path);
    if (!found) throw new Stop(EXIT.usage, `no file or folder \`${path}\``);
    for (const one of found.found) {
      if (one.kind === 'rule-set') folders.add(relativeToHere(resolve(one.path)));
      if (one.kind !== 'scenario') continue;
      const folder = await folderOf(one.path);
      if (folder === undefined) {
        if (!quiet) io.err(`passed over, for it names no rule set: \`${one.path}\`\n`);
        continue;
      }
      folders.add(folder);
      scenarios.push({ path: one.path, folder });
    }
  }
  if (folders.size > 0) return { folders: [...folders], scenarios };
  const named = (paths.length > 0 ? paths : ['.']).map(path => `\`${path}\``).join(', ');
  throw new Stop(EXIT.usage, `no rule set below ${named}`);
}

async function folderOf(path: string): Promise<string | undefined> {
  const { source } = await readText(path);
  const named = source && parseScenario(source).ruleSet?.named;
  if (named === undefined) return undefined;
  const folder = relativeToHere(resolve(ruleSetFolder(path, named)));
  const isThere = (await findAt(folder))?.found.some(({ kind }) => kind === 'rule-set');
  return isThere ? folder : undefined;
}
