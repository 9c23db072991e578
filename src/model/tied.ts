/** Something that bounds some facts. */
export interface Bound {
  /** The stated facts that it reads. */
  reads: ReadonlySet<string>;
}

/** What bounds some facts, directly or through other facts. */
export function tiedTo<B extends Bound>(facts: ReadonlySet<string>, bounds: readonly B[]): readonly B[] {
  const tied = bounds.filter(({ reads }) => [...reads].some(fact => facts.has(fact)));
  const more = new Set([...facts, ...tied.flatMap(({ reads }) => [...reads])]);
  return more.size === facts.size ? tied : tiedTo(more, bounds);
}
