import { CST, Lexer, Parser } from 'yaml';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { LIMITS } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';

/**
 * Reads a text lexeme by lexeme and stops at the first limit that is broken, so that hostile text never reaches the
 * composer. Nesting is read off the parser's own stack: it is exact. Undefined where no limit is broken.
 */
export function brokenLimit(source: LocatedText): Diagnostic | undefined {
  const parser = new Parser();
  const counts = new Map<Limit, number>();
  let isText = false; // The lexeme after the mark of a scalar is its text, whatever that looks like.
  for (const lexeme of new Lexer().lex(source.text)) {
    const type: string = isText ? 'text' : (CST.tokenType(lexeme) ?? 'text');
    isText = type === 'scalar';
    const start = parser.offset;
    for (const _ of parser.next(lexeme)) {
      // Only the parser's position and stack are of interest.
    }
    const limit = overLimit(counts, type, parser);
    if (limit === undefined) continue;
    const { code, message, help } = FINDINGS[limit];
    return diagnostic(code, message, placeAt(source, start, start + lexeme.length), help);
  }
  return undefined;
}

type Limit = 'depth' | 'aliases' | 'anchors' | 'tags' | 'gap';

/** Which limit a lexeme counts against. White space counts as one gap, which anything else ends. */
const COUNTED: Record<string, Limit> = {
  alias: 'aliases',
  anchor: 'anchors',
  tag: 'tags',
  newline: 'gap',
  comment: 'gap',
  'seq-item-ind': 'gap',
  'explicit-key-ind': 'gap',
  'map-value-ind': 'gap',
  comma: 'gap',
  'doc-start': 'gap',
  'directive-line': 'gap',
};

const FINDINGS: Record<Limit, { code: Code; message: string; help: string }> = {
  depth: {
    code: 'yaml/too-deep',
    message: `lists and maps are nested more than ${LIMITS.depth} deep`,
    help: 'no file that Demarche reads needs so many',
  },
  aliases: {
    code: 'yaml/too-many-aliases',
    message: `more than ${LIMITS.aliases} aliases`,
    help: 'write the values out',
  },
  anchors: {
    code: 'yaml/too-many-aliases',
    message: `more than ${LIMITS.anchors} anchors`,
    help: 'write the values out',
  },
  tags: {
    code: 'yaml/unsupported',
    message: `more than ${LIMITS.tags} tags`,
    help: 'tags are not supported',
  },
  gap: {
    code: 'yaml/too-many-nodes',
    message: `more than ${LIMITS.gap} comments, blank lines or marks in a row`,
    help: 'take them out',
  },
};

function overLimit(counts: Map<Limit, number>, type: string, parser: Parser): Limit | undefined {
  // Two entries of the stack are not lists or maps: the document, and a scalar on top.
  if (parser.stack.length > LIMITS.depth + 2) return 'depth';
  const limit = COUNTED[type];
  if (limit !== 'gap' && type !== 'space') counts.set('gap', 0);
  if (limit === undefined) return undefined;
  const count = (counts.get(limit) ?? 0) + 1;
  counts.set(limit, count);
  return count > LIMITS[limit] ? limit : undefined;
}
