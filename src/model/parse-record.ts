import { type Diagnostic, hasErrors, type Place } from '../diagnostics/diagnostic.js';
import type { RecordFile } from '../schema/generated/author-types.js';
import { validate } from '../schema/validate.js';
import { parseYaml } from '../source/parse-yaml.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile, SourceText } from '../source/source-file.js';
import { sortedMap } from './order.js';
import type { CaseRecord } from './record.js';
import { resolveSource } from './resolve-rule-set.js';

/** What a record says, before the scenario that it is about is known. */
export interface ParsedRecord {
  /** What of it has the right shape. Absent where the file is no YAML or no map. */
  authored?: AuthoredRecord;
  /** The scenario that it names, and where. */
  scenario?: { named: string; place: Place };
  diagnostics: Diagnostic[];
}

/** A record that was read. What has the wrong shape is not among its values. */
export interface AuthoredRecord {
  file: SourceFile;
  value: Partial<RecordFile>;
  /** Where it has the wrong shape: what stands there is not to be looked into. */
  broken: readonly Pointer[];
}

/** Parses a record. */
export function parseRecord(source: SourceText): ParsedRecord {
  const { file, diagnostics } = parseYaml(source);
  if (!file) return { diagnostics };
  const { diagnostics: shape, broken } = validate('record', file);
  const told = [...diagnostics, ...shape];
  if (typeof file.data !== 'object' || file.data === null || Array.isArray(file.data))
    return { diagnostics: told };
  const wrong = new Set(broken.filter(pointer => pointer.length === 1).map(([key]) => key));
  const sound = Object.entries(file.data).filter(([key]) => !wrong.has(key));
  const value = Object.fromEntries(sound) as Partial<RecordFile>;
  const named = value.scenario;
  return {
    authored: { file, value, broken },
    ...(named !== undefined && { scenario: { named, place: placeOf(file, ['scenario'], 'value') } }),
    diagnostics: told,
  };
}

/** Resolves a record in which nothing is wrong; undefined where something is. */
export function resolveRecord(
  { authored }: ParsedRecord,
  diagnostics: readonly Diagnostic[],
): CaseRecord | undefined {
  if (!authored || hasErrors(diagnostics)) return undefined;
  const value = authored.value as RecordFile;
  return {
    perspective: value.perspective,
    perspectiveBecause: value['perspective-because'],
    seenWhileWriting: value['seen-while-writing'],
    seenNote: value['seen-note'],
    demand: value.demand,
    done: value.done.map(({ from, ...measure }) => ({ ...measure, from: String(from) })),
    followed: value.followed,
    reasons: value.reasons,
    sources: sortedMap(
      Object.entries(value.sources ?? {}).map(([id, source]) => [id, resolveSource(id, source)]),
    ),
  };
}
