import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { type LoadedRuleSet, loadRuleSet } from '../load.js';
import { roleOf } from '../model/parse-rule-set.js';
import { LIMITS, tooMuch } from '../source/limits.js';
import type { SourceText } from '../source/source-file.js';
import { atATime } from './at-a-time.js';
import { textOf } from './read-text.js';

/** A folder as some revision of a git repository has it. */
export interface Revision {
  revision: string;
  /** From the top of the repository, or from here if it starts with a dot: as git reads it. */
  path: string;
}

/** How many files are read at once. */
const OPEN = 8;

/**
 * What `REV:path` names; undefined where it is a path: without a colon, with the colon of a drive, or where something with
 * this name is there.
 */
export async function revisionOf(named: string): Promise<Revision | undefined> {
  const at = named.indexOf(':');
  if (at < 0 || /^[a-z]:[\\/]/i.test(named)) return undefined;
  const isThere = await stat(named).then(
    () => true,
    () => false,
  );
  return isThere ? undefined : { revision: named.slice(0, at), path: named.slice(at + 1) };
}

/** A rule set of a revision, the folder that has or had it, and its texts by their paths in it. */
export type ReadRevision = LoadedRuleSet & { folder: string; texts: SourceText[] };

/** Reads and checks a rule set from a revision, or says why git cannot give it. */
export async function readRevision(
  { revision, path }: Revision,
  load: (...args: Parameters<typeof loadRuleSet>) => LoadedRuleSet | Promise<LoadedRuleSet> = loadRuleSet,
): Promise<ReadRevision | { problem: string }> {
  const name = `${revision}:${path.replace(/(?<=.)[\\/]+$/, '')}`;
  const commit = await commitOf(revision);
  if (typeof commit !== 'string') return commit;
  const listed = await git([
    'ls-tree',
    '--full-tree',
    '-r',
    '-z',
    `${commit}:${name.slice(revision.length + 1)}`,
  ]);
  if ('problem' in listed) return { problem: `no folder \`${path}\` in the revision \`${revision}\`${HINT}` };
  const files = entriesIn(listed.bytes.toString('utf8')).filter(
    ({ path }) => !['case', 'properties', 'other'].includes(roleOf(path)),
  );
  const folder = await folderOf(path);
  const much = tooMuch(name, files.length, 0);
  if (much) return { diagnostics: [much], folder, texts: [] };
  const read = await atATime(OPEN, files, async ({ path, object }) => {
    const blob = await git(['cat-file', 'blob', object]);
    return textOf(
      `${name}/${path}`,
      'problem' in blob
        ? { problem: 'unreadable' }
        : { bytes: blob.bytes.subarray(0, LIMITS.bytes), whole: blob.bytes.length <= LIMITS.bytes },
    );
  });
  const failed = read.flatMap(({ diagnostics }) => diagnostics);
  const sources = read.flatMap(({ source }) => source ?? []);
  const { diagnostics, ...loaded } = await load(name, sources, () => true);
  const all = sortDiagnostics([...failed, ...diagnostics]);
  const texts = sources.map(({ path, text }) => ({ path: path.slice(name.length + 1), text }));
  return { ...(failed.length === 0 && loaded), diagnostics: all, folder, texts };
}

/** Where the folder is, or would be, outside the revision. */
async function folderOf(path: string): Promise<string> {
  if (/^\.\.?(\/|$)/.test(path)) return resolve(path);
  const top = await git(['rev-parse', '--show-toplevel']);
  return 'problem' in top ? resolve(path) : resolve(top.bytes.toString('utf8').replace(/\r?\n$/, ''), path);
}

const HINT = ': a path after the colon starts at the top of the repository, or with `./` here';

/** The full name of a commit. */
async function commitOf(revision: string): Promise<string | { problem: string }> {
  if (!/^[^-\s][^\s]*$/.test(revision)) return { problem: `\`${revision}\` is no revision` };
  const found = await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (!('problem' in found)) return found.bytes.toString('utf8').trim();
  if (found.problem === 'no git') return { problem: 'git is not there to read a revision with' };
  const here = await git(['rev-parse', '--git-dir']);
  if ('problem' in here) return { problem: `no git repository here to read \`${revision}\` from` };
  return { problem: `no revision \`${revision}\` in this repository` };
}

/** The files of a tree: links and other repositories in it are no files. */
function entriesIn(listing: string): { path: string; object: string }[] {
  return listing.split('\0').flatMap(line => {
    const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return object === undefined ? [] : [{ path: path!, object }];
  });
}

/** More than any file may hold, or any list of them. */
const MOST = 16 * LIMITS.bytes;

/** Runs git, without a shell, and without anything that it could ask, fetch or show by itself. */
function git(args: readonly string[]): Promise<{ bytes: Buffer } | { problem: 'no git' | 'refused' }> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
  return new Promise(resolve => {
    execFile('git', [...args], { encoding: 'buffer', maxBuffer: MOST, env }, (error, stdout) => {
      if (!error) resolve({ bytes: stdout });
      else resolve({ problem: error.code === 'ENOENT' ? 'no git' : 'refused' });
    });
  });
}
