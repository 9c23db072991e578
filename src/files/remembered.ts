import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type LoadedRuleSet, loadRuleSet } from '../load.js';
import type { SourceText } from '../source/source-file.js';
import { makeFolder } from './make-folder.js';

/** What identifies this build of the program. Set where the command line is bundled; nothing is remembered without it. */
declare const DEMARCHE_BUILD: string | undefined;

/** How many rule sets are remembered. */
const MOST = 20;

/**
 * `loadRuleSet`, which remembers the rule sets that it found no error in: reading YAML takes most of the time of an
 * appraisal. What is remembered goes by the hash of every text, of the path and of this build of the program, so that it
 * can only be what loading would give again. A folder that cannot be used is passed over.
 */
export async function loadRemembered(
  path: string,
  texts: readonly SourceText[],
  isThere: Parameters<typeof loadRuleSet>[2],
): Promise<LoadedRuleSet> {
  if (typeof DEMARCHE_BUILD === 'undefined') return loadRuleSet(path, texts, isThere);
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'demarche');
  const file = join(folder, keyOf(path, texts));
  const known = await readFile(file).then(asLoaded, () => undefined);
  if (known) return known;
  const loaded = loadRuleSet(path, texts, isThere);
  if (loaded.ruleSet) await remember(folder, file, serialize(loaded)).catch(() => undefined);
  return loaded;
}

function keyOf(path: string, texts: readonly SourceText[]): string {
  const hash = createHash('sha256');
  for (const part of [
    DEMARCHE_BUILD!,
    process.version,
    path,
    ...texts.flatMap(({ path, text }) => [path, text]),
  ]) {
    hash.update(`${part.length} `).update(part);
  }
  return hash.digest('hex');
}

function asLoaded(bytes: Buffer): LoadedRuleSet | undefined {
  try {
    return deserialize(bytes);
  } catch {
    return undefined; // Cut short, say: it is made anew.
  }
}

/** Writes it whole or not at all, and forgets the oldest. */
async function remember(folder: string, file: string, bytes: Buffer): Promise<void> {
  await makeFolder(folder, 0o700);
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, bytes, { mode: 0o600 });
  await rename(beside, file);
  const names = await readdir(folder);
  if (names.length <= MOST) return;
  const aged = await Promise.all(
    names.map(async name => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(MOST))
    await rm(join(folder, name), { force: true });
}
