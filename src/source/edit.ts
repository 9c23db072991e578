import { stringify } from 'yaml';
import { parseYaml } from './parse-yaml.js';
import { spanOf } from './place.js';
import type { Pointer, SourceFile } from './source-file.js';

/** One small change to a file: another value, another name for a key, or an item of a list taken out. */
export type Edit = { at: Pointer } & ({ to: string | number | boolean } | { key: string } | { drop: true });

/** The same data with one change; `at` leads to it from the root of the data. */
export function editedData<T>(data: T, edit: Edit): T {
  const copy = structuredClone(data);
  const parent = edit.at.slice(0, -1).reduce<Inner>((node, step) => node[step] as Inner, copy as Inner);
  const last = edit.at.at(-1)!;
  if ('to' in edit) parent[last] = edit.to;
  else if ('drop' in edit && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if ('key' in edit) rename(parent, String(last), edit.key);
  return copy;
}

/** A map or list. */
type Inner = Record<string | number, unknown>;

/** Renames a key, and leaves it where it stands among the others. */
function rename(map: Inner, from: string, to: string): void {
  const entries = Object.entries(map);
  for (const [key] of entries) delete map[key];
  for (const [key, value] of entries) map[key === from ? to : key] = value;
}

/**
 * The text of a file with one change, all else as its author wrote it. Undefined where that cannot be done in place, for
 * what is changed is written through an alias or in an uncommon way.
 */
export function editedText(file: SourceFile, edit: Edit): string | undefined {
  const { text } = file;
  const { span, by } = replacement(file, edit);
  const changed = text.slice(0, span[0]) + by + text.slice(span[1]);
  const read = parseYaml({ path: file.path, text: changed }).file;
  const isSame = JSON.stringify(read?.data) === JSON.stringify(editedData(file.data, edit));
  return isSame ? changed : undefined;
}

/** What is put in place of what. */
function replacement(file: SourceFile, edit: Edit): { span: Span; by: string } {
  if ('key' in edit) return { span: spanOf(file, edit.at, 'key'), by: written(edit.key) };
  if ('to' in edit) return { span: spanOf(file, edit.at, 'value'), by: written(edit.to) };
  const list = edit.at.slice(0, -1);
  const items = list.reduce<unknown>((node, step) => (node as Inner)[step], file.data);
  // Nothing at all would be no list.
  if (Array.isArray(items) && items.length === 1) {
    const [start, end] = spanOf(file, list, 'value');
    return { span: [start, start + file.text.slice(start, end).trimEnd().length], by: '[]' };
  }
  return { span: itemSpan(file.text, spanOf(file, edit.at, 'value')), by: '' };
}

type Span = readonly [start: number, end: number];

function written(value: unknown): string {
  return stringify(value).trimEnd();
}

/** An item of a list with its dash and the rest of its line, or with one of the commas around it. */
function itemSpan(text: string, [start, end]: Span): Span {
  const before = text.slice(0, start).trimEnd();
  const lead = before.at(-1);
  if (lead === ',') return [before.length - 1, end];
  if (lead === '[') return [start, end + (/^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0)];
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
  return [before.lastIndexOf('\n') + 1, lineEnd < 0 ? text.length : lineEnd + 1];
}
