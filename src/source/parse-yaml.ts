import { Composer, type CST, type Document, isScalar } from 'yaml';
import { capPerCode } from '../diagnostics/cap.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { SHOWN_PER_CODE } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';
import { scanYaml } from './scan.js';
import type { SourceFile, SourceText } from './source-file.js';
import { syntaxErrors } from './syntax.js';
import { forbiddenCharacter, locatedText, tooLarge } from './text.js';
import { toData } from './to-data.js';

export interface ParsedYaml {
  file?: SourceFile;
  diagnostics: Diagnostic[];
}

/**
 * Reads one YAML 1.2 file into plain data. Nothing in it is executed, and any text, however hostile, is answered
 * in about a second. There is a `file` unless the text breaks a limit, is no valid YAML, is empty or holds several
 * documents; other errors (a duplicate key, a tag) leave a file from which the offending part is missing.
 */
export function parseYaml(source: SourceText): ParsedYaml {
  const { file, diagnostics } = readYaml(source);
  return { ...(file && { file }), diagnostics: capPerCode(diagnostics, SHOWN_PER_CODE) };
}

function readYaml(source: SourceText): ParsedYaml {
  const large = tooLarge(source);
  if (large) return { diagnostics: [large] };
  const text = locatedText(source);
  const forbidden = forbiddenCharacter(text);
  if (forbidden) return { diagnostics: [forbidden] };

  const scan = scanYaml(text);
  if (scan.stopped) return { diagnostics: scan.diagnostics };
  const document = compose(scan.tokens, text);
  const told = scan.diagnostics.length > 0; // The tags; the composer minds them too.
  const errors = document.errors.filter(({ code }) => !(told && code === 'TAG_RESOLVE_FAILED'));
  const syntax = syntaxErrors(text, errors);
  if (syntax.length > 0) return { diagnostics: [...scan.diagnostics, ...syntax] };
  if (isEmpty(document)) return { diagnostics: [...scan.diagnostics, emptyFile(text)] };

  const { data, complete, diagnostics } = toData(document, text);
  const all = [...scan.diagnostics, ...diagnostics];
  return complete ? { file: { ...text, data, document }, diagnostics: all } : { diagnostics: all };
}

const OPTIONS = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false } as const;

/** Composes the one document of a scanned text; of an empty text, a document without contents. */
function compose(tokens: readonly CST.Token[], { text }: LocatedText): Document.Parsed {
  const composer = new Composer(OPTIONS);
  const [document] = withoutStackTraces(() => [...composer.compose([...tokens], true, text.length)]);
  return document!;
}

/** Hostile text makes 100,000 errors, of which only the stack traces are costly, and nobody reads those. */
function withoutStackTraces<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

function emptyFile(text: LocatedText): Diagnostic {
  return diagnostic('yaml/empty', 'the file is empty', placeAt(text, 0, 0));
}
