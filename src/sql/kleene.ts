import { wrapped } from './stage.js';

/**
 * A condition on its way to SQL. SQL's AND, OR and NOT are Kleene's, with NULL for unknown; constants are folded, so that a
 * comparison which holds of every value of a fact, or of none, is certain where the fact is unknown.
 */
export type Kleene =
  | { kind: 'constant'; value: boolean }
  | { kind: 'test'; sql: string; reads: string }
  | { kind: 'all' | 'any'; of: readonly Kleene[] }
  | { kind: 'not'; of: Kleene };

export const constant = (value: boolean): Kleene => ({ kind: 'constant', value });

/** All or any of some conditions, with constants folded and equal kinds as one. */
export function joined(kind: 'all' | 'any', parts: readonly Kleene[]): Kleene {
  const decides = kind === 'any';
  const flat = parts.flatMap(part => (part.kind === kind ? part.of : [part]));
  if (flat.some(part => part.kind === 'constant' && part.value === decides)) return constant(decides);
  const of = flat.filter(part => part.kind !== 'constant');
  if (of.length === 0) return constant(!decides);
  return of.length === 1 ? of[0]! : { kind, of };
}

/** The opposite of a condition. */
export function negated(of: Kleene): Kleene {
  if (of.kind === 'constant') return constant(!of.value);
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

/** The columns that a condition reads, each once. */
export function readsOf(condition: Kleene): string[] {
  switch (condition.kind) {
    case 'constant':
      return [];
    case 'test':
      return [condition.reads];
    case 'not':
      return readsOf(condition.of);
    default:
      return [...new Set(condition.of.flatMap(readsOf))];
  }
}

/** A condition as SQL. */
export function kleeneSql(condition: Kleene): string {
  if (condition.kind === 'all' || condition.kind === 'any') return wrapped(pieces(condition));
  return inner(condition);
}

function pieces({ kind, of }: { kind: 'all' | 'any'; of: readonly Kleene[] }): string[] {
  const word = kind === 'all' ? 'AND' : 'OR';
  return of.map((part, i) => (i === 0 ? inner(part) : `${word} ${inner(part)}`));
}

/** Inside another, with brackets where it has parts: no reader has to know what binds tighter. */
function inner(condition: Kleene): string {
  switch (condition.kind) {
    case 'constant':
      return condition.value ? 'TRUE' : 'FALSE';
    case 'test':
      return condition.sql;
    case 'not':
      return `NOT ${isColumn(condition.of) ? condition.of.sql : bracketed(condition.of)}`;
    default:
      return bracketed(condition);
  }
}

/** A column alone needs no brackets: no name of ours has a space. */
function isColumn(condition: Kleene): condition is Extract<Kleene, { kind: 'test' }> {
  return condition.kind === 'test' && !condition.sql.includes(' ');
}

function bracketed(condition: Kleene): string {
  const text =
    condition.kind === 'all' || condition.kind === 'any' ? pieces(condition).join(' ') : inner(condition);
  return `(${text})`;
}
