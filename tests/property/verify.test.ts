import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Claim, Property, Standing } from '../../src/model/property.js';
import { verify } from '../../src/proofs/verify.js';
import { validateVerify } from '../../src/schema/generated/result-validators.js';
import { sampleProperties } from '../../src/testing/sampled-properties.js';
import { withRules } from '../support/appraising.js';
import type { Situation } from '../support/every-situation.js';
import { goingAgainst } from '../support/going-against.js';
import { rulesArbitrary } from '../support/random.js';

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
          const found = await goingAgainst(ruleSet, properties[i]!);
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
