/** Does the work for every item, for only so many at a time: each may hold a file open. Results are in order. */
export async function atATime<T, R>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [i, item] of waiting) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}
