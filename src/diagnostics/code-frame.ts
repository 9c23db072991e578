import pc from 'picocolors';
import type { Severity } from './codes.js';
import type { Diagnostic, Place } from './diagnostic.js';

/** Diagnostics for a terminal, each with the line it is about, and a count at the end. Empty without any. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], { color }: { color: boolean }): string {
  if (diagnostics.length === 0) return '';
  const paint = pc.createColors(color);
  const marks: Record<Severity, (text: string) => string> = {
    error: paint.red,
    warning: paint.yellow,
    note: paint.cyan,
  };
  const blocks = diagnostics.map(({ code, severity, message, help, place }) => {
    const head = `${marks[severity](`${severity}[${code}]`)}: ${paint.bold(visible(message))}`;
    const tail = help === undefined ? [] : [`   = help: ${visible(help)}`];
    return [head, ...(place ? frame(place, marks[severity]) : []), ...tail].join('\n');
  });
  return `${[...blocks, summary(diagnostics)].join('\n\n')}\n`;
}

const MOST = 72;

function frame(place: Place, mark: (text: string) => string): string[] {
  const gutter = String(place.line).length;
  const blank = ' '.repeat(gutter);
  const from = place.column - (place.excerptColumn ?? 1);
  const cut = from > MOST - 20 ? Math.max(0, from - 20) : 0;
  const room = MOST - gutter;
  const line = visible(place.excerpt.slice(cut, cut + room));
  const length = Math.max(1, Math.min(place.endColumn - place.column, room - (from - cut)));
  return [
    `${' '.repeat(Math.max(0, gutter - 1))} --> ${visible(place.file)}:${place.line}:${place.column}`,
    `${place.line} | ${line}`,
    `${blank} | ${' '.repeat(from - cut)}${mark('^'.repeat(length))}`,
  ];
}

/** `2 errors, 1 warning`: what there is, the gravest first. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const).map(severity => ({
    severity,
    n: diagnostics.filter(one => one.severity === severity).length,
  }));
  const said = counts
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${severity}${n === 1 ? '' : 's'}`);
  return said.join(', ') || 'no findings';
}

/** Text from a file as a terminal can show it: one column for each character, and no commands. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
  return text
    .replace(/\t/g, ' ')
    .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
