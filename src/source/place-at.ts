import type { Place } from '../diagnostics/diagnostic.js';
import type { SourceFile } from './source-file.js';

/** A text in which offsets can be told as lines and columns. */
export type LocatedText = Pick<SourceFile, 'path' | 'text' | 'lines'>;

/** How much of a long line a place carries, in UTF-16 code units. */
const EXCERPT = 200;
/** How much of it may stand before the place. */
const BEFORE = 60;

/**
 * The place from one offset to another, both in UTF-16 code units, the end exclusive. A place that spans
 * lines ends where the text of its first line does; an empty one is one column wide.
 */
export function placeAt({ path, text, lines }: LocatedText, start: number, end: number): Place {
  const { line } = lines.linePos(start);
  const lineStart = lines.lineStarts[line - 1]!;
  const nextLine = lines.lineStarts[line] ?? text.length;
  const lineEnd = lineStart + text.slice(lineStart, nextLine).replace(/\r?\n$/, '').length;
  const from = Math.min(start, lineEnd);
  const to = end > lineEnd ? from + text.slice(from, lineEnd).trimEnd().length : end;
  return {
    file: path,
    line,
    column: from - lineStart + 1,
    endLine: line,
    endColumn: Math.max(to, from + 1) - lineStart + 1,
    ...excerptAround(text.slice(lineStart, lineEnd), from - lineStart),
  };
}

function excerptAround(line: string, at: number): Pick<Place, 'excerpt' | 'excerptColumn'> {
  const start = line.length <= EXCERPT ? 0 : Math.max(0, Math.min(at - BEFORE, line.length - EXCERPT));
  const excerpt = line.slice(start, start + EXCERPT);
  return start === 0 ? { excerpt } : { excerpt, excerptColumn: start + 1 };
}
