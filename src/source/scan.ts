import { CST, Lexer, Parser } from 'yaml';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { LIMITS } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';

/** What a first pass over a text found. */
export interface Scan {
  /** The syntax tree, up to where the pass stopped. */
  tokens: CST.Token[];
  diagnostics: Diagnostic[];
  /** Whether a limit was broken or the text can have no meaning, so that it must not be composed. */
  stopped: boolean;
}

/**
 * Reads a text lexeme by lexeme into its syntax tree and stops at the first limit that is broken, so that
 * hostile text never reaches the composer. Nesting is read off the parser's own stack: it is exact.
 */
export function scanYaml(source: LocatedText): Scan {
  const parser = new Parser();
  const scan: Scan = { tokens: [], diagnostics: [], stopped: false };
  const counts = new Map<Limit, number>();
  let isText = false; // The lexeme after the mark of a scalar is its text, whatever that looks like.

  for (const lexeme of new Lexer().lex(source.text)) {
    const type = isText ? 'text' : (CST.tokenType(lexeme) ?? 'text');
    isText = type === 'scalar';
    const start = parser.offset;
    const finding = countAgainstLimits(counts, type) ?? CHECKS[type]?.(lexeme);
    if (finding === undefined) scan.tokens.push(...parser.next(lexeme));
    const problem = finding ?? checkStack(parser, scan.tokens);
    if (problem === undefined) continue;
    const place = placeAt(source, start + (problem.from ?? 0), start + (problem.to ?? lexeme.length));
    scan.diagnostics.push(diagnostic(problem.code, problem.message, place, problem.help));
    scan.stopped = true;
    return scan;
  }
  scan.tokens.push(...parser.end());
  return scan;
}
