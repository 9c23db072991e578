/** `1 rule`, `2 rules`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** The first few of a list, and how many more there are. */
export function shortList(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more > 0 ? `${words.slice(0, most).join(', ')} and ${more} more` : words.join(', ');
}

/** The first few of a list; the whole of it where only one more would be left. */
export function firstFew<T>(list: readonly T[], most: number): readonly T[] {
  return list.length === most + 1 ? list : list.slice(0, most);
}
