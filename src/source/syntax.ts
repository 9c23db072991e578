import type { ErrorCode, YAMLError } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { type LocatedText, placeAt } from './place-at.js';

/**
 * The errors of the YAML parser as diagnostics `yaml/syntax`: in our words for the common ones, else in its own. Of
 * several on one line the first, as the others mostly follow from it; and after a tab only further tabs.
 */
export function syntaxErrors(source: LocatedText, errors: readonly YAMLError[]): Diagnostic[] {
  const lines = new Set<number>();
  const textEnd = Math.max(1, source.text.trimEnd().length);
  const firstTab = errors.findIndex(({ code }) => code === 'TAB_AS_INDENT');
  return errors.flatMap((error, i) => {
    if (firstTab >= 0 && i > firstTab && error.code !== 'TAB_AS_INDENT') return [];
    const { line } = source.lines.linePos(error.pos[0]);
    const isKeyOverLines =
      errors[i + 1]?.code === 'MULTILINE_IMPLICIT_KEY' && error.pos[0] === errors[i + 1]?.pos[0];
    if (lines.has(line) || isKeyOverLines) return [];
    lines.add(line);
    return [syntaxError(source, error, textEnd)];
  });
}

function syntaxError(source: LocatedText, { code, message, pos }: YAMLError, textEnd: number): Diagnostic {
  // What is only noticed at the end of the file is shown at the last of its text, not on an empty line.
  const [start, end] = pos[0] < textEnd ? pos : [textEnd - 1, textEnd];
  const startsLine = /(?:^|\n) *$/.test(source.text.slice(Math.max(0, start - 200), start));
  const known = COMMON.find(
    one =>
      one.code === code && (one.text?.test(message) ?? true) && (one.startsLine ?? startsLine) === startsLine,
  );
  return diagnostic(
    'yaml/syntax',
    known?.message ?? ownWords(message),
    placeAt(source, start, end),
    known?.help,
  );
}

interface Common {
  code: ErrorCode;
  /** Which of the errors with this code, where it has several meanings. */
  text?: RegExp;
  startsLine?: boolean;
  message: string;
  help: string;
}

/** The mistakes that people make, in words that do not ask for a knowledge of the YAML specification. */
const COMMON: readonly Common[] = [
  {
    code: 'TAB_AS_INDENT',
    message: 'a tab is used for indentation',
    help: 'indent with spaces',
  },
  {
    code: 'BAD_INDENT',
    text: /^All mapping items/,
    message: 'this key is not in line with the other keys of its map',
    help: 'start all keys of one map at the same column',
  },
  {
    code: 'BAD_INDENT',
    text: /^All sequence items/,
    message: 'this item is not in line with the other items of its list',
    help: 'start all items of one list at the same column',
  },
  {
    code: 'BAD_INDENT',
    text: /^Block scalar/,
    message: 'a line of this text is indented less than its first line',
    help: 'indent all lines of the text alike',
  },
  {
    code: 'BAD_INDENT',
    text: /must be sufficiently indented|^Flow/,
    message: 'a list or map in brackets is not closed, or indented less than what holds it',
    help: 'close it with `]` or `}`, and indent all of its lines',
  },
  {
    code: 'MISSING_CHAR',
    text: /^Implicit map keys/,
    message: 'a `:` is missing after this key',
    help: 'write `key: value`, with a space after the `:`',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    message: 'a key must stand on one line',
    help: 'a `:` may be missing at the end of this line, or the next one be indented too far',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    text: /^Nested mappings/,
    message: 'a second `: ` on one line',
    help: 'put a text that holds `: ` in quotes',
  },
  {
    code: 'MISSING_CHAR',
    text: /^Missing , /,
    message: 'a `,` is missing between two entries',
    help: 'divide the entries by `,`, and put a text that holds `,` or brackets in quotes',
  },
  {
    code: 'MISSING_CHAR',
    text: /^Flow|must end with|Expected flow/i,
    message: 'a list or map in brackets is not closed',
    help: 'close it with `]` or `}`',
  },
  {
    code: 'MISSING_CHAR',
    text: /^Sequence item/,
    message: 'a `- ` is missing before this item',
    help: 'start every item of the list with `- `, all at the same column',
  },
  {
    code: 'MISSING_CHAR',
    text: /^Comments/,
    message: 'a space is missing before the `#` of a comment',
    help: 'write a space before the `#`, or put a text that holds `#` in quotes',
  },
  {
    code: 'BAD_SCALAR_START',
    message: 'a text may not start with this character',
    help: 'put the text in quotes',
  },
  {
    code: 'BAD_DQ_ESCAPE',
    message: 'this is no escape that double quotes know',
    help: 'write `\\\\` for a backslash, or use single quotes',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /at node end$/,
    startsLine: true,
    message: 'this line does not belong to what stands before it',
    help: 'start all entries of one list or map at the same column',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /at node end$/,
    message: 'something stands after the end of the value',
    help: 'put all of the text in quotes',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /^Unexpected block-seq-ind on same line/,
    message: 'a list starts on the line of its key',
    help: 'start the list on the next line',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /^Unexpected (?:flow-\w+-end|,)|^Unexpected comma/,
    message: 'a bracket or comma stands here without a bracket that opens',
    help: 'put a text with brackets or commas in quotes',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /^Unexpected \S+ token/,
    message: 'something stands here that does not belong',
    help: 'put a text with special characters in quotes, and look at the indentation',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /^Block scalar header/,
    message: 'text stands on the line of the `|` or `>`',
    help: 'start the text on the next line, indented',
  },
];

/** The first line of the parser's message, lower case, without its final period. */
function ownWords(message: string): string {
  const line = message.split('\n', 1)[0]!.slice(0, 200).replace(/[.:]$/, '');
  return visible(line.charAt(0).toLowerCase() + line.slice(1));
}
