import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { placeOf } from '../source/place.js';
import type { Pointer, SourceFile } from '../source/source-file.js';
import { foreignKey, foreignOperator } from './foreign.js';

/** An error as ajv reports it. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** What an error says, and where: at a key of its own, or at the key or value that it points to. */
interface Finding {
  code: Code;
  message: string;
  help?: string | undefined;
  pointer: Pointer;
  part: 'key' | 'value';
}

interface Found {
  error: SchemaError;
  pointer: Pointer;
  data: unknown;
  file: SourceFile;
}

/** Puts ajv's errors into the author's words, one for each mistake. */
export function explain(
  errors: readonly SchemaError[],
  file: SourceFile,
): { diagnostics: Diagnostic[]; broken: Pointer[] } {
  const found = errors.map(error => {
    const pointer = pointerOf(error.instancePath, file.data);
    return { error, pointer, data: at(file.data, pointer), file };
  });
  const findings = withoutConsequences(found).flatMap(one => WORDS[one.error.keyword]?.(one) ?? []);
  return {
    diagnostics: findings.map(({ code, message, help, pointer, part }) =>
      diagnostic(code, message, placeOf(file, pointer, part), help),
    ),
    broken: found.map(({ pointer }) => pointer),
  };
}

/** An unknown key or a wrong type at a place is the mistake; what else is missing there follows from it. */
function withoutConsequences(found: readonly Found[]): Found[] {
  const placesWith = (keywords: readonly string[]) =>
    new Set(
      found.filter(({ error }) => keywords.includes(error.keyword)).map(({ error }) => error.instancePath),
    );
  const unknownKey = placesWith(['additionalProperties']);
  const wrongType = placesWith(['type']);
  return found.filter(({ error: { keyword, instancePath, params }, data }) => {
    if (wrongType.has(instancePath)) return keyword === 'type';
    if (CONSEQUENCES.includes(keyword) && unknownKey.has(instancePath)) {
      // A missing key is news of its own unless an unknown one is a misspelling of it.
      return (
        keyword === 'required' &&
        !Object.keys(asMap(data)).some(key => didYouMean(key, [String(params.missingProperty)]))
      );
    }
    return true;
  });
}

const CONSEQUENCES = ['required', 'oneOf', 'dependencies'];

