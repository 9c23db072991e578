import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { LIMITS, SHOWN_PER_CODE } from './limits.js';
import { type LocatedText, placeAt } from './place-at.js';

interface Walk {
  document: Document.Parsed;
  located: LocatedText;
  diagnostics: Diagnostic[];
  /** Values that may still be read. */
  budget: number;
  /** Aliases that are being followed, to stop at one that holds itself. */
  following: Set<Node>;
}

/** The plain data of a document, aliases expanded under a budget, and what in it is not allowed. Linear in its size. */
export function toData(
  document: Document.Parsed,
  located: LocatedText,
): { data: unknown; diagnostics: Diagnostic[] } {
  const walk: Walk = { document, located, diagnostics: [], budget: LIMITS.nodes, following: new Set() };
  return { data: dataOf(document.contents, walk), diagnostics: walk.diagnostics };
}

function dataOf(node: unknown, walk: Walk): unknown {
  walk.budget -= 1;
  if (walk.budget === -1) {
    report(
      walk,
      'yaml/too-many-nodes',
      `more than ${LIMITS.nodes} values, aliases counted at what they stand for`,
      node,
    );
  }
  if (walk.budget < 0) return null;
  if (isAlias(node)) return followed(node, walk);
  if (isTagged(node)) report(walk, 'yaml/unsupported', `the tag \`${node.tag}\` is not supported`, node);
  if (isMap(node)) return mapOf(node.items, walk);
  if (isSeq(node)) return node.items.map(item => dataOf(isPair(item) ? null : item, walk));
  if (!isScalar(node)) return null;
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
    report(walk, 'yaml/unsupported', `\`${node.source}\` is not a number that can be computed with`, node);
  }
  return node.value;
}

function followed(alias: Node & { source: string }, walk: Walk): unknown {
  const target = isAlias(alias) ? alias.resolve(walk.document) : undefined;
  if (!target) return null;
  if (walk.following.has(target)) {
    report(
      walk,
      'yaml/too-many-aliases',
      `the alias \`*${alias.source}\` stands for something that holds it`,
      alias,
    );
    return null;
  }
  walk.following.add(target);
  const value = dataOf(target, walk);
  walk.following.delete(target);
  return value;
}

function mapOf(items: readonly Pair[], walk: Walk): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const { key, value } of items) {
    const name = keyOf(key, walk);
    if (name === undefined) continue;
    if (entries.has(name)) report(walk, 'yaml/duplicate-key', `the key \`${name}\` stands here twice`, key);
    else entries.set(name, dataOf(value, walk));
  }
  return Object.fromEntries(entries);
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function keyOf(key: unknown, walk: Walk): string | undefined {
  if (!isScalar(key)) {
    report(walk, 'yaml/key-not-text', 'a key must be plain text', key);
    return undefined;
  }
  const name = String(key.source ?? key.value);
  if (name === '<<') report(walk, 'yaml/unsupported', 'the merge key `<<` is not supported', key);
  if (!FORBIDDEN.has(name)) return name;
  report(walk, 'yaml/forbidden-key', `the key \`${name}\` is not allowed`, key);
  return undefined;
}

function isTagged(node: unknown): node is Node & { tag: string } {
  return typeof node === 'object' && node !== null && 'tag' in node && typeof node.tag === 'string';
}

/** Reports at a node, up to so many of one code in one file. */
function report(walk: Walk, code: Code, message: string, node: unknown): void {
  if (walk.diagnostics.filter(other => other.code === code).length >= SHOWN_PER_CODE) return;
  const [start, end] = rangeOf(node) ?? [0, 1];
  walk.diagnostics.push(diagnostic(code, message, placeAt(walk.located, start, end)));
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? [range[0], range[1]] : undefined;
}
