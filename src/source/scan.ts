import { CST, Lexer, Parser } from 'yaml';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { quoted } from '../diagnostics/visible.js';
import { LIMITS } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';

/** What a first pass over a text found. */
export interface Scan {
  /** The syntax tree, up to where the pass stopped. */
  tokens: CST.Token[];
  diagnostics: Diagnostic[];
  /** Whether a limit was broken, or the text can have no one meaning, so that it must not be composed. */
  stopped: boolean;
}

/**
 * Reads a text lexeme by lexeme into its syntax tree, and stops at the first limit that is broken, so that
 * hostile text never reaches the composer.
 */
export function scanYaml(source: LocatedText): Scan {
  const parser = new Parser();
  const scan: Scan = { tokens: [], diagnostics: [], stopped: false };
  const overLimit = limitCounter();
  let documents = 0;
  let isText = false; // The lexeme after the mark of a scalar is its text, whatever that looks like.

  for (const lexeme of new Lexer().lex(source.text)) {
    const type: string = isText ? 'text' : (CST.tokenType(lexeme) ?? 'text');
    isText = type === 'scalar';
    const start = parser.offset;
    let finding = overLimit(type) ?? wrongLexeme(type, lexeme);
    if (!finding?.stops) {
      for (const token of parser.next(lexeme)) {
        scan.tokens.push(token);
        if (token.type === 'document') documents += 1;
      }
      finding ??= misplaced(parser, documents);
    }
    if (finding === undefined) continue;
    const place = placeAt(source, start, start + lexeme.length);
    scan.diagnostics.push(diagnostic(finding.code, finding.message, place, finding.help));
    scan.stopped = finding.stops;
    if (scan.stopped) return scan;
  }
  for (const token of parser.end()) scan.tokens.push(token);
  return scan;
}

interface Finding {
  code: Code;
  message: string;
  help: string;
  stops: boolean;
}

interface Limit extends Finding {
  types: readonly string[];
  most: number;
}

const TOO_MANY_NODES = {
  code: 'yaml/too-many-nodes',
  message: `the file holds more than ${LIMITS.nodes} keys and values`,
  help: 'split it into several files',
  stops: true,
} as const;

/** How many lexemes of some types a file may hold. A value needs at most three marks: `,`, `?` and `:`. */
const LEXEME_LIMITS: readonly Limit[] = [
  {
    types: ['alias'],
    most: LIMITS.aliases,
    code: 'yaml/too-many-aliases',
    message: `the file uses more than ${LIMITS.aliases} aliases`,
    help: 'write the values out',
    stops: true,
  },
  {
    types: ['anchor'],
    most: LIMITS.anchors,
    code: 'yaml/too-many-aliases',
    message: `the file declares more than ${LIMITS.anchors} anchors`,
    help: 'keep only those that an alias uses',
    stops: true,
  },
  {
    types: ['tag'],
    most: LIMITS.tags,
    code: 'yaml/unsupported',
    message: `the file holds more than ${LIMITS.tags} tags`,
    help: 'write the values without tags',
    stops: true,
  },
  {
    types: ['scalar', 'single-quoted-scalar', 'double-quoted-scalar', 'flow-map-start', 'flow-seq-start'],
    most: LIMITS.nodes,
    ...TOO_MANY_NODES,
  },
  {
    types: ['seq-item-ind', 'explicit-key-ind', 'map-value-ind', 'comma', 'flow-map-end', 'flow-seq-end'],
    most: 3 * LIMITS.nodes,
    ...TOO_MANY_NODES,
  },
];
const LIMIT_OF_TYPE = new Map(LEXEME_LIMITS.flatMap(limit => limit.types.map(type => [type, limit])));

/** A function that takes the types of lexemes one by one and returns the limit that the latest one broke. */
function limitCounter(): (type: string) => Finding | undefined {
  const counts = new Map<Limit, number>();
  return type => {
    const limit = LIMIT_OF_TYPE.get(type);
    if (limit === undefined) return undefined;
    const count = (counts.get(limit) ?? 0) + 1;
    counts.set(limit, count);
    return count > limit.most ? limit : undefined;
  };
}

const CORE_TAGS = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq']);

function wrongLexeme(type: string, lexeme: string): Finding | undefined {
  if (type === 'directive-line') {
    const help = 'remove the line: every file is read as YAML 1.2';
    return { code: 'yaml/unsupported', message: 'directives are not supported', help, stops: true };
  }
  if (type === 'tag' && !CORE_TAGS.has(lexeme)) {
    const message = `the tag ${quoted(lexeme)} is not supported`;
    return { code: 'yaml/unsupported', message, help: 'write the value without a tag', stops: false };
  }
  if (type.endsWith('-quoted-scalar') && !isClosed(lexeme)) {
    const help = 'end the text with the quote that it starts with, and indent all of its lines';
    return { code: 'yaml/syntax', message: 'a quote is not closed', help, stops: true };
  }
  return undefined;
}

/** Whether a quoted text ends with its quote: one that is not escaped by a backslash, or doubled. */
function isClosed(lexeme: string): boolean {
  const quote = lexeme[0]!;
  if (lexeme.length < 2 || !lexeme.endsWith(quote)) return false;
  if (quote === "'") return (lexeme.split("'").length - 1) % 2 === 0;
  let backslashes = 0;
  while (lexeme[lexeme.length - 2 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 0;
}

/** What the parser's stack shows: nesting that is too deep (exact, in either style), a second document. */
function misplaced({ stack }: Parser, documents: number): Finding | undefined {
  if (stack.length > LIMITS.depth && stack.filter(CST.isCollection).length > LIMITS.depth) {
    const message = `lists and maps are nested more than ${LIMITS.depth} deep`;
    return { code: 'yaml/too-deep', message, help: 'nest less, with named conditions for one', stops: true };
  }
  if (documents > 0 && stack[0]?.type === 'document') {
    const message = 'a second document starts here';
    return {
      code: 'yaml/several-documents',
      message,
      help: 'split the file, or remove the `---`',
      stops: true,
    };
  }
  return undefined;
}
