import { Lexer } from 'yaml';

/** A comment of a YAML file, and where it starts. */
export interface Comment {
  at: number;
  text: string;
}

/** Marks of the lexer that stand for no text: the start of a document, of a scalar and of an error in a flow. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** Every comment of a text, in order, the line of the schema included. */
export function commentsIn(text: string): Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) continue;
    if (token.startsWith('#')) comments.push({ at, text: token });
    at += token.length;
  }
  return comments;
}
