import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EXIT, type Io, Stop } from '../io.js';
import { removedOnStop } from './temporary.js';

/** A folder for what of a table has to be kept while it is read, as messages call what is in it. */
export interface Spool {
  folder: string;
  /** What stands in messages in place of a path in the folder. */
  said: Map<string, string>;
  forget(): Promise<void>;
}

export async function newSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-table-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const settled = removedOnStop(remove);
  const forget = async () => {
    settled();
    await remove();
  };
  return { folder, said: new Map(), forget };
}

/**
 * The paths, with a copy in place of what can be read only once: the standard input, and pipes such as the shell's `<(…)`. A
 * table is read several times, and the second time a pipe would be empty.
 */
export async function spooled(paths: readonly string[], spool: Spool, io: Io): Promise<string[]> {
  const kept: string[] = [];
  for (const [i, path] of paths.entries()) {
    const isInput = path === '-';
    if (!isInput && !(await isPipe(path))) {
      kept.push(path);
      continue;
    }
    // With its name, which may tell its format.
    const file = join(spool.folder, isInput ? 'stdin' : `${i}-${basename(path)}`);
    const chunks = isInput ? (io.chunks?.() ?? (await wholeInput(io))) : createReadStream(path);
    await copied(Readable.from(chunks), file);
    spool.said.set(file, isInput ? 'stdin' : path);
    kept.push(file);
  }
  return kept;
}

async function copied(from: Readable, file: string): Promise<void> {
  try {
    await pipeline(from, createWriteStream(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Stop(EXIT.usage, `cannot keep the table in \`${tmpdir()}\` (${String(error.code)})`);
  }
}

async function isPipe(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => undefined);
  return there?.isFIFO() === true;
}

async function wholeInput(io: Io): Promise<Uint8Array[]> {
  const read = await io.stdin(Number.MAX_SAFE_INTEGER);
  return 'bytes' in read ? [read.bytes] : [];
}
