import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { byId } from './order.js';

/** SHA-256 over the canonical JSON of plain data, maps and bigints, as 64 hexadecimal digits. */
export function hashOf(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(data))));
}

/** JSON with the keys of every object and map in order of id and without absent values (as RFC 8785 orders them). */
export function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => {
    if (typeof value === 'bigint') return value.toString();
    const entries = entriesOf(value);
    return entries ? Object.fromEntries(entries.sort(([a], [b]) => byId(a, b))) : value;
  });
}

function entriesOf(value: unknown): [string, unknown][] | undefined {
  if (value instanceof Map) return [...value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value);
}
