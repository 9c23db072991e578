/**
 * The same data with all its text made harmless: no escape sequences, control or bidirectional characters, and no
 * line breaks. Every formatter does this first, so that no file can write to a reader's terminal.
 */
export function safe<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [safeText(key), cleaned(item)]));
}

const BREAKS = /\s+/g;
const SEQUENCES = /\p{Cc}(?:\[[0-?]*[ -/]*[@-~]|\][^\p{Cc}]*\p{Cc}\\?)|\u009b[0-?]*[ -/]*[@-~]/gu;
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}]/gu;
const HALVES = /\p{Cs}/gu;

function safeText(text: string): string {
  return text.replace(BREAKS, ' ').replace(SEQUENCES, '').replace(INVISIBLE, '').replace(HALVES, '\ufffd');
}
