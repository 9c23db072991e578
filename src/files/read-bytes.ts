import { constants, type FileHandle, open, stat } from 'node:fs/promises';

/** What came of reading a file: its first bytes and whether these are all, or why there are none. */
export type Bytes = { bytes: Uint8Array; whole: boolean } | { problem: keyof typeof PROBLEMS };

/** Why a file gives no bytes, in words that follow its name. */
export const PROBLEMS = {
  missing: 'does not exist',
  folder: 'is a folder, not a file',
  special: 'is no regular file',
  unreadable: 'cannot be read',
} as const;

/**
 * Reads at most so many bytes. Only regular files are read, as a device has no end and a named pipe may never have a
 * beginning; but the pipes that a shell opens for `<(…)` come with a writer.
 */
export async function readBytes(path: string, most: number): Promise<Bytes> {
  let handle: FileHandle | undefined;
  try {
    // Looked at before it is opened, which may wait or have effects; and after, as it may have been replaced.
    const isPipe = OPENED_BY_SHELL.test(path);
    if (!isPipe) {
      const problem = problemOf(await stat(path));
      if (problem) return { problem };
    }
    handle = await open(path, isPipe ? 'r' : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const info = await handle.stat();
    const problem = problemOf(info);
    if (problem && !(isPipe && info.isFIFO())) return { problem };
    return await firstBytes(handle, most);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && MISSING.includes(String(error.code));
    return { problem: missing ? 'missing' : 'unreadable' };
  } finally {
    await handle?.close();
  }
}

const OPENED_BY_SHELL = /^\/(dev|proc\/self)\/fd\/\d+$/;
const MISSING = ['ENOENT', 'ENOTDIR'];

function problemOf(info: Awaited<ReturnType<typeof stat>>): keyof typeof PROBLEMS | undefined {
  if (info.isFile()) return undefined;
  return info.isDirectory() ? 'folder' : 'special';
}

/** Up to so many bytes, and one more to see whether there are any. */
async function firstBytes(handle: FileHandle, most: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size <= most) {
    const { bytesRead, buffer } = await handle.read({
      buffer: new Uint8Array(Math.min(64 * 1024, most + 1 - size)),
    });
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), whole: size <= most };
}
