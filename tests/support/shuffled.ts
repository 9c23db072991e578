/** Lists whose order says nothing. Levels, entries of derived facts and intervals are the others. */
const FREE = new Set(['rules', 'then', 'options', 'impossible']);
const ALSO_FREE = new Set([...FREE, 'all', 'any', 'sources']);

/**
 * The same data in another order, all the way down: keys, rules, effects and options; with `parts` also the parts of
 * conditions and the sources of a rule, which a result lists as the author has them. The same seed gives the same order.
 */
export function shuffled<T>(data: T, seed: number, parts = false): T {
  const random = numbers(seed);
  const free = parts ? ALSO_FREE : FREE;
  const turn = <U>(list: U[]): U[] =>
    list
      .map(one => [random(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  const deep = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const inside = value.map(one => deep(one, ''));
      return free.has(key) ? turn(inside) : inside;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(turn(Object.entries(value)).map(([name, one]) => [name, deep(one, name)]));
  };
  return deep(data, '') as T;
}

/** A sequence of numbers that a seed determines (Lehmer's generator, MINSTD). */
function numbers(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
}
