import type { AuthoredCondition } from '../schema/generated/author-types.js';
import { conditionsIn } from './authored.js';

/** How many comparisons a condition may have once its named conditions are written out. */
export const MOST_COMPARISONS = 10_000;

interface Named {
  id: string;
  value: { when: AuthoredCondition };
}

/** The named conditions that can be written out: neither cyclic nor too large. */
export function expandable(named: readonly Named[]): Map<string, AuthoredCondition> {
  const sizes = expandedSizes(named);
  const kept = named.filter(({ id }) => sizes.get(id)! <= MOST_COMPARISONS);
  return new Map(kept.map(({ id, value }) => [id, value.when]));
}

/** The number of comparisons in each named condition, written out: infinite where it refers to itself. */
export function expandedSizes(named: readonly Named[]): Map<string, number> {
  const conditions = new Map(named.map(({ id, value }) => [id, value.when]));
  const sizes = new Map<string, number>();
  for (const id of conditions.keys()) sizeOfNamed(id, conditions, sizes);
  return sizes;
}

function sizeOfNamed(
  id: string,
  conditions: ReadonlyMap<string, AuthoredCondition>,
  sizes: Map<string, number>,
): number {
  const known = sizes.get(id);
  if (known !== undefined) return known;
  const condition = conditions.get(id);
  if (!condition) return 0;
  sizes.set(id, Number.POSITIVE_INFINITY); // Met again on the way down, it is a cycle.
  const parts = conditionsIn(condition, []).map(({ value }) =>
    value.condition === undefined
      ? Number(value.fact !== undefined)
      : sizeOfNamed(value.condition, conditions, sizes),
  );
  const size = parts.reduce((a, b) => a + b, 0);
  sizes.set(id, size);
  return size;
}
