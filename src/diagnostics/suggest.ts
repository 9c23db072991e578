import { distance } from 'fastest-levenshtein';
import { distanceWithSwaps } from './distance-with-swaps.js';

/** Names longer than this, and more known names than this, are no mistake of a person and get no suggestion. */
const LONGEST = 100;
const MOST_KNOWN = 2_000;

/** The help `did you mean …?` with the known name nearest to the one given, if any is near. Ties go by id. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  return meaning(nearestTo(name, known));
}

/** The same; where none is near and there are few, all that are known. */
export function didYouMeanOr(name: string, known: Iterable<string>): string | undefined {
  const all = [...known];
  const list = all.map(one => `\`${one}\``).join(', ');
  return didYouMean(name, all) ?? (all.length > 0 && all.length <= 25 ? `known are ${list}` : undefined);
}

/** For how many names of one rule set a nearest one is looked for: nobody makes more slips of the pen. */
const MOST_NAMES = 100;

/** `nearestTo` for many names: each is looked for once, and after so many of them no more, as each takes its time. */
export function nearestOfMany(): typeof nearestTo {
  const found = new Map<Iterable<string>, Map<string, string | undefined>>();
  let names = 0;
  return (name, known) => {
    const own = found.get(known) ?? new Map<string, string | undefined>();
    found.set(known, own);
    if (own.has(name) || names === MOST_NAMES) return own.get(name);
    names += 1;
    const nearest = nearestTo(name, known);
    own.set(name, nearest);
    return nearest;
  };
}

/** `did you mean …?`, if there is anything to mean. */
export function meaning(nearest: string | undefined): string | undefined {
  return nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;
}

/**
 * The known name that is meant: the nearest that differs in a third of its letters or fewer (two swapped neighbours
 * count once, case and `_` for `-` not at all); else one with the same words in another order; else one that starts with the name's words, or
 * the other way round. Of several the first by id.
 */
export function nearestTo(name: string, known: Iterable<string>): string | undefined {
  const others = [...known];
  if (name.length > LONGEST || others.length > MOST_KNOWN) return undefined;
  const plain = normal(name);
  const ranked = others
    .filter(other => other.length <= LONGEST && other !== name)
    .map(other => ({ other, far: howFar(plain, normal(other)) }))
    .filter(({ far }) => far < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1));
  return ranked[0]?.other;
}

const REORDERED = LONGEST + 1;
const SHORTENED = LONGEST + 2;

function howFar(name: string, other: string): number {
  const most = Math.max(1, Math.floor(name.length / 3));
  const far = distanceUpTo(most, name, other);
  if (far <= most) return far;
  if (sorted(name) === sorted(other)) return REORDERED;
  return startsWithWords(name, other) || startsWithWords(other, name) ? SHORTENED : Number.POSITIVE_INFINITY;
}

/** The distance where it is small enough. A swap is at most two single changes, and counting these is fast. */
function distanceUpTo(most: number, name: string, other: string): number {
  if (Math.abs(name.length - other.length) > most || distance(name, other) > 2 * most) return LONGEST;
  return distanceWithSwaps(name, other);
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[_\s]+/g, '-');
}

function sorted(name: string): string {
  return name.split('-').sort().join('-');
}

function startsWithWords(long: string, short: string): boolean {
  return short.length >= 3 && long.startsWith(`${short}-`);
}