/** For each ajv keyword what to say. A keyword that is not here only repeats another error. */
const WORDS: Record<string, (found: Found) => Finding | undefined> = {
  required: ({ error, pointer, data, file }) =>
    insideOneOf(error)
      ? undefined
      : {
          code: 'schema/missing-key',
          message: `missing key \`${error.params.missingProperty}\`${inWhat(file.data, pointer, data)}`,
          pointer,
          part: 'key',
        },
  additionalProperties: ({ error, pointer, data }) => {
    const key = String(error.params.additionalProperty);
    const foreign = foreignKey(key);
    return {
      code: foreign ? 'schema/foreign-operator' : 'schema/unknown-key',
      message: `unknown key \`${key}\``,
      help:
        foreign ??
        didYouMean(
          key,
          KNOWN_KEYS.filter(known => !(known in asMap(data))),
        ),
      pointer: [...pointer, key],
      part: 'key',
    };
  },
  propertyNames: ({ error, pointer }) => notAnId(String(error.params.propertyName), pointer, 'key'),
  type: ({ error, pointer, data }) => ({
    code: 'schema/wrong-type',
    message: `${nameOf(pointer)} must be ${typeWords(error.params.type)}, not ${describe(data)}`,
    pointer,
    part: 'value',
  }),
  enum: ({ error, pointer, data }) => {
    const allowed = (error.params.allowedValues as unknown[]).map(String);
    const foreign = pointer.at(-1) === 'operator' ? foreignOperator(String(data)) : undefined;
    return {
      code: foreign ? 'schema/foreign-operator' : 'schema/not-allowed',
      message: `${nameOf(pointer)} must be ${oneOf(allowed)}, not \`${short(data)}\``,
      help: foreign ?? didYouMean(String(data), allowed),
      pointer,
      part: 'value',
    };
  },
  pattern: ({ error, pointer, data, file }) => badPattern(error, pointer, data, file),
  minItems: ({ error, pointer }) =>
    length(pointer, error.params.limit === 1 ? 'is empty' : `needs at least ${error.params.limit} entries`),
  maxItems: ({ error, pointer }) => length(pointer, `has more than ${error.params.limit} entries`),
  minProperties: ({ error, pointer }) =>
    length(pointer, `needs at least ${error.params.limit} ${error.params.limit === 1 ? 'entry' : 'entries'}`),
  maxProperties: ({ error, pointer }) => length(pointer, `has more than ${error.params.limit} entries`),
  minLength: ({ pointer }) => length(pointer, 'is empty'),
  maxLength: ({ error, pointer }) => length(pointer, `is longer than ${error.params.limit} characters`),
  uniqueItems: ({ error, pointer }) => ({
    code: 'schema/not-allowed',
    message: `${nameOf(pointer)} names the same thing twice`,
    pointer: [...pointer, Number(error.params.i)],
    part: 'value',
  }),
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  not: ({ pointer }) => ({
    code: 'schema/out-of-range',
    message: `${nameOf(pointer)} must not be 0`,
    pointer,
    part: 'value',
  }),
  oneOf: ({ error, pointer, data }) => exactlyOne(error, pointer, data),
  dependencies: ({ error, pointer, data }) => {
    const { property, missingProperty } = error.params as { property: string; missingProperty: string };
    if (!(property in asMap(data))) return undefined;
    return {
      code: 'schema/keys-together',
      message: `\`${property}\` needs \`${missingProperty}\` beside it`,
      pointer: [...pointer, property],
      part: 'key',
    };
  },
};

function insideOneOf({ schemaPath }: SchemaError): boolean {
  return /\/oneOf\/\d+\/required$/.test(schemaPath);
}

function outOfRange({ error, pointer, data }: Found): Finding {
  const { comparison, limit } = error.params as { comparison: string; limit: number };
  const bound = { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below' }[comparison];
  return {
    code: 'schema/out-of-range',
    message: `${nameOf(pointer)} must be ${bound} ${limit}, not ${data}`,
    pointer,
    part: 'value',
  };
}

function length(pointer: Pointer, what: string): Finding {
  return { code: 'schema/out-of-range', message: `${nameOf(pointer)} ${what}`, pointer, part: 'key' };
}

/** The keys of which exactly one must be there, by where the `oneOf` stands. */
const CHOICES: readonly (readonly string[])[] = [
  ['all', 'any', 'not', 'condition', 'fact'],
  ['levels', 'values', 'range', 'boolean'],
  ['option', 'options'],
  ['points', 'exclude'],
  ['probabilities', 'between'],
  ['value', 'between', 'probabilities'],
];

function exactlyOne({ schemaPath }: SchemaError, pointer: Pointer, data: unknown): Finding | undefined {
  const keys = Object.keys(asMap(data));
  const choice = CHOICES[choiceAt(schemaPath, pointer)]!;
  const given = choice.filter(key => keys.includes(key));
  const found = given.length === 0 ? 'none' : given.map(key => `\`${key}\``).join(' and ');
  return {
    code: 'schema/one-of-keys',
    message: `expected exactly one of the keys ${choice.map(key => `\`${key}\``).join(', ')}, found ${found}`,
    pointer: given.length > 1 ? [...pointer, given[1]!] : pointer,
    part: 'key',
  };
}

function choiceAt(schemaPath: string, pointer: Pointer): number {
  if (schemaPath.includes('/allOf/0/')) return 2;
  if (schemaPath.includes('/allOf/1/')) return 3;
  if (pointer.at(-1) === 'prior') return 4;
  if (pointer[0] !== 'facts' || pointer.includes('when')) return 0;
  return schemaPath.includes('statement') ? 5 : 1;
}

function badPattern(
  { params }: SchemaError,
  pointer: Pointer,
  data: unknown,
  file: SourceFile,
): Finding | undefined {
  const pattern = String(params.pattern);
  if (pattern.startsWith('^[a-z][a-z0-9-]*$')) {
    const isKey = !(String(data) === at(file.data, pointer));
    return isKey ? undefined : notAnId(String(data), pointer, 'value');
  }
  const [, form] = FORMS.find(([start]) => pattern.startsWith(start)) ?? ['', 'in another form'];
  return {
    code: 'schema/bad-pattern',
    message: `${nameOf(pointer)} must be ${form}, not \`${short(data)}\``,
    pointer,
    part: 'value',
  };
}

