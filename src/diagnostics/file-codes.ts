import { type CodeEntry, error, warning } from './code-entry.js';

/** Of files: before anything in them is understood, their shape, and results that were saved. */
export const FILE_CODES = {
  // Files, before anything in them is understood.
  'file/not-found': error(
    'A file or folder that was named does not exist. Check the spelling and the folder you are in.',
  ),
  'file/unreadable': error('A file exists but cannot be read, or is not text in UTF-8.'),
  'file/missing': error(
    'A rule set folder lacks one of `rule-set.yaml`, `facts.yaml`, `options.yaml`, or has no file in `rules/`.',
  ),
  'file/too-many': error('A rule set may have at most 200 files.'),
  'file/too-large-together': error('The files of a rule set may hold at most 8 MiB together.'),
  'file/unknown': warning(
    'A YAML file in a rule set folder has a name that nothing reads. Rename it to end in `.yaml`, or move it into `rules/` itself.',
  ),
  'yaml/syntax': error(
    'The text is not valid YAML. The position is where the parser stopped understanding it.',
  ),
  'yaml/duplicate-key': error(
    'The same key stands twice in one map. One of the two would be lost: merge or rename them.',
  ),
  'yaml/forbidden-key': error(
    'Keys that every JavaScript object has by itself (`__proto__`, `constructor`, `toString` and the like) are never allowed.',
  ),
  'yaml/key-not-text': error('Keys must be text or numbers, not lists, maps, aliases or nothing.'),
  'yaml/empty': error('The file holds nothing.'),
  'yaml/several-documents': error(
    'The file holds several YAML documents, divided by `---`. Only one is read: split the file.',
  ),
  'yaml/unsupported': error(
    'Tags, directives, merge keys (`<<`), `.inf`, `.nan` and numbers too long to be exact are not supported.',
  ),
  'yaml/too-large': error(
    'A file may hold at most 256 KiB. Split it: a rule set may have many files in `rules/`.',
  ),
  'yaml/too-deep': error('Lists and maps may be nested at most 64 deep.'),
  'yaml/too-many-aliases': error('A file may hold at most 100 aliases (`*name`) and 100 anchors (`&name`).'),
  'yaml/unknown-alias': error(
    'An alias (`*name`) without an anchor (`&name`) before it. A text that starts with `*` needs quotes.',
  ),
  'yaml/alias-cycle': error('An alias stands inside the very value that it repeats.'),
  'yaml/too-many-nodes': error(
    'A file may hold at most 50,000 keys and values, aliases counted at what they stand for.',
  ),

  // The shape of a file, from the JSON Schemas.
  'schema/missing-key': error('A key that must be there is missing.'),
  'schema/unknown-key': error('A key that the format does not know, often a misspelling.'),
  'schema/wrong-type': error('A value of another kind than expected: text for a number, a map for a list.'),
  'schema/not-allowed': error('A value that is not one of those allowed here.'),
  'schema/out-of-range': error('A number, or the length of a text or list, outside its limits.'),
  'schema/bad-pattern': error('A text in the wrong form: an id, a date, a version, a reference to a source.'),
  'schema/one-of-keys': error(
    'Exactly one of several keys must be given: an `all` beside an `any`, for one, has no clear meaning.',
  ),
  'schema/keys-together': error('A key that only makes sense beside another one.'),
  'schema/foreign-operator': error(
    'An operator or key of json-rules-engine that Demarche does not let through. The help names what to write.',
  ),

  // Saved results and arguments.
  'result/format': error('The file is not a saved result that this version can read.'),
  'argument/invalid': error(
    'A change of a fact, such as one given by `--set`, is not in the form `fact=value`, or is of a derived fact.',
  ),
} as const satisfies Record<string, CodeEntry>;
