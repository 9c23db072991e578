import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/engine/evaluate-conditions.js';
import type { Truth } from '../../src/engine/truth.js';
import type { Condition } from '../../src/model/condition.js';

/** A fact that can be step 0 or step 1 or either, and the question whether it is step 1. */
const SETS: Record<Truth, bigint> = { true: 2n, false: 1n, unknown: 3n };
const leaf = (fact: string): Condition => ({ kind: 'leaf', fact, operator: 'equal', value: true, steps: 2n });

/** Kleene's strong three-valued logic, independent of the engine: false < unknown < true. */
const ORDER: Truth[] = ['false', 'unknown', 'true'];
const NUMBER: Record<Truth, number> = { false: 0, unknown: 1, true: 2 };
function oracle(condition: Condition, facts: Record<string, Truth>): Truth {
  const of = (part: Condition) => NUMBER[oracle(part, facts)];
  if (condition.kind === 'leaf') return facts[condition.fact]!;
  if (condition.kind === 'named') return oracle(condition.of, facts);
  if (condition.kind === 'not') return ORDER[2 - of(condition.of)]!;
  const values = condition.of.map(of);
  return ORDER[condition.kind === 'all' ? Math.min(...values) : Math.max(...values)]!;
}

const truth = fc.constantFrom<Truth>('true', 'false', 'unknown');
const FACTS = ['a', 'b', 'c', 'd'];

const condition = fc.letrec<{ node: Condition }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...FACTS).map(leaf),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('node') }),
    fc.record({ kind: fc.constant('named' as const), name: fc.constant('named'), of: tie('node') }),
  ),
})).node;

async function evaluated(one: Condition, facts: Record<string, Truth>): Promise<Truth> {
  const sets = new Map(Object.entries(facts).map(([fact, value]) => [fact, SETS[value]]));
  return (await prepare([one])(sets))[0]!.truth;
}

describe('conditions through json-rules-engine', () => {
  const table = (op: 'all' | 'any') =>
    ORDER.flatMap(a =>
      ORDER.map(b => [op, a, b, ORDER[(op === 'all' ? Math.min : Math.max)(NUMBER[a], NUMBER[b])]!] as const),
    );

  it.each([...table('all'), ...table('any')])(
    "follow Kleene's table: %s of %s and %s is %s",
    async (kind, a, b, wanted) => {
      expect(await evaluated({ kind, of: [leaf('a'), leaf('b')] }, { a, b })).toBe(wanted);
    },
  );

  it.each([
    ['true', 'false'],
    ['unknown', 'unknown'],
    ['false', 'true'],
  ] as const)('not %s is %s', async (a, wanted) => {
    expect(await evaluated({ kind: 'not', of: leaf('a') }, { a })).toBe(wanted);
  });

  it('agree with an oracle on random nested conditions', async () => {
    const facts = fc.record({ a: truth, b: truth, c: truth, d: truth });
    await fc.assert(
      fc.asyncProperty(condition, facts, async (one, values) => {
        expect(await evaluated(one, values)).toBe(oracle(one, values));
      }),
      { numRuns: 1500 },
    );
  });
});