const FORMS: readonly (readonly [string, string])[] = [
  ['^[0-9]{4}-', 'a date such as `2025-03-04`'],
  ['^[0-9]{4}(', 'a year or date such as `2015` or `2025-03-04`'],
  ['^[0-9]+\\.', 'a version such as `0.1.0`'],
  ['^https', 'an address that starts with `https://`'],
  ['^10', 'a DOI that starts with `10.`'],
  ['^[a-z][a-z0-9-]*(', 'the id of a source, with `#` and a place in it where that helps'],
];

function notAnId(name: string, pointer: Pointer, part: 'key' | 'value'): Finding {
  const fixed = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const example = fixed === '' ? '' : `: \`${fixed}\``;
  return {
    code: 'schema/bad-pattern',
    message: `\`${short(name)}\` is not an id`,
    help: `ids are lower-case letters, digits and hyphens, starting with a letter${example}`,
    pointer: part === 'key' ? [...pointer, name] : pointer,
    part,
  };
}

/** Every key that some format has, so that a misspelt one can be told. */
const KNOWN_KEYS = (
  'id version title summary baseline likelihood-scale points-scale evidence confidence criteria perspectives sources ' +
  'description scale because weights reasons facts question theme levels values range unit boolean anchors look-up ' +
  'in-doubt prior neutral change derive value when options family conditions impossible rules then option criterion ' +
  'points exclude note all any not condition fact operator kind author date container url doi checked rule-set as-of ' +
  'perspective leave-out likelihood probabilities between likely shape source cases scenario expect first in-top ' +
  'excluded count strong moderate weak high medium low'
).split(' ');

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys',
};

function typeWords(types: unknown): string {
  return [types]
    .flat()
    .map(type => TYPE_WORDS[String(type)] ?? String(type))
    .join(' or ');
}

function describe(data: unknown): string {
  if (data === null || data === undefined) return 'empty';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a map of keys';
  return typeof data === 'string' ? `the text \`${short(data)}\`` : `\`${short(data)}\``;
}

function short(data: unknown): string {
  const text = typeof data === 'object' ? describe(data) : String(data).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function oneOf(words: readonly string[]): string {
  const quoted = words.map(word => `\`${word}\``).join(', ');
  return words.length === 1 ? quoted : `one of ${quoted}`;
}

/** The nearest key on the way to a place, as a name for it. */
function nameOf(pointer: Pointer): string {
  const key = [...pointer].reverse().find(step => typeof step === 'string');
  if (key === undefined) return 'the file';
  return typeof pointer.at(-1) === 'number' ? `an entry of \`${key}\`` : `\`${key}\``;
}

function inWhat(root: unknown, pointer: Pointer, data: unknown): string {
  const { id } = asMap(data);
  if (typeof id === 'string' && pointer.length > 0) return ` in \`${short(id)}\``;
  const key = nameOf(pointer);
  return pointer.length === 0 || root === undefined ? '' : ` in ${key}`;
}

function asMap(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : {};
}

function pointerOf(instancePath: string, root: unknown): Pointer {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.map((step, i) => (Array.isArray(at(root, steps.slice(0, i))) ? Number(step) : step));
}

function at(data: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}
