import { formatDiagnostics } from '../../diagnostics/code-frame.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { EXIT, Stop } from '../io.js';
import { duckMessage } from './duckdb.js';

/** Stops with why a table could not be read, or that memory did not last. */
export function refuseUnreadable(error: unknown, name: string): never {
  const message = duckMessage(error);
  if (/^Out of Memory|memory limit|(failed to|could not) (allocate|pin)/i.test(message))
    throw new Stop(EXIT.usage, `not enough memory: --memory gives DuckDB more (${message})`);
  return refuseTable([diagnostic('table/unreadable', `\`${name}\` cannot be read: ${message}`)]);
}

/** Stops with what is wrong with a table or its mapping. */
export function refuseTable(diagnostics: readonly Diagnostic[]): never {
  throw new Stop(EXIT.invalid, formatDiagnostics(diagnostics, { color: false }).trimEnd());
}
