import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { quoted } from '../diagnostics/visible.js';
import { keyText } from './key-text.js';
import { LIMITS } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';

/** What a document says as plain data, and what in it is not allowed. */
export interface PlainData {
  data: unknown;
  diagnostics: Diagnostic[];
  /** Whether all of it was read. If not, a limit was broken and the data is of no use. */
  complete: boolean;
}

/**
 * The plain data of a document, with aliases written out. A key that is not allowed, and the second of two equal
 * keys, is left out. Linear in the size of the document as written out, which has a limit.
 */
export function toData({ contents }: Document.Parsed, text: LocatedText): PlainData {
  const walk: Walk = {
    text,
    diagnostics: [],
    nodes: 0,
    stopped: false,
    expanding: 0,
    anchors: new Map(),
    targets: new Map(),
    open: new Set(),
  };
  const data = dataOf(walk, contents, 0);
  return { data, diagnostics: walk.diagnostics, complete: !walk.stopped };
}

interface Walk {
  text: LocatedText;
  diagnostics: Diagnostic[];
  /** Keys and values read so far. */
  nodes: number;
  stopped: boolean;
  /** How many aliases we are inside of: what these stand for was reported where it was written. */
  expanding: number;
  /** The latest node with each anchor. */
  anchors: Map<string, Node>;
  /** What each alias stands for, settled where it is written: a later anchor may have the same name. */
  targets: Map<Alias, Node | undefined>;
  /** Nodes that we are inside of, to stop at an alias of one of them. */
  open: Set<Node>;
}

function dataOf(walk: Walk, node: Node | null, depth: number): unknown {
  if (!isNode(node) || walk.stopped) return null;
  if (++walk.nodes > LIMITS.nodes) {
    return stop(
      walk,
      'yaml/too-many-nodes',
      `the file holds more than ${LIMITS.nodes} keys and values`,
      node,
    );
  }
  if (depth > LIMITS.depth) {
    return stop(walk, 'yaml/too-deep', `lists and maps are nested more than ${LIMITS.depth} deep`, node);
  }
  if (isAlias(node)) return aliasValue(walk, node, depth);
  if (node.anchor !== undefined && walk.expanding === 0) walk.anchors.set(node.anchor, node);
  if (isScalar(node)) return scalarValue(walk, node);
  walk.open.add(node);
  const value = isMap<Node, Node | null>(node)
    ? mapValue(walk, node, depth + 1)
    : isSeq<Node>(node)
      ? node.items.map(item => dataOf(walk, item, depth + 1) ?? null)
      : null;
  walk.open.delete(node);
  return value;
}

function aliasValue(walk: Walk, alias: Alias, depth: number): unknown {
  if (!walk.targets.has(alias)) walk.targets.set(alias, walk.anchors.get(alias.source));
  const target = walk.targets.get(alias);
  const name = quoted(`*${alias.source}`);
  if (target === undefined) {
    const help = didYouMean(alias.source, walk.anchors.keys()) ?? 'put a text that starts with `*` in quotes';
    return report(walk, 'yaml/unknown-alias', `no anchor stands before the alias ${name}`, alias, help);
  }
  if (walk.open.has(target)) {
    return report(walk, 'yaml/alias-cycle', `the alias ${name} stands inside what it repeats`, alias);
  }
  walk.expanding += 1;
  const value = dataOf(walk, target, depth);
  walk.expanding -= 1;
  return value;
}

/** Numbers that JavaScript cannot hold as written are errors; those that are not finite stay text. */
function scalarValue(walk: Walk, node: Scalar): unknown {
  const { value, source = '' } = node;
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) {
    report(walk, 'yaml/unsupported', `${quoted(source)} is no finite number`, node);
    return source;
  }
  if (!/[.e]/i.test(source.replace(/^0x.*/i, '')) && !Number.isSafeInteger(value)) {
    const help = 'put it in quotes if it is a text';
    report(walk, 'yaml/unsupported', `${quoted(source)} is too long a number to be exact`, node, help);
  }
  return value;
}

function mapValue(walk: Walk, { items }: YAMLMap<Node, Node | null>, depth: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  const places = new Map<string, Node>();
  for (const { key, value } of items) {
    const name = allowedKey(walk, key, places);
    const read = dataOf(walk, value, depth); // Read even without a name, for what else is wrong in it.
    if (walk.stopped) break;
    if (name === undefined || read === undefined) continue;
    places.set(name, key);
    map[name] = read;
  }
  return map;
}

/** Every name that an object has without being given it, so that no key can be taken for one of them. */
const FORBIDDEN = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

function allowedKey(walk: Walk, key: Node, places: ReadonlyMap<string, Node>): string | undefined {
  walk.nodes += 1;
  if (key.anchor !== undefined && walk.expanding === 0) walk.anchors.set(key.anchor, key);
  const name = isScalar(key) ? keyText(key) : undefined;
  if (name === undefined) {
    return report(walk, 'yaml/key-not-text', 'a key must be text or a number', key, KEY_HELP);
  }
  const shown = quoted(name);
  if (FORBIDDEN.has(name)) {
    return report(walk, 'yaml/forbidden-key', `the key ${shown} is not allowed`, key);
  }
  if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
    return report(
      walk,
      'yaml/unsupported',
      'the merge key `<<` is not supported',
      key,
      'write the values out',
    );
  }
  const first = places.get(name);
  if (first === undefined) return name;
  const { line } = walk.text.lines.linePos(first.range![0]);
  return report(
    walk,
    'yaml/duplicate-key',
    `the key ${shown} stands twice in one map`,
    key,
    `the first is on line ${line}`,
  );
}

const KEY_HELP = 'write `key: value`, and put a key with special characters in quotes';

/** Reports a finding, once for each place in the text. */
function report(walk: Walk, code: Code, message: string, node: Node, help?: string): undefined {
  if (walk.expanding > 0) return;
  const [start, end] = node.range!;
  walk.diagnostics.push(diagnostic(code, message, placeAt(walk.text, start, end), help));
}

/** Ends the walk at a limit, which may be reached inside an alias. */
function stop(walk: Walk, code: Code, message: string, node: Node): undefined {
  walk.expanding = 0;
  walk.stopped = true;
  report(walk, code, message, node, 'an alias counts as all that it stands for');
}
