import type {
  AuthoredCondition,
  AuthoredFact,
  AuthoredProperty,
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
  property: AuthoredProperty;
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
export type RuleSetPart = 'rule-set' | 'facts' | 'options' | 'conditions' | 'rules' | 'properties';

/** A file whose YAML could be read, what it is, and the places at which its shape is wrong. */
export interface CheckedFile {
  part: RuleSetPart;
  file: SourceFile;
  broken: readonly Pointer[];
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

/** Every condition of the rule set, at its root: of rules, named conditions, impossible combinations, properties and derivations. */
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
  const given = entries.property.flatMap(entry =>
    entry.value.when
      ? [{ ...entry, value: entry.value.when as AuthoredCondition, pointer: [...entry.pointer, 'when'] }]
      : [],
  );
  return [...direct, ...derived, ...given];
}
