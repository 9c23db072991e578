import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/model/condition.js';
import { needlessParts } from '../../../src/model/needless.js';

/** Comparisons by name; which of them can hold together is listed. */
const leaf = (fact: string): Condition => ({ kind: 'leaf', fact, operator: 'equal', value: true, steps: 2n });
const [p, q, r] = [leaf('p'), leaf('q'), leaf('r')];
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });

function holds(condition: Condition, world: string): boolean {
  if (condition.kind === 'leaf') return world.includes(condition.fact);
  if (condition.kind === 'not') return !holds(condition.of, world);
  if (condition.kind === 'named') return holds(condition.of, world);
  return condition.kind === 'all'
    ? condition.of.every(one => holds(one, world))
    : condition.of.some(one => holds(one, world));
}

/** Where the needless parts stand, worlds being the comparisons that can hold together. */
const found = (condition: Condition, ...worlds: string[]) =>
  needlessParts(condition, one => worlds.some(world => holds(one, world))).needless.map(({ path }) =>
    path.join('.'),
  );

describe('needless parts', () => {
  it('are not both of two that follow from each other, though these stand in different parts', () => {
    expect(found(all(all(q, p), all(r, p)), '', 'q', 'r', 'qr', 'pq', 'pr', 'pqr')).toEqual(['all.0.all.1']);
  });

  it('are looked for again where something was left out', () => {
    // q stands for p and r together: given p, r says as much, and once it is gone p follows from q.
    expect(found(all(p, any(q, r)), '', 'p', 'r', 'pqr')).toEqual(['all.1.any.1', 'all.0']);
  });

  it('are the later of two that are alike, and none where each has a say', () => {
    expect(found(any(p, q), '', 'pq')).toEqual(['any.1']);
    expect(found(any(p, q), '', 'p', 'q', 'pq')).toEqual([]);
  });

  it('are counted as undecided where that is not found out', () => {
    expect(needlessParts(all(p, q), () => undefined)).toEqual({ needless: [], undecided: 2 });
  });
});
