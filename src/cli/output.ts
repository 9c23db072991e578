import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { EXIT, type Io, Stop } from './io.js';

/** Writes a result where it was asked for. A file is written beside its place first, so that it is whole or not there. */
export async function emit(text: string, output: string | undefined, io: Io): Promise<void> {
  if (output === undefined) return io.out(text);
  const beside = `${output}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, output);
  } catch (error) {
    await rm(beside, { force: true });
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Stop(EXIT.usage, `cannot write \`${output}\`${why}`);
  }
}
