import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { LIMITS } from '../source/limits.js';
import type { SourceText } from '../source/source-file.js';
import { type Bytes, PROBLEMS, readBytes } from './read-bytes.js';

/** A text that was read, or why it was not. */
export interface ReadText {
  source?: SourceText;
  diagnostics: Diagnostic[];
}

/** Reads a text file of at most the size that Demarche accepts; anything else is a diagnostic. */
export async function readText(path: string): Promise<ReadText> {
  return textOf(path, await readBytes(path, LIMITS.bytes));
}

/** The text that was read under a name, if it is all there and in UTF-8. */
export function textOf(path: string, read: Bytes): ReadText {
  const failed = (...[code, message, help]: Parameters<typeof plain>) => ({
    diagnostics: [plain(code, message, help)],
  });
  if ('problem' in read) {
    if (read.problem === 'missing') return failed('file/not-found', `no file \`${path}\``);
    return failed('file/unreadable', `\`${path}\` ${PROBLEMS[read.problem]}`);
  }
  if (!read.whole) {
    const message = `\`${path}\` is larger than ${LIMITS.bytes / 1024} KiB`;
    return failed('yaml/too-large', message, 'split it into several files');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
    return { source: { path, text }, diagnostics: [] };
  } catch {
    return failed('file/unreadable', `\`${path}\` is no text in UTF-8`, 'save it in UTF-8');
  }
}

function plain(code: Diagnostic['code'], message: string, help?: string): Diagnostic {
  return diagnostic(code, message, undefined, help);
}
