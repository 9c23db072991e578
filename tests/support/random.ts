import fc from 'fast-check';
import { conditionArbitrary, derivationArbitrary, leafArbitrary } from '../../src/testing/conditions.js';
import { effectsArbitrary, weightsArbitrary } from '../../src/testing/effects.js';
import { numberSaying, type Saying, wordSaying } from '../../src/testing/statements.js';
import {
  DERIVED,
  DOMAIN,
  LEVELS,
  type Rules,
  type Said,
  VALUES,
  type Word,
  type WrittenCondition,
} from './written.js';

/*
 * Random rules and scenarios over one small codebook, so that an oracle can list its situations. What they are made of is
 * what `demarche/testing` makes rule sets and scenarios of.
 */

const stated = [
  leafArbitrary({ fact: 'level', values: LEVELS, ordered: true }),
  leafArbitrary({ fact: 'colour', values: VALUES, ordered: false }),
  leafArbitrary({ fact: 'yes', values: [true, false], ordered: false }),
  leafArbitrary({ fact: 'share', values: [0.2, 0.5, 0.8], ordered: true }),
];
const derivedLeaf = leafArbitrary({ fact: 'derived', values: DERIVED.derived!, ordered: true });
const twiceLeaf = leafArbitrary({ fact: 'twice', values: DERIVED.twice!, ordered: false });
const named = fc.constant({ condition: 'named' });

const CRITERIA = ['x', 'y', 'z'];
const weights = weightsArbitrary(CRITERIA);
const impossible = conditionArbitrary([...stated, derivedLeaf], 2);

/** Random rules over facts of every type, with derived facts, several effects a rule, gates and weights of zero. */
export const rulesArbitrary: fc.Arbitrary<Partial<Rules>> = fc.record({
  rules: fc.array(
    fc.record({
      when: conditionArbitrary([...stated, derivedLeaf, twiceLeaf, named], 3),
      then: effectsArbitrary(['a', 'b', 'c'], CRITERIA),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  named: conditionArbitrary([...stated, derivedLeaf], 1),
  impossible: fc.oneof(
    { weight: 4, arbitrary: fc.constant<WrittenCondition[]>([]) },
    { weight: 1, arbitrary: impossible.map(one => [one]) },
  ),
  derived: derivationArbitrary(DERIVED.derived!, stated),
  twice: derivationArbitrary(DERIVED.twice!, [...stated, derivedLeaf, named]),
  weights: fc.record({ p: weights, q: weights }),
  scale: fc.constantFrom('phia', 'icd-203'),
});

/** Words that stand on both scales. */
const LIKELIHOODS = ['unlikely', 'likely', 'almost certain'];

function said(values: readonly Word[], saying: fc.Arbitrary<Saying>): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...values), saying).map(([value, say]) => say(value));
}
const wordly = (values: Word[]) => said(values, wordSaying(values, LIKELIHOODS));
const shares = fc.constantFrom(...DOMAIN.share!).map(Number);

/** What a random scenario states of its facts: every form of uncertainty, and now and then a derived fact. */
export const factsArbitrary: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    level: wordly(LEVELS),
    colour: wordly(VALUES),
    yes: wordly([true, false]),
    share: said(DOMAIN.share!, numberSaying(shares)),
  },
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
