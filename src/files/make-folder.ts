import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; one that is there already is left as it is. Node's own
 * `recursive: true` never returns in Node 20 where a file system refuses with ENOENT, as `/proc` does.
 *
 * @throws the file system's error, where a folder cannot be made or something else has its name
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above, mode);
  await mkdir(path, { mode }).catch(async error => {
    if (!(await isFolder(path))) throw error;
  });
}

const isFolder = (path: string) =>
  stat(path).then(
    it => it.isDirectory(),
    () => false,
  );
