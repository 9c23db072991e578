/** One of two rule sets that are looked at together: the first or the second. */
export type Side = 'a' | 'b';

/** Both sides, in order. */
export const SIDES: readonly Side[] = ['a', 'b'];

/** The other side. */
export function opposite(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** What stands between a side and an id. No id holds a colon, so nothing that an author wrote is called so. */
const BETWEEN = '::';

/** The id of what stands on one side alone: `a::collective-sanctions`. */
export function onSide(side: Side, id: string): string {
  return `${side}${BETWEEN}${id}`;
}

/** The id that an author gave to what may stand on one side alone. */
export function withoutSide(id: string): string {
  const at = id.indexOf(BETWEEN);
  return at < 0 ? id : id.slice(at + BETWEEN.length);
}
