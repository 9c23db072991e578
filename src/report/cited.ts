/** Authors in one line, as a list of sources names them: `Early, Bryan R. and Spice, Robert`. */
export function authorsOf(authors: readonly string[]): string {
  const last = authors.at(-1)!;
  return authors.length === 1 ? last : `${authors.slice(0, -1).join('; ')} and ${last}`;
}

/** What a statement stands on: its sources, or that it is a judgement of whoever wrote the rule set. */
export function cited(sources: readonly string[]): string {
  return sources.length === 0 ? 'assumption' : sources.join(', ');
}
