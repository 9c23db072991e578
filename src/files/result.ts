import { type Bytes, readBytes } from './read-bytes.js';

/** How large a saved result may be, in bytes: some 50 times that of the shipped rule set. */
export const RESULT_LIMIT = 32 * 1024 * 1024;

/** A saved result, or why it cannot be read. */
export async function readResult(path: string): Promise<Bytes> {
  return readBytes(path, RESULT_LIMIT);
}
