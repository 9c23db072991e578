import { isMap, isScalar, type Pair, stringify, type YAMLMap } from 'yaml';
import {
  type ParsedScenario,
  parseScenario,
  type Restated,
  type RuleSet,
  restatedData,
  type ScenarioFile,
} from '../../index.js';
import { type Comment, commentsIn } from './comments.js';

type Authored = NonNullable<ParsedScenario['authored']>;

/**
 * The file of a scenario that says what a situation says: only what changed is written anew, all else is as its author wrote
 * it, comments of what is replaced included. Where that cannot be done in place, for something is written through an alias
 * or in an uncommon way, the whole is written anew, with the comments at its head.
 */
export function exported(authored: Authored, changes: Restated, ruleSet: RuleSet): string {
  const { file, value } = authored;
  const wanted = restatedData(value, changes, ruleSet);
  if (alike(value, wanted)) return file.text;
  const edited = editedInPlace(authored, wanted);
  const read = edited === undefined ? undefined : parseScenario({ path: file.path, text: edited });
  const isIt = read?.authored && alike(read.authored.value, wanted) && keepsComments(file.text, edited!);
  return isIt ? edited! : writtenAnew(file.text, wanted);
}

function writtenAnew(text: string, wanted: ScenarioFile): string {
  const comments = commentsIn(text).map(comment => `${comment.text}\n`);
  return `${comments.join('')}${stringify(wanted, { lineWidth: 110 })}`;
}

function keepsComments(before: string, after: string): boolean {
  const left = commentsIn(after).map(({ text }) => text.trimEnd());
  return commentsIn(before).every(({ text }) => {
    const at = left.indexOf(text.trimEnd());
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** What stands from one place in the text to another, put in place of it. */
interface Edit {
  from: number;
  to: number;
  by: string;
}

function editedInPlace({ file, value }: Authored, wanted: ScenarioFile): string | undefined {
  const root = file.document.contents;
  const facts = isMap(root) ? pairOf(root, 'facts')?.value : undefined;
  if (!isMap(root) || !isMap(facts)) return undefined;
  const comments = commentsIn(file.text);
  const writer: Writer = { text: file.text, comments };
  const edits = [...judgedEdits(root, value, wanted, writer), ...factEdits(facts, value, wanted, writer)];
  if (edits.includes(undefined)) return undefined;
  return applied(file.text, edits as Edit[]);
}

interface Writer {
  text: string;
  comments: readonly Comment[];
}

/** What a situation is judged by is one pair, which may change its key. */
function judgedEdits(
  root: YAMLMap,
  value: ScenarioFile,
  wanted: ScenarioFile,
  writer: Writer,
): (Edit | undefined)[] {
  const [before, after] = [value, wanted].map(({ perspective, weights }) => ({ perspective, weights }));
  if (alike(before, after)) return [];
  const pair = pairOf(root, before!.weights ? 'weights' : 'perspective');
  const key = after!.weights ? 'weights' : 'perspective';
  return [pair && replaced(pair, key, after!.weights ?? after!.perspective, writer)];
}

function factEdits(
  facts: YAMLMap,
  value: ScenarioFile,
  wanted: ScenarioFile,
  writer: Writer,
): (Edit | undefined)[] {
  const changed = Object.entries(wanted.facts).filter(([id, stated]) => !alike(stated, value.facts[id]));
  const dropped = Object.keys(value.facts).filter(id => !Object.hasOwn(wanted.facts, id));
  const added = changed.filter(([id]) => !Object.hasOwn(value.facts, id));
  const kept = changed.filter(([id]) => Object.hasOwn(value.facts, id));
  if (dropped.length > 0 && (facts.flow || dropped.length === facts.items.length)) return [undefined];
  return [
    ...kept.map(([id, stated]) => {
      const pair = pairOf(facts, id);
      return pair && replaced(pair, id, stated, writer);
    }),
    ...dropped.map(id => {
      const pair = pairOf(facts, id);
      return pair && removed(pair, writer);
    }),
    ...(added.length > 0 ? [inserted(facts, added, writer)] : []),
  ];
}

/** A pair with another value, on one line; comments that stood in the old value stand before it now. */
function replaced(pair: Pair, key: string, value: unknown, { text, comments }: Writer): Edit | undefined {
  const span = spanOf(pair, text);
  if (!span) return undefined;
  const inside = comments.filter(({ at }) => at > span.from && at < span.to);
  const indent = indentAt(text, span.from);
  const lead = inside.map(comment => `${comment.text.trimEnd()}\n${indent}`).join('');
  return { ...span, by: `${lead}${key}: ${inline(value)}` };
}

/** The lines of a pair taken out; their comments stay. */
function removed(pair: Pair, { text, comments }: Writer): Edit | undefined {
  const span = spanOf(pair, text);
  if (!span) return undefined;
  const indent = indentAt(text, span.from);
  const [from, to] = [span.from - indent.length, afterLine(text, span.to)];
  const inside = comments.filter(({ at }) => at >= from && at < to);
  return { from, to, by: inside.map(comment => `${indent}${comment.text.trimEnd()}\n`).join('') };
}

/** New pairs after the last one. */
function inserted(facts: YAMLMap, added: readonly [string, unknown][], { text }: Writer): Edit | undefined {
  const lines = added.map(([id, stated]) => `${id}: ${inline(stated)}`);
  const last = facts.items.at(-1);
  if (facts.flow) {
    const close = text.lastIndexOf('}', (facts.range?.[1] ?? 0) - 1);
    if (close < 0) return undefined;
    const at = text.slice(0, close).trimEnd().length;
    return { from: at, to: close, by: `${last ? ', ' : ' '}${lines.join(', ')} ` };
  }
  const span = last && spanOf(last as Pair, text);
  if (!span) return undefined;
  const at = afterLine(text, span.to);
  const indent = indentAt(text, spanOf(facts.items[0] as Pair, text)!.from);
  const start = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return { from: at, to: at, by: start + lines.map(line => `${indent}${line}\n`).join('') };
}

/** From where its key starts to where its value ends. */
function spanOf({ key, value }: Pair, text: string): { from: number; to: number } | undefined {
  const from = rangeOf(key)?.[0];
  const range = rangeOf(value) ?? rangeOf(key);
  if (from === undefined || range === undefined) return undefined;
  return { from, to: from + text.slice(from, range[1]).trimEnd().length };
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  const range = (node as { range?: readonly [number, number, number] } | null)?.range;
  return range && range[1] > range[0] ? range : undefined;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(pair => isScalar(pair.key) && String(pair.key.value) === key);
}

/** The white space before a place, from the start of its line. */
function indentAt(text: string, at: number): string {
  return /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))![0];
}

/** Where the line after this place starts. */
function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

function applied(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => a.from - b.from || a.i - b.i);
  let at = 0;
  let out = '';
  for (const { from, to, by } of inOrder) {
    out += text.slice(at, from) + by;
    at = to;
  }
  return out + text.slice(at);
}

/** Whether two plain values are the same, whatever the order of their keys. */
function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
