import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** A date that a zip can hold, the same for every file and wherever it is written: noon keeps it one day in all time zones. */
const WRITTEN = new Date(1980, 0, 2, 12);

/**
 * The package of a document without what differs from one writing to the next: times become the date of the situation, ids
 * that are drawn at random or counted through a process are counted from 1, and files stand in order of name.
 */
export function samePackage(bytes: Uint8Array, asOf: string): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const renamed = counter(/\brId[\w-]{12,}/g, 'rIdLink');
  const same = files.map(([name, data]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(name)) return [name, data];
    const text = strFromU8(data);
    if (name === 'docProps/core.xml') return [name, strToU8(dated(text, asOf))];
    return [name, strToU8(numbered(renamed(text)))];
  });
  const zip: Zippable = Object.fromEntries(same.map(([name, data]) => [name, [data, { mtime: WRITTEN }]]));
  return zipSync(zip, { level: 6 });
}

/** The properties with a date that is no clock's. */
function dated(text: string, asOf: string): string {
  return text.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${asOf.slice(0, 10)}T00:00:00Z`,
  );
}

/** Pictures counted from 1. */
function numbered(text: string): string {
  let last = 0;
  return text.replace(/<wp:docPr id="[^"]*"/g, () => {
    last += 1;
    return `<wp:docPr id="${last}"`;
  });
}

/** Replaces each name that matches by one that is counted, the same for the same name. */
function counter(pattern: RegExp, prefix: string): (text: string) => string {
  const known = new Map<string, string>();
  return text =>
    text.replace(pattern, name => {
      if (!known.has(name)) known.set(name, `${prefix}${known.size + 1}`);
      return known.get(name)!;
    });
}
