import { randomBytes } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { EXIT, type Io, Stop } from './io.js';

/**
 * Writes a result where it was asked for; `-` is the standard output. A file is written beside its place first, so that
 * it is whole or not there; a link is followed, and what is no file, such as a device, is written to.
 */
export async function emit(text: string | Uint8Array, output: string | undefined, io: Io): Promise<void> {
  if (output !== undefined && output !== '-') return writeWhole(text, output);
  if (typeof text !== 'string')
    throw new Stop(EXIT.usage, 'this format is no text: say with `-o FILE` where to write it');
  io.out(text);
}

/** Writes a file so that it is whole or not there. */
export async function writeWhole(text: string | Uint8Array, output: string): Promise<void> {
  try {
    const target = await realpath(output).catch(() => output);
    const there = await stat(target).catch(() => undefined);
    if (there && !there.isFile()) await writeFile(target, text);
    else await replace(target, text, there?.mode);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Stop(EXIT.usage, `cannot write \`${output}\`${why}`);
  }
}

async function replace(target: string, text: string | Uint8Array, mode: number | undefined): Promise<void> {
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
