import { readFile, stat } from 'node:fs/promises';

/** The largest saved result that is read, in bytes. */
export const RESULT_LIMIT = 32 * 1024 * 1024;

/** The text of a saved result; or that it is missing, or why it cannot be read. */
export async function readResult(
  path: string,
): Promise<{ text: string } | { missing: true } | { problem: string }> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return { missing: true };
  if (!about.isFile()) return { problem: 'is no file' };
  if (about.size > RESULT_LIMIT) return { problem: `is larger than ${RESULT_LIMIT / 1024 ** 2} MiB` };
  return readFile(path, 'utf8').then(
    text => ({ text }),
    () => ({ problem: 'cannot be read' }),
  );
}
