import type { AuthoredCondition } from '../schema/generated/author-types.js';
import { conditionsIn } from './authored.js';

/**
 * How many conditions (comparisons, and what holds them together) may stand in one, and in all that a rule set
 * evaluates, once named ones are written out. That is how the engine runs and traces them: some 10,000 a second.
 * 10,000 rules of three comparisons each are inside.
 */
export const MOST_IN_ONE = 5_000;
export const MOST_IN_ALL = 60_000;

interface Named {
  id: string;
  value: { when: AuthoredCondition };
}

/** The named conditions that can be written out: neither cyclic nor too large. */
export function expandable(named: readonly Named[]): Map<string, AuthoredCondition> {
  const sizes = expandedSizes(named);
  const kept = named.filter(({ id }) => sizes.get(id)! <= MOST_IN_ONE);
  return new Map(kept.map(({ id, value }) => [id, value.when]));
}

/** The number of conditions in each named one, written out: infinite where it refers to itself. */
export function expandedSizes(named: readonly Named[]): Map<string, number> {
  const conditions = new Map(named.map(({ id, value }) => [id, value.when]));
  const sizes = new Map<string, number>();
  for (const id of conditions.keys()) sizeOfNamed(id, conditions, sizes);
  return sizes;
}

/** The number of conditions in one, itself included, written out. A name that is not declared counts as none. */
export function expandedSize(condition: AuthoredCondition, sizeOf: (named: string) => number): number {
  return conditionsIn(condition, []).reduce(
    (sum, { value }) => sum + 1 + (value.condition === undefined ? 0 : sizeOf(value.condition)),
    0,
  );
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
  const size = expandedSize(condition, named => sizeOfNamed(named, conditions, sizes));
  sizes.set(id, size);
  return size;
}
