import type { Restated, SourceText } from '../../index.js';
import type { Work } from './work.js';

/** What a link brings back: the work, and the option that was looked at. */
export interface Linked {
  work: Work;
  option: string | null;
}

/** What a link is told by: the rule set, and the scenario that came with the page, by their hashes. */
export interface Home {
  ruleSet: string;
  scenario: string;
  source: SourceText;
  /** Rules and file are those of a server, which follow what is on disk: a link goes with them as they are now. */
  isHeld: boolean;
}

/** Why a link brings nothing back. */
export type NoLink = 'unreadable' | 'other-rule-set' | 'other-scenario';

/** Links longer than this are cut by mail programs and chats. */
export const LONGEST = 8000;

interface Packed {
  r: string;
  s: string;
  /** A scenario that did not come with the page goes along. */
  t?: readonly [path: string, text: string];
  a: Restated;
  b?: Restated;
  on?: 'b';
  o?: string;
}

const PREFIX = '#w1.';
const DIGITS = 16;

/** The fragment of a link to some work: empty where nothing was done yet. */
export async function toFragment({ work, option }: Linked, home: Home): Promise<string> {
  const { base, a, b, on } = work;
  const isOwn = base.text === home.source.text;
  const packed: Packed = {
    r: home.ruleSet.slice(0, DIGITS),
    s: home.scenario.slice(0, DIGITS),
    ...(!isOwn && { t: [base.path, base.text] as const }),
    a,
    ...(b && { b }),
    ...(on === 'b' && { on }),
    ...(option !== null && { o: option }),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(packed));
  return PREFIX + toBase64(await through(bytes, new CompressionStream('deflate-raw')));
}

/** What a fragment brings back; undefined where it is none of ours. */
export async function fromFragment(fragment: string, home: Home): Promise<Linked | NoLink | undefined> {
  if (!fragment.startsWith(PREFIX)) return undefined;
  const packed = await unpacked(fragment.slice(PREFIX.length));
  if (!packed) return 'unreadable';
  if (!home.isHeld) {
    if (packed.r !== home.ruleSet.slice(0, DIGITS)) return 'other-rule-set';
    if (!packed.t && packed.s !== home.scenario.slice(0, DIGITS)) return 'other-scenario';
  }
  const base = packed.t ? { path: packed.t[0], text: packed.t[1] } : home.source;
  const b = packed.b ?? null;
  return {
    work: { base, a: packed.a, b, on: packed.on === 'b' && b ? 'b' : 'a' },
    option: packed.o ?? null,
  };
}

/** More than any scenario holds: a small link must not grow without end. */
const MOST_BYTES = 2 ** 20;

async function unpacked(text: string): Promise<Packed | undefined> {
  try {
    const bytes = await through(fromBase64(text), new DecompressionStream('deflate-raw'), MOST_BYTES);
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isPacked(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The shape of a link; what it says of facts is checked as a scenario's file is. */
function isPacked(data: unknown): data is Packed {
  if (!isMap(data)) return false;
  const { r, s, t, a, b, o } = data;
  const isText =
    t === undefined || (Array.isArray(t) && t.length === 2 && t.every(part => typeof part === 'string'));
  const words = [r, s, ...(o === undefined ? [] : [o])].every(word => typeof word === 'string');
  return words && isText && isRestated(a) && (b === undefined || isRestated(b));
}

function isRestated(data: unknown): data is Restated {
  if (!isMap(data) || !isMap(data.facts)) return false;
  const { facts, perspective, weights } = data;
  const isSaid = (stated: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof stated) || isMap(stated);
  return (
    Object.values(facts as object).every(isSaid) &&
    (perspective === undefined || typeof perspective === 'string') &&
    (weights === undefined || (isMap(weights) && Object.values(weights).every(Number.isFinite)))
  );
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    size += read.value.length;
    if (size > most) throw new RangeError('too much');
  }
  await written;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64(bytes: Uint8Array): string {
  const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}
