import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Place } from '../diagnostics/diagnostic.js';
import { keyText } from './key-text.js';
import { placeAt } from './place-at.js';
import type { Pointer, SourceFile } from './source-file.js';

/**
 * The place of the key or the value that a pointer leads to. A pointer to nothing gives the key of the nearest
 * thing around it, so that a missing key underlines its parent's. The root of a file and an item of a list have no
 * key: their first key stands for it, or else their value; and the key stands for a value that is not written.
 */
export function placeOf(file: SourceFile, pointer: Pointer, part: 'key' | 'value'): Place {
  return placeAt(file, ...rangeAt(file, pointer, part));
}

/** From where to where the key or the value that a pointer leads to stands in the text, the end exclusive. */
export function spanOf(file: SourceFile, pointer: Pointer, part: 'key' | 'value'): Range {
  return rangeAt(file, pointer, part);
}

/** The line on which the value that a pointer leads to starts, from 1. */
export function lineOf(file: SourceFile, pointer: Pointer): number {
  return file.lines.linePos(rangeAt(file, pointer, 'value')[0]).line;
}

/** The place of some words in the text that a pointer leads to; of all of it where they are written in another way. */
export function placeOfWords(file: SourceFile, pointer: Pointer, words: string): Place {
  const [start, end] = rangeAt(file, pointer, 'value');
  const at = file.text.slice(start, end).indexOf(words);
  return at === -1 ? placeAt(file, start, end) : placeAt(file, start + at, start + at + words.length);
}

function rangeAt(file: SourceFile, pointer: Pointer, part: 'key' | 'value'): Range {
  let spot: Spot = keyless(file.document.contents);
  let missing = false;
  for (const step of pointer) {
    const next = stepInto(file.document, spot.node, step);
    missing = next === undefined;
    if (next === undefined) break;
    spot = next;
  }
  const value = rangeOf(spot.node);
  const range = (missing || part === 'key' ? spot.key : value) ?? spot.key ?? value ?? [0, 0];
  return range === value ? withoutHeader(file.text, spot.node, range) : range;
}

/** A text over several lines starts with `|` or `>` and more: it is shown from its first line on. */
function withoutHeader(text: string, node: Node | null, [start, end]: Range): Range {
  if (!isScalar(node) || (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL')) return [start, end];
  const header = /^[^\n]*\n\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + header < end ? [start + header, end] : [start, end];
}

type Range = readonly [start: number, end: number];

interface Spot {
  key: Range | undefined;
  node: Node | null;
}

function stepInto(document: Document.Parsed, parent: Node | null, step: string | number): Spot | undefined {
  const node = isAlias(parent) ? targetOf(document, parent) : parent;
  if (isMap<Node, Node | null>(node)) return pairsOf(node).get(String(step));
  if (!isSeq<Node | null>(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : keyless(item);
}

function keyless(node: Node | null): Spot {
  const first = isMap<Node, Node | null>(node) ? node.items[0]?.key : undefined;
  return { key: rangeOf(first ?? node), node };
}

/** Undefined for what takes no room in the text. */
function rangeOf(node: Node | null): Range | undefined {
  const [start, end] = node?.range ?? [0, 0];
  return end > start ? [start, end] : undefined;
}

/** Maps by key and aliases by target are found once: a file with 20,000 findings is still answered at once. */
const PAIRS = new WeakMap<YAMLMap, Map<string, Spot>>();
const TARGETS = new WeakMap<Node, Node>();

/** The pairs of a map by the text of their key; of two equal keys the first, as in the data. */
function pairsOf(map: YAMLMap<Node, Node | null>): Map<string, Spot> {
  const known = PAIRS.get(map);
  if (known) return known;
  const pairs = new Map<string, Spot>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? keyText(key) : undefined;
    if (name !== undefined && !pairs.has(name)) pairs.set(name, { key: rangeOf(key), node: value });
  }
  PAIRS.set(map, pairs);
  return pairs;
}

function targetOf(document: Document.Parsed, alias: Node): Node | null {
  const target = TARGETS.get(alias) ?? (isAlias(alias) ? alias.resolve(document) : undefined);
  if (target) TARGETS.set(alias, target);
  return target ?? null;
}
