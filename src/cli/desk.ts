import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import pLimit from 'p-limit';
import { readText } from '../files/index.js';
import { loadScenario } from '../load.js';
import { parseScenario } from '../model/parse-scenario.js';
import type { Change, Desk, Saved, Seat } from '../server/desk.js';
import type { SourceText } from '../source/source-file.js';
import { intoShell, withoutFolder } from '../workbench/data.js';
import type { Kept } from './kept-rule-sets.js';
import { writeWhole } from './output.js';
import type { ServedScenario } from './served-files.js';
import { servedReport } from './served-report.js';
import { shell } from './workbench.js';

/** How long a file rests before it is read again: editors write in several steps. */
const CALM = 100;
const AWAY = 400;

/** The scenarios that are served, each under its id, and their files. Nothing is written unless that is allowed. */
export async function deskOf(
  scenarios: readonly ServedScenario[],
  kept: Kept,
  canSave: boolean,
): Promise<Desk> {
  const files = await byKey(scenarios);
  const text = await shell();
  const ruleSetOf = ({ folder }: ServedScenario) => kept.at(folder)!;
  // Between the look at what a file says now and the writing of it no other page may write.
  const alone = pLimit(1);
  return {
    seats: () =>
      [...files].map(([key, { seat, file }]) => ({ ...seat, key, ruleSet: ruleSetOf(file).title })),
    async page(key) {
      const file = files.get(key)?.file;
      const { source } = file ? await readText(file.path) : {};
      if (!file || !source) return undefined;
      return intoShell(text, {
        ruleSet: withoutFolder(ruleSetOf(file), file.folder),
        scenario: { ...source, path: basename(source.path) },
        disk: { version: versionOf(source.text), canSave },
      });
    },
    ...(canSave && { save: (key, text, version) => alone(save, files.get(key)!.file, text, version) }),
    async report(key, text, signal) {
      const { file } = files.get(key)!;
      return servedReport({ path: basename(file.path), text }, ruleSetOf(file), signal);
    },
    follow(key, tell) {
      const { file } = files.get(key)!;
      const look = async () => tell(await changeOf(file));
      const rules = () => tell({ kind: 'rules', hash: ruleSetOf(file).hash });
      const stops = [
        onChange(file.path, look),
        kept.follow(folder => {
          if (folder === file.folder) rules();
        }),
      ];
      // What changed before it was followed, or while nobody looked, is made up for.
      rules();
      void look();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };

  async function save({ path, folder }: ServedScenario, text: string, version: string): Promise<Saved> {
    const source = { path: basename(path), text };
    const { scenario, diagnostics } = await loadScenario(source, kept.at(folder)!);
    if (!scenario) return { diagnostics };
    const now = (await readText(path)).source;
    if (!now) return 'gone';
    if (versionOf(now.text) !== version) return 'changed';
    await writeWhole(text, path);
    return { version: versionOf(text) };
  }

  async function changeOf({ path, folder }: ServedScenario): Promise<Change> {
    const first = (await readText(path)).source;
    // Between two steps of an editor a file is away, or empty.
    const source = first?.text ? first : (await later(() => readText(path))).source;
    if (!source) return { kind: 'gone' };
    const named: SourceText = { ...source, path: basename(path) };
    const { scenario, diagnostics } = await loadScenario(named, kept.at(folder)!);
    return scenario
      ? { kind: 'scenario', text: source.text, version: versionOf(source.text) }
      : { kind: 'broken', diagnostics };
  }
}

/** Scenarios by what names them in addresses: the id, and a number where several have the same. */
async function byKey(scenarios: readonly ServedScenario[]) {
  const files = new Map<string, { file: ServedScenario; seat: Pick<Seat, 'title' | 'asOf'> }>();
  for (const file of scenarios) {
    const { source } = await readText(file.path);
    const said = source && parseScenario(source).authored?.value;
    const { id = 'scenario', title = basename(file.path), 'as-of': asOf = '' } = said ?? {};
    const taken = (key: string) => files.has(key);
    let key = String(id).replace(/[^a-z0-9-]/g, '-');
    for (let n = 2; taken(key); n += 1) key = `${String(id)}-${n}`;
    files.set(key, { file, seat: { title: String(title), asOf: String(asOf) } });
  }
  return files;
}

function versionOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

async function later<T>(again: () => Promise<T>): Promise<T> {
  await new Promise(resolve => setTimeout(resolve, AWAY));
  return again();
}

/** Calls back once a file has rested after a change. Its folder is watched: a file that is replaced is another file. */
function onChange(path: string, tell: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirname(path), (_, name) => {
      if (name !== null && name !== basename(path)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), CALM);
    });
    watcher.on('error', () => watcher?.close());
  } catch {
    // There is no such folder any more, or no more can be watched: what is so now is told all the same.
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}
