import { readFile } from 'node:fs/promises';

/** The text of a saved result; undefined where there is no such file. */
export async function readResult(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
