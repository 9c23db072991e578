import type { Pointer } from '../source/source-file.js';

const LONGEST = 60;

/** A text of the author on one line, cut where it is long. */
export function short(text: string): string {
  const line = text.slice(0, 10 * LONGEST).replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** The nearest key on the way to a place, as a name for it. */
export function nameOf(pointer: Pointer): string {
  const key = pointer.findLast(step => typeof step === 'string');
  if (key === undefined) return 'the file';
  return typeof pointer.at(-1) === 'number' ? `an entry of \`${short(key)}\`` : `\`${short(key)}\``;
}

/** The entry at a place: by its kind and id, else by its kind, else by its key. Undefined for the file itself. */
export function entryOf(pointer: Pointer, data: unknown, title: string | undefined): string | undefined {
  const last = pointer.at(-1);
  if (last === undefined) return undefined;
  const kind = kindOf(title);
  if (kind === undefined) return nameOf(pointer);
  if (typeof last === 'number') {
    const { id } = Object(data) as { id?: unknown };
    if (typeof id === 'string') return `${kind} \`${short(id)}\``;
    return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
  }
  // Entries with their id as key stand right below the one key that gathers them.
  return pointer.length === 2 ? `${kind} \`${short(last)}\`` : nameOf(pointer);
}

/** `AuthoredNamedCondition` is a named condition. */
function kindOf(title: string | undefined): string | undefined {
  return title
    ?.replace(/^Authored/, '')
    .replace(/(?<=[a-z])[A-Z]/g, letter => ` ${letter}`)
    .toLowerCase();
}

/** What the author wrote, as against what is expected. */
export function seen(data: unknown): string {
  if (data === null || data === undefined) return 'but it is empty';
  if (Array.isArray(data)) return 'not a list';
  if (typeof data === 'object') return 'not a map of keys';
  return typeof data === 'string' ? `not the text \`${short(data)}\`` : `not \`${data}\``;
}

const TYPES: Record<string, string[]> = {
  string: ['text'],
  number: ['a number'],
  integer: ['a whole number'],
  boolean: ['`true`', '`false`'],
  array: ['a list'],
  object: ['a map of keys'],
};

/** JSON Schema's types in plain words. */
export function typeWords(types: readonly string[]): string {
  return joined(
    types.flatMap(type => TYPES[type] ?? type),
    ' or ',
  );
}

/** The words that are allowed: one, or one of several. */
export function alternatives(words: readonly string[]): string {
  return words.length === 1 ? quoted(words) : `one of ${quoted(words)}`;
}

/** Words in backticks, divided by commas, the last two by the word given. */
export function quoted(words: readonly string[], last = ', '): string {
  return joined(
    words.map(word => `\`${word}\``),
    last,
  );
}

function joined(words: readonly string[], last: string): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(part => part !== '').join(last);
}

/** Each pattern in the schemas by how it starts, longest first, in words that follow `must be` and `is not`. */
const FORMS: readonly (readonly [start: string, form: string])[] = [
  ['^assumption$', 'a list of sources, or the word `assumption`'],
  ['^[^\\s,]', 'a family name, comma and given name, or a name without a comma'],
  ['^[A-Za-z0-9][A-Za-z0-9._-]*(/', 'a path inside the folder of a rule set, such as `rules/all.yaml`'],
  ['^[0-9]{4}-', 'a date such as `2025-03-04`'],
  ['^[0-9]{4}(', 'a year or date such as `2015` or `2025-03-04`'],
  ['^[0-9]+\\.', 'a version such as `0.1.0`'],
  ['^https', 'an address that starts with `https://` or `http://`'],
  ['^10', 'a DOI such as `10.1017/S0043887120000039`'],
  ['^([1-9]', 'a whole number from 1 to 100'],
  ['^([a-z]', 'a level, or a number in quotes'],
  ['^[a-z][a-z0-9-]*(', 'the id of a source, with `#` and the place in it where that helps'],
  ['^[a-z][a-z0-9-]*$', 'an id'],
];

/** What a text that breaks a pattern should be. For an id the help names one that is near. */
export function formOf(pattern: string, text: string): { form: string; help?: string; isId: boolean } {
  const form = FORMS.find(([start]) => pattern.startsWith(start))?.[1] ?? 'in the form that is expected';
  if (form !== 'an id') return { form, isId: false };
  const near = short(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const rule = 'ids are lower-case letters, digits and hyphens, starting with a letter';
  return { form, help: near === '' ? rule : `${rule}: \`${near}\``, isId: true };
}
