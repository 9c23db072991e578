import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Place } from '../diagnostics/diagnostic.js';
import { placeAt } from './place-at.js';
import type { Pointer, SourceFile } from './source-file.js';

type Range = readonly [number, number];

/** Where a node stands, and its key; in a list the first key of the item stands for it. */
interface Spot {
  key?: Range;
  value?: Range;
}

/**
 * The place of a key or a value. A pointer to nothing leads to the key of the nearest thing around it, so that a
 * missing key underlines its parent.
 */
export function placeOf(file: SourceFile, pointer: Pointer, part: 'key' | 'value'): Place {
  let node: unknown = file.document.contents;
  let spot: Spot = { ...optional('key', firstKey(node)), ...optional('value', rangeOf(node)) };
  let missing = false;
  for (const step of pointer) {
    const next = descend(resolved(node, file), step);
    if (!next) {
      missing = true;
      break;
    }
    node = next.node;
    spot = { ...optional('key', next.key), ...optional('value', rangeOf(node)) };
  }
  const range = (missing || part === 'key' ? spot.key : (spot.value ?? spot.key)) ?? spot.value ?? [0, 1];
  return placeAt(file, range[0], range[1]);
}

function optional<K extends string>(key: K, range: Range | undefined): Partial<Record<K, Range>> {
  return range ? ({ [key]: range } as Partial<Record<K, Range>>) : {};
}

function descend(
  node: unknown,
  step: string | number,
): { node: unknown; key: Range | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(item => keyText(item) === String(step));
    return pair && { node: pair.value, key: rangeOf(pair.key) };
  }
  if (!isSeq(node) || typeof step !== 'number' || step >= node.items.length) return undefined;
  const item = node.items[step];
  return { node: item, key: firstKey(item) ?? rangeOf(item) };
}

function keyText({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.source ?? key.value) : undefined;
}

function firstKey(node: unknown): Range | undefined {
  return isMap(node) ? rangeOf(node.items[0]?.key) : undefined;
}

function resolved(node: unknown, file: SourceFile): unknown {
  return isAlias(node) ? node.resolve(file.document) : node;
}

function rangeOf(node: unknown): Range | undefined {
  const range =
    typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
