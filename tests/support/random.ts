import fc from 'fast-check';
import {
  DERIVED,
  DOMAIN,
  LEVELS,
  type Rules,
  type Said,
  VALUES,
  type Word,
  type WrittenCondition,
  type WrittenEffect,
  type WrittenEntry,
} from './written.js';

const leafOf = (fact: string, values: Word[], ordered: boolean): fc.Arbitrary<WrittenCondition> => {
  const one = ['equal', 'notEqual', ...(ordered ? ['atLeast', 'atMost', 'above', 'below'] : [])];
  return fc.oneof(
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom(...one),
      value: fc.constantFrom(...values),
    }),
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom('in', 'notIn'),
      value: fc.subarray(values, { minLength: 1 }),
    }),
  );
};

const stated = [
  leafOf('level', LEVELS, true),
  leafOf('colour', VALUES, false),
  leafOf('yes', [true, false], false),
  leafOf('share', [0.2, 0.5, 0.8], true),
];
const derivedLeaf = leafOf('derived', DERIVED.derived!, true);
const twiceLeaf = leafOf('twice', DERIVED.twice!, false);
const named: fc.Arbitrary<WrittenCondition> = fc.constant({ condition: 'named' });

const conditionOver = (leaves: fc.Arbitrary<WrittenCondition>[], maxDepth: number) =>
  fc.letrec<{ node: WrittenCondition }>(tie => ({
    node: fc.oneof(
      { maxDepth },
      fc.oneof(...leaves),
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node;

const entriesOver = (values: Word[], leaves: fc.Arbitrary<WrittenCondition>[]) =>
  fc
    .tuple(
      fc.array(fc.record({ value: fc.constantFrom(...values), when: conditionOver(leaves, 1) }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.record({ value: fc.constantFrom(...values) }),
    )
    .map(([entries, last]): WrittenEntry[] => [...entries, last]);

const points = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -100, max: -1 }));
const scored = fc.record({
  options: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  criterion: fc.constantFrom('x', 'y', 'z'),
  points,
});
const gate = fc.record({ option: fc.constantFrom('b', 'c'), exclude: fc.constant(true as const) });
const effect: fc.Arbitrary<WrittenEffect> = fc.oneof(
  { weight: 7, arbitrary: scored },
  { weight: 1, arbitrary: gate },
);
const effects = fc.uniqueArray(effect, {
  minLength: 1,
  maxLength: 3,
  selector: ({ criterion }) => criterion ?? 'gate',
});

const weights = fc
  .record({ x: fc.nat(3), y: fc.nat(3), z: fc.nat(3) })
  .filter(({ x, y, z }) => x + y + z > 0);

/** Random rules over facts of every type, with derived facts, several effects a rule, gates and weights of zero. */
export const rulesArbitrary: fc.Arbitrary<Partial<Rules>> = fc.record({
  rules: fc.array(
    fc.record({ when: conditionOver([...stated, derivedLeaf, twiceLeaf, named], 3), then: effects }),
    { minLength: 1, maxLength: 10 },
  ),
  named: conditionOver([...stated, derivedLeaf], 1),
  impossible: fc.oneof(
    { weight: 4, arbitrary: fc.constant<WrittenCondition[]>([]) },
    { weight: 1, arbitrary: conditionOver([...stated, derivedLeaf], 2).map(one => [one]) },
  ),
  derived: entriesOver(DERIVED.derived!, stated),
  twice: entriesOver(DERIVED.twice!, [...stated, derivedLeaf, named]),
  weights: fc.record({ p: weights, q: weights }),
  scale: fc.constantFrom('phia', 'icd-203'),
});

const note = fc.constant('n');
const wordly = (values: Word[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...values) },
    { weight: 2, arbitrary: fc.constant('unknown') },
    {
      weight: 1,
      arbitrary: fc.record({
        value: fc.constantFrom(...values),
        likelihood: fc.constantFrom('unlikely', 'likely', 'almost certain'),
        note,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        value: fc.constantFrom(...values),
        confidence: fc.constantFrom('low', 'medium', 'high'),
        note,
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.shuffledSubarray(values, { minLength: 2, maxLength: 2 }), fc.constantFrom(0, 0.3, 0.5, 0.6))
        .map(([[one, other], p]) => ({
          probabilities: { [String(one)]: p, [String(other)]: 1 - p },
          note: 'n',
        })),
    },
  );

const number: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...DOMAIN.share!),
  fc.constant('unknown'),
  fc.record({ value: fc.constantFrom(0.2, 0.65), confidence: fc.constantFrom('low', 'medium'), note }),
  fc.subarray(DOMAIN.share!, { minLength: 2, maxLength: 2 }).map(between => ({ between, note: 'n' })),
  fc
    .subarray(DOMAIN.share!, { minLength: 3, maxLength: 3 })
    .map(([low, likely, high]) => ({ between: [low, high], likely, note: 'n' })),
);

/** What a random scenario states of its facts: every form of uncertainty, and now and then a derived fact. */
export const factsArbitrary: fc.Arbitrary<Record<string, unknown>> = fc.record(
  { level: wordly(LEVELS), colour: wordly(VALUES), yes: wordly([true, false]), share: number },
  { requiredKeys: ['level', 'colour', 'yes'] },
);

/** A random scenario: a perspective or weights of its own, and sometimes options left out. */
export const saidArbitrary: fc.Arbitrary<Said> = fc
  .tuple(
    factsArbitrary,
    fc.oneof(
      fc.constantFrom('p', 'q').map(perspective => ({ perspective })),
      weights.map(weights => ({ weights })),
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(['a', 'b', 'c'], { minLength: 1 }) },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom(...DERIVED.derived!).map(derived => ({ derived })) },
    ),
  )
  .map(([facts, judged, left, derived]) => ({
    facts: { ...facts, ...derived },
    ...judged,
    leaveOut: Object.fromEntries(left.map(option => [option, 'so'])),
  }));
