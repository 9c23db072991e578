import type { Log, ReportingDescriptor, Result } from 'sarif';
import { CODES, type Code } from './codes.js';
import type { Diagnostic } from './diagnostic.js';

/** Diagnostics as a SARIF 2.1.0 log, for code scanning. Valid also without any. */
export function toSarif(diagnostics: readonly Diagnostic[], program: { name: string; version: string }): Log {
  const rules: ReportingDescriptor[] = Object.entries(CODES).map(([id, { about, severity }]) => ({
    id,
    shortDescription: { text: about },
    defaultConfiguration: { level: severity },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...program, rules } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(toResult),
      },
    ],
  };
}

function toResult({ code, severity, message, help, place }: Diagnostic): Result {
  return {
    ruleId: code,
    ruleIndex: (Object.keys(CODES) as Code[]).indexOf(code),
    level: severity,
    message: { text: help === undefined ? message : `${message} (${help})` },
    ...(place && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: relativeUri(place.file) },
            region: {
              startLine: place.line,
              startColumn: place.column,
              endLine: place.endLine,
              endColumn: place.endColumn,
            },
          },
        },
      ],
    }),
  };
}

/** A path as a relative reference: `/` between its parts, everything else that means something in a URI encoded. */
function relativeUri(path: string): string {
  const parts = path.replace(/\p{Cs}/gu, '\uFFFD').split(/[\\/]/);
  return parts.map(encodeURIComponent).join('/');
}
