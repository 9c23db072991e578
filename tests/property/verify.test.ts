import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Weights } from '../../src/mcda/weights.js';
import { normalise } from '../../src/mcda/weights.js';
import type { Claim, Property, Standing } from '../../src/model/property.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { goesAgainst, type Traced, traced } from '../../src/proofs/traced.js';
import { verify } from '../../src/proofs/verify.js';
import { validateVerify } from '../../src/schema/generated/result-validators.js';
import { sampleProperties } from '../../src/testing/sampled-properties.js';
import { withRules } from '../support/appraising.js';
import { everySituation, type Situation, valuesOf } from '../support/every-situation.js';
import { rulesArbitrary } from '../support/random.js';

/** The weights that a property speaks of: for any weights, each criterion alone, which decides what is linear in them. */
function weightsOf(ruleSet: RuleSet, { by }: Property): Weights[] {
  const criteria = [...ruleSet.criteria.keys()];
  if (by === 'any-weights') return criteria.map(own => new Map(criteria.map(id => [id, Number(id === own)])));
  return by.map(id => normalise(ruleSet.perspectives.get(id)!.weights));
}

const keyOf = (situation: Situation) => JSON.stringify([...situation]);

/** The situations that go against a property, or bear out that something is reachable: each one evaluated by itself. */
async function bruteForce(ruleSet: RuleSet, property: Property): Promise<Situation[]> {
  const { claim } = property;
  const found: Situation[] = [];
  for (const weights of weightsOf(ruleSet, property)) {
    const known = new Map<string, Traced>();
    const holds = new Map<string, boolean>();
    const situations = everySituation(ruleSet);
    for (const one of situations) {
      const at = await traced(ruleSet, one, weights);
      known.set(keyOf(one), at);
      // Whether the condition holds is asked of a rule that has it: the first.
      holds.set(keyOf(one), at.isPossible && (!property.when || at.fires.has('r0')));
    }
    for (const one of situations) {
      if (!holds.get(keyOf(one))) continue;
      for (const after of afterwards(ruleSet, claim, one)) {
        if (after && !holds.get(keyOf(after))) continue;
        if (goesAgainst(claim, known.get(keyOf(one))!, after && known.get(keyOf(after)), ruleSet.baseline))
          found.push(one);
      }
    }
  }
  return found;
}

/** The second situations with which a claim compares one: undefined where there is none. */
function afterwards(ruleSet: RuleSet, claim: Claim, one: Situation): (Situation | undefined)[] {
  if (claim.kind === 'symmetric') {
    const traded = claim.swapping.flatMap(([a, b]) => [[a, one.get(b)!] as const, [b, one.get(a)!] as const]);
    return [new Map([...one, ...traded])];
  }
  if (claim.kind !== 'monotone' && claim.kind !== 'invariant') return [undefined];
  const values = valuesOf(ruleSet.facts.get(claim.fact)!);
  const from = values.indexOf(one.get(claim.fact)!);
  // What does not depend on a fact does so neither way.
  return (claim.kind === 'monotone' ? values.slice(from + 1) : values).map(value =>
    new Map(one).set(claim.fact, value),
  );
}

const option = fc.constantFrom('a', 'b', 'c');
const pair = fc.constantFrom(['a', 'b'], ['b', 'c'], ['c', 'a'], ['a', 'base'] as const);
const standing: fc.Arbitrary<Standing> = fc.oneof(
  fc.record({ option, is: fc.constantFrom('excluded', 'above-baseline') }),
  fc.record({ option, is: fc.constant('in-top' as const), count: fc.integer({ min: 1, max: 3 }) }),
  pair.map(([option, other]) => ({ option: option!, is: 'above' as const, other: other! })),
);
const measure = fc.oneof(
  fc.constant({ kind: 'score' as const }),
  fc.record({ kind: fc.constant('cell' as const), criterion: fc.constantFrom('x', 'y', 'z') }),
  fc.constant({ kind: 'against' as const, option: 'base' }),
);
const claim: fc.Arbitrary<Claim> = fc.oneof(
  fc.record({ kind: fc.constantFrom('always', 'never'), standing }),
  fc.record({ kind: fc.constant('implies' as const), given: standing, follows: standing }),
  fc.record({
    ...{ kind: fc.constant('monotone' as const), fact: fc.constantFrom('level', 'yes', 'share'), option },
    ...{ never: fc.constantFrom('falls', 'rises'), of: measure },
  }),
  fc.record({
    ...{ kind: fc.constant('invariant' as const), option, of: measure },
    fact: fc.constantFrom('level', 'yes', 'share', 'colour'),
  }),
  fc.record({
    ...{ kind: fc.constant('bounded' as const), option, criterion: fc.constantFrom('x', 'y') },
    ...{ from: fc.integer({ min: -100, max: 0 }), to: fc.integer({ min: 0, max: 100 }) },
  }),
  pair.map(([a, b]): Claim => ({ kind: 'symmetric', options: [a!, b!], swapping: [] })),
  fc.record({ kind: fc.constant('reachable' as const), option }),
);

