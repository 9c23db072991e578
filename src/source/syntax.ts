import type { ErrorCode, YAMLError } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { type LocatedText, placeAt } from './place-at.js';

/** An error of the YAML parser as a diagnostic `yaml/syntax`: in our words for the common ones, else in its own. */
export function syntaxError(source: LocatedText, error: YAMLError): Diagnostic {
  const [start, end] = error.pos;
  const known = COMMON.find(({ code, text }) => code === error.code && (text?.test(error.message) ?? true));
  const message = known?.message ?? ownWords(error.message);
  return diagnostic('yaml/syntax', message, placeAt(source, start, end), known?.help);
}

interface Common {
  code: ErrorCode;
  /** Which of the errors with this code, where it has several meanings. */
  text?: RegExp;
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
    help: 'a `:` may be missing at the end of the line before',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    text: /^Nested mappings/,
    message: 'a second `: ` on one line',
    help: 'put a text that holds `: ` in quotes',
  },
  {
    code: 'MISSING_CHAR',
    text: /^Missing closing/,
    message: 'a quote is not closed',
    help: 'end the text with the quote that it starts with, and indent all of its lines',
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
    message: 'something stands after the end of the value',
    help: 'put all of the text in quotes',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: /^Unexpected block-seq-ind on same line/,
    message: 'a list starts on the line of its key',
    help: 'start the list on the next line',
  },
];

/** The first line of the parser's message, lower case, without its final period. */
function ownWords(message: string): string {
  const line = message.split('\n', 1)[0]!.slice(0, 200).replace(/[.:]$/, '');
  return visible(line.charAt(0).toLowerCase() + line.slice(1));
}
