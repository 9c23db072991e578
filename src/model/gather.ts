import type { Pointer, SourceFile } from '../source/source-file.js';
import type { AuthoredRuleSet, CheckedFile, Entry, EntryKinds, RuleSetPart } from './authored.js';

/** Where each kind of entry is found: the part, the key in it, and whether ids are keys or an `id` in a list. */
const FOUND_IN = {
  criterion: { part: 'rule-set', key: 'criteria', as: 'map' },
  perspective: { part: 'rule-set', key: 'perspectives', as: 'map' },
  source: { part: 'rule-set', key: 'sources', as: 'map' },
  fact: { part: 'facts', key: 'facts', as: 'map' },
  option: { part: 'options', key: 'options', as: 'map' },
  condition: { part: 'conditions', key: 'conditions', as: 'map', optional: true },
  impossible: { part: 'conditions', key: 'impossible', as: 'list', optional: true },
  rule: { part: 'rules', key: 'rules', as: 'list' },
  property: { part: 'properties', key: 'properties', as: 'list', optional: true },
} as const satisfies Record<keyof EntryKinds, Found>;

interface Found {
  part: RuleSetPart;
  key: string;
  as: 'map' | 'list';
  /** May be left out, and then there are none. */
  optional?: boolean;
}

/** Gathers the entries of all files, as far as they can be read. */
export function gather(
  path: string,
  files: readonly CheckedFile[],
  unreadable: ReadonlySet<RuleSetPart>,
): AuthoredRuleSet {
  const entries = <K extends keyof EntryKinds>(kind: K) => soundEntries(kind, files);
  const declared = (kind: keyof EntryKinds) => declaredIds(kind, files, unreadable);
  return {
    path,
    header: soundHeader(files),
    entries: {
      criterion: entries('criterion'),
      perspective: entries('perspective'),
      source: entries('source'),
      fact: entries('fact'),
      option: entries('option'),
      condition: entries('condition'),
      impossible: entries('impossible'),
      rule: entries('rule'),
      property: entries('property'),
    },
    declared: {
      criterion: declared('criterion'),
      perspective: declared('perspective'),
      source: declared('source'),
      fact: declared('fact'),
      option: declared('option'),
      condition: declared('condition'),
      impossible: declared('impossible'),
      rule: declared('rule'),
      property: declared('property'),
    },
  };
}

/** What the head of the rule set says, without the keys that something is wrong with. */
function soundHeader(files: readonly CheckedFile[]): AuthoredRuleSet['header'] {
  const header = files.find(({ part }) => part === 'rule-set');
  const data = isMap(header?.file.data) ? header.file.data : {};
  const broken = new Set(header?.broken.map(([key]) => key));
  const sound = Object.entries(data).filter(([key]) => !broken.has(key));
  return { file: header?.file, value: Object.fromEntries(sound) };
}

/** The ids of a kind; undefined where a file or key that holds them cannot be read. */
function declaredIds(
  kind: keyof EntryKinds,
  files: readonly CheckedFile[],
  unreadable: ReadonlySet<RuleSetPart>,
): Set<string> | undefined {
  const { part, key, as, optional }: Found = FOUND_IN[kind];
  const own = files.filter(file => file.part === part);
  const isRead = ({ file: { data } }: CheckedFile) => {
    const inside = isMap(data) ? data[key] : null;
    if (inside === undefined) return optional === true;
    return as === 'map' ? isMap(inside) : Array.isArray(inside);
  };
  if (unreadable.has(part) || !own.every(isRead)) return undefined;
  return new Set(foundOf(kind, files).map(({ id }) => id));
}

function soundEntries<K extends keyof EntryKinds>(
  kind: K,
  files: readonly CheckedFile[],
): Entry<EntryKinds[K]>[] {
  const isBroken = brokenEntries(files);
  return foundOf(kind, files)
    .filter(({ file, pointer }) => !isBroken(file, pointer))
    .map(({ id, value, file, pointer }) => ({ id, value: value as EntryKinds[K], file, pointer }));
}

/** Tells whether something is wrong at an entry or inside it. An entry is two steps from the root of its file. */
function brokenEntries(files: readonly CheckedFile[]): (file: SourceFile, pointer: Pointer) => boolean {
  const keyOf = (pointer: Pointer) => JSON.stringify(pointer.slice(0, 2));
  const broken = new Map(files.map(({ file, broken }) => [file, new Set(broken.map(keyOf))]));
  return (file, pointer) => broken.get(file)!.has(keyOf(pointer));
}

function foundOf(kind: keyof EntryKinds, files: readonly CheckedFile[]) {
  const { part, key, as } = FOUND_IN[kind];
  return files
    .filter(file => file.part === part)
    .flatMap(({ file }) => {
      const inside = isMap(file.data) ? file.data[key] : undefined;
      const found = as === 'map' ? inMap(inside) : inList(inside);
      return found.map(({ id, at, value }) => ({ id, value, file, pointer: [key, at] as Pointer }));
    });
}

interface IdAndValue {
  id: string;
  at: string | number;
  value: unknown;
}

function inMap(data: unknown): IdAndValue[] {
  return isMap(data) ? Object.entries(data).map(([id, value]) => ({ id, at: id, value })) : [];
}

function inList(data: unknown): IdAndValue[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((value: unknown, at) =>
    isMap(value) && typeof value.id === 'string' ? [{ id: value.id, at, value }] : [],
  );
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