/** Claims that are decided by each criterion alone. */
const isLinear = (claim: Claim) =>
  claim.kind !== 'implies' &&
  claim.kind !== 'reachable' &&
  !('of' in claim && claim.of.kind === 'against') &&
  !('standing' in claim && claim.standing.is === 'in-top');

it('nothing proved of random rule sets is refuted at random, and what is refuted at random is refuted', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      rulesArbitrary,
      fc.array(claim, { minLength: 3, maxLength: 6 }),
      async (rules, claims) => {
        const plain = withRules(rules);
        const place = { file: 'p.yaml', line: 1 } as Property['place'] & object;
        const properties = claims.map(
          (claim, i): Property => ({
            ...{ id: `p${i}`, title: 'P', because: 'b', claim, place },
            by: ['p', 'q'],
          }),
        );
        const ruleSet = { ...plain, properties };
        const verified = await verify(ruleSet, { wanted: ({ id }) => /^p\d$/.test(id) });
        for (const one of await sampleProperties(ruleSet, { runs: 600, seed: 1 })) {
          tried += one.tried;
          const { verdict, counterexample } = verified.properties.find(({ id }) => id === one.id)!;
          if (verdict === 'proved') expect([one.id, one.counterexample]).toEqual([one.id, null]);
          if (one.counterexample)
            expect(one.counterexample.differs.length).toBeGreaterThanOrEqual(counterexample!.differs.length);
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(tried).toBeGreaterThan(100_000);
}, 240_000);

it('decides every kind of property as trying every situation does, with a counterexample of as few facts', async () => {
  const seen = new Set<string>();
  const property = fc.record({ claim, conditional: fc.boolean(), anyWeights: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      rulesArbitrary,
      fc.array(property, { minLength: 3, maxLength: 6 }),
      async (rules, all) => {
        const plain = withRules(rules);
        const properties = all.map(
          ({ claim, conditional, anyWeights }, i): Property => ({
            ...{ id: `p${i}`, title: 'P', because: 'b', claim },
            by: anyWeights && isLinear(claim) ? 'any-weights' : ['p', 'q'],
            ...(conditional && { when: plain.rules.find(({ id }) => id === 'r0')!.when }),
          }),
        );
        const ruleSet = { ...plain, properties };
        const verified = await verify(ruleSet, { wanted: ({ id }) => /^p\d$/.test(id) });
        expect(validateVerify(JSON.parse(JSON.stringify(verified)))).toBe(true);
        for (const [i, told] of verified.properties.entries()) {
          const found = await bruteForce(ruleSet, properties[i]!);
          const isReach = told.kind === 'reachable';
          seen.add(`${told.kind} ${told.verdict}`);
          expect([told.kind, told.verdict]).toEqual([
            told.kind,
            found.length > 0 === isReach ? 'proved' : 'refuted',
          ]);
          if (found.length === 0 || isReach) continue;
          const away = (one: Situation) =>
            [...one].filter(([id, value]) => ruleSet.facts.get(id)!.neutral !== value).length;
          expect(told.counterexample!.smallest).toBe(true);
          expect(told.counterexample!.differs.length).toBe(Math.min(...found.map(away)));
        }
      },
    ),
    { numRuns: 60 },
  );
  const kinds = ['always', 'bounded', 'implies', 'invariant', 'monotone', 'never', 'reachable', 'symmetric'];
  expect([...seen].sort()).toEqual(kinds.flatMap(kind => [`${kind} proved`, `${kind} refuted`]));
}, 240_000);
