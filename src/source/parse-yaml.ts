import { Composer, type Document, isDocument, Parser, type YAMLError } from 'yaml';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { SHOWN_PER_CODE } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';
import { brokenLimit } from './scan.js';
import type { SourceFile, SourceText } from './source-file.js';
import { forbiddenCharacter, locatedText, tooLarge } from './text.js';
import { toData } from './to-data.js';

/**
 * Reads one YAML 1.2 file. Nothing in it is executed, and no text, however hostile, takes more than about a second:
 * limits are checked before the parser sees it. Without errors of syntax there is a `file`, in spite of other findings.
 */
export function parseYaml(source: SourceText): { file?: SourceFile; diagnostics: Diagnostic[] } {
  const large = tooLarge(source);
  if (large) return { diagnostics: [large] };
  const located = locatedText(source);
  const stop = forbiddenCharacter(located) ?? brokenLimit(located);
  if (stop) return { diagnostics: [stop] };

  const { document, errors } = compose(located);
  const syntax = errors.slice(0, SHOWN_PER_CODE).map(error => syntaxError(error, located));
  if (hasErrors(syntax)) return { diagnostics: syntax };
  if (!document || document.contents === null) {
    return { diagnostics: [diagnostic('yaml/empty', 'the file is empty', placeAt(located, 0, 1))] };
  }
  const { data, diagnostics } = toData(document, located);
  return { file: { ...located, data, document }, diagnostics };
}

/** Composes the first document, and stops as soon as there are more errors than would be shown. */
function compose({ text }: LocatedText): { document?: Document.Parsed; errors: YAMLError[] } {
  const options = {
    uniqueKeys: false,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    merge: false,
  } as const;
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (isDocument(document)) documents.push(document as Document.Parsed);
    if (documents.length > 1) break;
  }
  const [document, second] = documents;
  const errors: YAMLError[] = [...(document?.errors ?? [])];
  const directive = document?.warnings[0];
  if (directive) errors.push(directive);
  if (second)
    errors.push(
      Object.assign(new Error('several'), {
        code: 'MULTIPLE_DOCS',
        pos: [...second.range.slice(0, 2)],
      }) as YAMLError,
    );
  return { ...(document && { document }), errors };
}

function syntaxError({ code, message, pos }: YAMLError, located: LocatedText): Diagnostic {
  const place = placeAt(located, pos[0], Math.max(pos[1], pos[0] + 1));
  if (code === 'MULTIPLE_DOCS') {
    return diagnostic(
      'yaml/several-documents',
      'a second document starts here',
      place,
      'one file holds one document',
    );
  }
  const known = WORDS[code];
  const own = message
    .split('\n')[0]!
    .replace(/ at line \d+.*$/, '')
    .replace(/[.:]$/, '');
  const text = known?.message ?? own.charAt(0).toLowerCase() + own.slice(1);
  return diagnostic('yaml/syntax', text, place, known?.help);
}

/** The mistakes that people make most, in their words. */
const WORDS: Partial<Record<YAMLError['code'], { message: string; help: string }>> = {
  TAB_AS_INDENT: { message: 'a tab is used to indent', help: 'indent with spaces' },
  MISSING_CHAR: {
    message: 'a closing quote, bracket or colon is missing',
    help: 'look at this line and the one before it',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit the lines around it',
    help: 'entries of one list or map start in the same column',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a list or map stands where a key is expected',
    help: 'put a text with `: ` in it in quotes',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key runs over several lines',
    help: 'is a colon missing after the key?',
  },
  UNEXPECTED_TOKEN: {
    message: 'something stands here that does not belong',
    help: 'put a text with special characters in quotes',
  },
};
