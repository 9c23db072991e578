/** The source that a citation names: `early-2015` of `early-2015#ch2`. */
export function sourceId(citation: string): string {
  return citation.split('#')[0]!;
}

/** The place in the source that a citation names: `ch2` of `early-2015#ch2`; undefined where it names none. */
export function locatorOf(citation: string): string | undefined {
  return citation.split('#')[1];
}
