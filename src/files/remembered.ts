import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type LoadedRuleSet, loadRuleSet } from '../load.js';
import type { SourceText } from '../source/source-file.js';
import { makeFolder } from './make-folder.js';

/** What identifies this build of the program. Set where the command line is bundled; nothing is remembered without it. */
declare const DEMARCHE_BUILD: string | undefined;

/** How many results are remembered. */
const MOST = 40;

/**
 * `loadRuleSet`, which remembers the rule sets that it found no error in: reading YAML takes most of the time of an
 * appraisal. What is remembered goes by every text and by the path, so that it can only be what loading would give again.
 */
export function loadRemembered(
  path: string,
  texts: readonly SourceText[],
  isThere: Parameters<typeof loadRuleSet>[2],
): Promise<LoadedRuleSet> {
  return remembered(
    [path, ...texts.flatMap(({ path, text }) => [path, text])],
    async () => {
      // What the files say is for those who change rules, and none of them starts from what is remembered.
      const { authored: _, ...loaded } = loadRuleSet(path, texts, isThere);
      return loaded;
    },
    ({ ruleSet }) => ruleSet !== undefined,
  );
}

/**
 * What was made from these texts before by this build of the program, else what is made now, which is then remembered if it
 * is worth it. A folder that cannot be used, or is not one's own, is passed over.
 */
export async function remembered<T>(
  from: readonly string[],
  make: () => Promise<T>,
  isWorthIt: (made: T) => boolean = () => true,
): Promise<T> {
  const folder = typeof DEMARCHE_BUILD === 'undefined' ? undefined : memoryFolder();
  if (folder === undefined) return make();
  const name = keyOf([DEMARCHE_BUILD!, process.version, ...from]);
  const known = await recall<T>(join(folder, name)).catch(() => undefined);
  if (known !== undefined) return known;
  const made = await make();
  if (isWorthIt(made)) await remember(folder, name, serialize(made)).catch(() => undefined);
  return made;
}

/** Where results are remembered. A relative path is none, by the XDG specification; nor has everyone a home. */
function memoryFolder(): string | undefined {
  const named = process.env.XDG_CACHE_HOME ?? '';
  if (isAbsolute(named)) return join(named, 'demarche');
  try {
    return join(homedir(), '.cache', 'demarche');
  } catch {
    return undefined;
  }
}

function keyOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

/** What a file holds, if it is whole: its first 32 bytes are a hash of the others. Marks it as used. */
async function recall<T>(file: string): Promise<T | undefined> {
  if (!(await lstat(file)).isFile()) return undefined;
  const bytes = await readFile(file);
  const [seal, payload] = [bytes.subarray(0, 32), bytes.subarray(32)];
  if (!seal.equals(sealOf(payload))) return undefined;
  const now = new Date();
  await utimes(file, now, now);
  return deserialize(payload);
}

function sealOf(payload: Buffer): Buffer {
  return createHash('sha256').update(payload).digest();
}

/** Writes it whole or not at all, and forgets the least lately used. */
async function remember(folder: string, name: string, payload: Buffer): Promise<void> {
  await makeFolder(folder, 0o700);
  const { uid } = await lstat(folder).then(it =>
    it.isDirectory() ? it : Promise.reject(new Error('no folder')),
  );
  if (process.getuid && uid !== process.getuid()) return;
  const beside = join(folder, `${name}.${process.pid}.tmp`);
  try {
    await writeFile(beside, Buffer.concat([sealOf(payload), payload]), { mode: 0o600 });
    await rename(beside, join(folder, name));
  } finally {
    await rm(beside, { force: true });
  }
  await forget(folder);
}

/** Only what was remembered, whole or half: whatever else lies there is not ours. */
const OURS = /^[0-9a-f]{64}(\.\d+\.tmp)?$/;

async function forget(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter(name => OURS.test(name));
  if (names.length <= MOST) return;
  const aged = await Promise.all(
    names.map(async name => ({ name, at: (await lstat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(MOST))
    await rm(join(folder, name), { force: true });
}
