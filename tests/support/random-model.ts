import fc from 'fast-check';
import type { Condition } from '../../src/model/condition.js';
import type { Fact, Step } from '../../src/model/fact.js';
import type { Effect, Rule, RuleSet } from '../../src/model/rule-set.js';

/*
 * Random rule sets in their resolved form, where an operator has become a set of steps. They are made without files, so
 * that thousands of them can be tried.
 */

const PLACE = { file: 'f', line: 1, column: 1, endLine: 1, endColumn: 2, excerpt: '' };
const OPTIONS = ['a', 'b', 'base', 'c'];
const CRITERIA = ['x', 'y', 'z'];

/** Numbers of steps, some of them past the 32 bits of a word. */
const sizes = fc.array(
  fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constantFrom(33, 40)),
  {
    minLength: 2,
    maxLength: 5,
  },
);

interface Shape {
  /** Steps of stated facts, then of derived ones, which may read all before them. */
  stated: number[];
  derived: number[];
}

const shape: fc.Arbitrary<Shape> = fc.record({
  stated: sizes,
  derived: fc.array(fc.integer({ min: 2, max: 4 }), { maxLength: 2 }),
});

function conditionArbitrary(steps: readonly number[]): fc.Arbitrary<Condition> {
  const leaf = fc
    .integer({ min: 0, max: steps.length - 1 })
    .chain(fact =>
      fc
        .bigInt({ min: 0n, max: (1n << BigInt(steps[fact]!)) - 1n })
        .map(
          (set): Condition => ({ kind: 'leaf', fact: factId(fact), operator: 'in', value: [], steps: set }),
        ),
    );
  return fc.letrec<{ node: Condition }>(tie => ({
    node: fc.oneof(
      { maxDepth: 3 },
      { weight: 2, arbitrary: leaf },
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('node') }),
      fc.record({ kind: fc.constant('named' as const), name: fc.constant('n'), of: tie('node') }),
    ),
  })).node;
}

const factId = (i: number): string => `f${i}`;
const word = (step: number): string => `v${step}`;

function factArbitrary(
  size: number,
  index: number,
  before: readonly number[],
  derived: boolean,
): fc.Arbitrary<Fact> {
  const steps: Step[] = Array.from({ length: size }, (_, step) => ({ value: word(step) }));
  const values = steps.map((_, step) => word(step));
  const fact: Fact = {
    id: factId(index),
    title: 'F',
    question: 'Q',
    domain: { kind: 'levels', values },
    steps,
    anchors: new Map(),
    neutral: word(0),
    change: 'any',
    sources: [],
    place: PLACE,
  };
  if (!derived) return fc.constant(fact);
  const entry = fc.record({ value: fc.constantFrom(...values), when: conditionArbitrary(before) });
  return fc
    .tuple(fc.array(entry, { maxLength: 3 }), fc.constantFrom(...values))
    .map(([entries, last]) => ({ ...fact, derive: [...entries, { value: last }] }));
}

const effect: fc.Arbitrary<Effect> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('points' as const),
      option: fc.constantFrom('a', 'b', 'c'),
      criterion: fc.constantFrom(...CRITERIA),
      points: fc.integer({ min: -100, max: 100 }),
    }),
  },
  fc.record({ kind: fc.constant('gate' as const), option: fc.constantFrom('a', 'b', 'c') }),
);

/** A random rule set and some situations in it: for each stated fact a non-empty set of steps. */
export const modelArbitrary: fc.Arbitrary<{ ruleSet: RuleSet; situations: Map<string, bigint>[] }> =
  shape.chain(({ stated, derived }) => {
    const all = [...stated, ...derived];
    const facts = fc.tuple(
      ...all.map((size, i) => factArbitrary(size, i, all.slice(0, Math.max(i, 1)), i >= stated.length)),
    );
    const rule = fc.record({
      when: conditionArbitrary(all),
      effects: fc.array(effect, { minLength: 1, maxLength: 3 }),
    });
    const situation = fc
      .tuple(
        ...stated.map(size => {
          const full = (1n << BigInt(size)) - 1n;
          const one = fc.integer({ min: 0, max: size - 1 }).map(step => 1n << BigInt(step));
          return fc.oneof(
            { weight: 3, arbitrary: one },
            fc.bigInt({ min: 1n, max: full }),
            fc.constant(full),
          );
        }),
      )
      .map(sets => new Map(sets.map((set, i) => [factId(i), set])));
    return fc.record({
      ruleSet: fc
        .tuple(facts, fc.array(rule, { minLength: 1, maxLength: 6 }))
        .map(([list, rules]) => asRuleSet(list, rules)),
      situations: fc.array(situation, { minLength: 1, maxLength: 3 }),
    });
  });

function asRuleSet(facts: readonly Fact[], rules: readonly Pick<Rule, 'when' | 'effects'>[]): RuleSet {
  const named = <T>(ids: readonly string[], make: (id: string) => T) =>
    new Map(ids.map(id => [id, make(id)]));
  return {
    id: 'random',
    version: '1',
    title: 'T',
    summary: 'S',
    baseline: 'base',
    likelihoodScale: 'phia',
    pointsScale: new Map(),
    evidence: { strong: 0.2, moderate: 0.4, weak: 0.8 },
    confidence: { high: 1, medium: 0.8, low: 0.6 },
    criteria: named(CRITERIA, id => ({ id, title: id, description: id, scale: new Map() })),
    perspectives: new Map(),
    sources: new Map(),
    facts: new Map(facts.map(fact => [fact.id, fact])),
    options: named(OPTIONS, id => ({ id, title: id, description: id, sources: [], place: PLACE })),
    conditions: new Map(),
    impossible: [],
    properties: [],
    rules: rules.map((rule, i) => ({
      ...rule,
      id: `r${i}`,
      title: 'R',
      because: 'B',
      evidence: 'weak',
      sources: [],
      place: PLACE,
    })),
    hash: '',
  };
}
