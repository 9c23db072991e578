import type { AuthoredCondition } from '../schema/generated/author-types.js';

/**
 * How many conditions (comparisons, and what holds them together) may stand in one, and in all that a rule set
 * evaluates, once named ones are written out. That is how the engine runs and traces them: some 10,000 a second.
 * 10,000 rules of three comparisons each are inside.
 */
export const MOST_IN_ONE = 5_000;
export const MOST_IN_ALL = 60_000;
/** How many levels of conditions in conditions: they are evaluated and traced by recursion. */
export const DEEPEST = 200;

interface Named {
  id: string;
  value: { when: AuthoredCondition };
}

/** How large a condition is with the named ones in it written out: conditions, and levels, itself included. */
export interface Extent {
  size: number;
  depth: number;
}

const NONE: Extent = { size: 0, depth: 0 };
const ENDLESS: Extent = { size: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };

/** Whether a condition of that extent can be written out. */
export function isExpandable({ size, depth }: Extent): boolean {
  return size <= MOST_IN_ONE && depth <= DEEPEST;
}

/** The named conditions that can be written out: neither cyclic nor too large. */
export function expandable(named: readonly Named[]): Map<string, AuthoredCondition> {
  const extents = namedExtents(named);
  const kept = named.filter(({ id }) => isExpandable(extents.get(id)!));
  return new Map(kept.map(({ id, value }) => [id, value.when]));
}

/** The extent of each named condition: endless where it refers to itself. */
export function namedExtents(named: readonly Named[]): Map<string, Extent> {
  const conditions = new Map(named.map(({ id, value }) => [id, value.when]));
  const extents = new Map<string, Extent>();
  for (const id of conditions.keys()) extentOfNamed(id, conditions, extents);
  return extents;
}

/** The extent of a condition. A name that is not declared stands for nothing. */
export function extentOf(
  { all = [], any = [], not, condition }: AuthoredCondition,
  ofNamed: (id: string) => Extent | undefined,
): Extent {
  const parts = [...all, ...any, ...(not ? [not] : [])].map(part => extentOf(part, ofNamed));
  if (condition !== undefined) parts.push(ofNamed(condition) ?? NONE);
  return {
    size: parts.reduce((sum, { size }) => sum + size, 1),
    depth: parts.reduce((deepest, { depth }) => Math.max(deepest, depth), 0) + 1,
  };
}

function extentOfNamed(
  id: string,
  conditions: ReadonlyMap<string, AuthoredCondition>,
  extents: Map<string, Extent>,
): Extent {
  const known = extents.get(id);
  if (known !== undefined) return known;
  const condition = conditions.get(id);
  if (!condition) return NONE;
  extents.set(id, ENDLESS); // Met again on the way down, it is a cycle.
  const extent = extentOf(condition, named => extentOfNamed(named, conditions, extents));
  extents.set(id, extent);
  return extent;
}
