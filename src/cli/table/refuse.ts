import { formatDiagnostics } from '../../diagnostics/code-frame.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { EXIT, Stop } from '../io.js';

/** Stops with what is wrong with a table or its mapping. */
export function refuseTable(diagnostics: readonly Diagnostic[]): never {
  throw new Stop(EXIT.invalid, formatDiagnostics(diagnostics, { color: false }).trimEnd());
}
