import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/**
 * What one file may hold. Every limit is far above any honest file, and low enough that hostile text ends
 * in a diagnostic within a second and with little memory.
 */
export const LIMITS = {
  /** Bytes in UTF-8: the parser needs some 2 s and 200 MB for each further megabyte. */
  bytes: 256 * 1024,
  /** Lists and maps inside one another: the walks over a document are recursive. */
  depth: 64,
  /** Uses of an anchor: nine lines of nine aliases each already stand for 400 million values. */
  aliases: 100,
  /** Anchors and tags: each one in the wrong place costs the parser an error. */
  anchors: 100,
  tags: 100,
  /** Keys and values, aliases counted at what they stand for: 256 KiB cannot hold so many of any length. */
  nodes: 50_000,
} as const;

/** What the files of one rule set may hold together: 40 times the shipped one, and read in seconds. */
export const RULE_SET_LIMITS = { files: 200, bytes: 8 * 1024 * 1024 } as const;

/** The error of a rule set with more files, or longer ones together, than it may have. */
export function tooMuch(path: string, files: number, bytes: number): Diagnostic | undefined {
  const help = 'join its files, or divide it into several rule sets';
  if (files > RULE_SET_LIMITS.files) {
    const message = `the rule set \`${path}\` has more than ${RULE_SET_LIMITS.files} files`;
    return diagnostic('file/too-many', message, undefined, help);
  }
  if (bytes <= RULE_SET_LIMITS.bytes) return undefined;
  const message = `the files of the rule set \`${path}\` are larger than ${RULE_SET_LIMITS.bytes / 2 ** 20} MiB together`;
  return diagnostic('file/too-large-together', message, undefined, 'divide it into several rule sets');
}

/** How many findings with one code are shown for one file. */
export const SHOWN_PER_CODE = 20;
