import type {
  AuthoredCondition,
  AuthoredFact,
  AuthoredRule,
  AuthoredSource,
  ConditionsFile,
  OptionsFile,
  RuleSetFile,
} from '../schema/generated/author-types.js';
import type { Pointer, SourceFile } from '../source/source-file.js';

/** One thing that an author wrote, with its id and where it stands. */
export interface Entry<T> {
  id: string;
  value: T;
  file: SourceFile;
  pointer: Pointer;
}

type InMap<File, Key extends keyof File> = NonNullable<File[Key]> extends Record<string, infer T> ? T : never;
type InList<File, Key extends keyof File> = NonNullable<File[Key]> extends readonly (infer T)[] ? T : never;

/** The kinds of entries in a rule set, each with what its author writes. */
export interface EntryKinds {
  criterion: InMap<RuleSetFile, 'criteria'>;
  perspective: InMap<RuleSetFile, 'perspectives'>;
  source: AuthoredSource;
  fact: AuthoredFact;
  option: InMap<OptionsFile, 'options'>;
  condition: InMap<ConditionsFile, 'conditions'>;
  impossible: InList<ConditionsFile, 'impossible'>;
  rule: AuthoredRule;
}

/** What the files of a rule set say, entry by entry and with places, before any reference is followed. */
export interface AuthoredRuleSet {
  /** Path of the folder. */
  path: string;
  /** What of the head is sound; without a file where `rule-set.yaml` is missing or no YAML. */
  header: { file: SourceFile | undefined; value: Partial<RuleSetFile> };
  /** Entries whose shape is sound. */
  entries: { [K in keyof EntryKinds]: readonly Entry<EntryKinds[K]>[] };
  /** The ids declared for each kind, sound or not; undefined where they cannot be read, so that nobody can know. */
  declared: { [K in keyof EntryKinds]: ReadonlySet<string> | undefined };
}

/** Kinds of rule set files, in the order in which they are read. */
export type RuleSetPart = 'rule-set' | 'facts' | 'options' | 'conditions' | 'rules';

/** A file whose YAML could be read, what it is, and the places at which its shape is wrong. */
export interface CheckedFile {
  part: RuleSetPart;
  file: SourceFile;
  broken: readonly Pointer[];
}

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

/** A condition or effect inside an entry, with its pointer from the root of the file. */
export interface Inside<T> {
  value: T;
  pointer: Pointer;
}

/** The condition and every condition nested in it, the outermost first. */
export function conditionsIn(condition: AuthoredCondition, pointer: Pointer): Inside<AuthoredCondition>[] {
  const parts = [
    ...(['all', 'any'] as const).flatMap(key =>
      (condition[key] ?? []).map((value, i) => ({ value, pointer: [...pointer, key, i] })),
    ),
    ...(condition.not ? [{ value: condition.not, pointer: [...pointer, 'not'] }] : []),
  ];
  return [{ value: condition, pointer }, ...parts.flatMap(part => conditionsIn(part.value, part.pointer))];
}

/** Every condition of the rule set, at its root: of rules, named conditions, impossible combinations and derivations. */
export function rootConditions({ entries }: AuthoredRuleSet): (Entry<unknown> & Inside<AuthoredCondition>)[] {
  const direct = [...entries.rule, ...entries.condition, ...entries.impossible].map(entry => ({
    ...entry,
    value: entry.value.when as AuthoredCondition,
    pointer: [...entry.pointer, 'when'],
  }));
  const derived = entries.fact.flatMap(entry =>
    (entry.value.derive ?? []).flatMap(({ when }, i) =>
      when
        ? [{ ...entry, value: when as AuthoredCondition, pointer: [...entry.pointer, 'derive', i, 'when'] }]
        : [],
    ),
  );
  return [...direct, ...derived];
}
