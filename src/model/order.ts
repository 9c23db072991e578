/** Order by id: by UTF-16 code unit, never by locale. */
export function byId(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A comparison by the id that a key function gives. */
export function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => byId(key(a), key(b));
}

/** A map with its entries in order of id. */
export function sortedMap<T>(entries: Iterable<readonly [string, T]>): Map<string, T> {
  return new Map([...entries].sort(([a], [b]) => byId(a, b)));
}

/** Rounds to nine decimals, so that equal scores compare equal; never minus zero. */
export function round9(x: number): number {
  return Math.round(x * 1e9) / 1e9 + 0;
}
