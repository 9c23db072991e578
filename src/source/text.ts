import { LineCounter } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { LIMITS } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';
import type { SourceText } from './source-file.js';

/** Makes a text ready to find lines in: without its byte order mark, which no editor counts as a column. */
export function locatedText({ path, text }: SourceText): LocatedText {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = clean.indexOf('\n'); at !== -1; at = clean.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return { path, text: clean, lines };
}

/** The error `yaml/too-large`, if the text takes more bytes in UTF-8 than a file may hold. */
export function tooLarge({ path, text }: SourceText): Diagnostic | undefined {
  if (text.length <= LIMITS.bytes && new TextEncoder().encode(text).length <= LIMITS.bytes) return undefined;
  const start = locatedText({ path, text: text.slice(0, 1000) });
  return diagnostic(
    'yaml/too-large',
    `the file is larger than ${LIMITS.bytes / 1024} KiB`,
    placeAt(start, 0, 0),
    'split it into several files',
  );
}

/**
 * The error `yaml/syntax` at the first control character that YAML forbids, a carriage return alone among
 * them: the parser would take these for its own marks, or for text.
 */
export function forbiddenCharacter(source: LocatedText): Diagnostic | undefined {
  const at = source.text.search(FORBIDDEN);
  if (at === -1) return undefined;
  const character = source.text[at]!;
  const place = placeAt(source, at, at + 1);
  if (character === '\r') {
    const help = 'save the file with line ends LF or CR LF';
    return diagnostic('yaml/syntax', 'a carriage return stands alone, without a line feed', place, help);
  }
  const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
  const help = `remove it, or write \`\\x${hex}\` inside double quotes`;
  return diagnostic('yaml/syntax', `the control character \`\\x${hex}\` is not allowed`, place, help);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)/;
