/**
 * The parts of the name of a table: `schema.panel` has two, `"panel.parquet"` one. A mark within marks is doubled. Undefined
 * where it is no name.
 */
export function nameParts(name: string): string[] | undefined {
  const part = /(?:"((?:[^"]|"")+)"|([^".]+))(\.|$)/y;
  const parts: string[] = [];
  for (let ended = false; !ended; ) {
    const found = part.exec(name);
    if (!found || /\p{Cc}/u.test(found[0])) return undefined;
    const [, marked, plain, dot] = found;
    parts.push(marked === undefined ? plain! : marked.replaceAll('""', '"'));
    ended = dot === '';
    if (!ended && part.lastIndex === name.length) return undefined;
  }
  return parts;
}
