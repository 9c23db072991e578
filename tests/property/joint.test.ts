import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalise } from '../../src/mcda/weights.js';
import type { Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { joint } from '../../src/proofs/joint.js';
import { onSide, SIDES } from '../../src/proofs/sides.js';
import { traced } from '../../src/proofs/traced.js';
import { pairArbitrary } from '../support/changed.js';

/** What a side sees of a situation: the facts that scenarios of it state. */
function seenBy(ruleSet: RuleSet, situation: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...situation].filter(([id]) => ruleSet.facts.has(id) && !ruleSet.facts.get(id)!.derive));
}

it('in a situation that is possible in both, each side of the joint rule set stands as that rule set by itself', async () => {
  const seen = { possible: 0, apart: 0 };
  await fc.assert(
    fc.asyncProperty(
      pairArbitrary,
      fc.array(fc.nat(999), { minLength: 4, maxLength: 4 }),
      async (pair, picks) => {
        const { ruleSet } = joint(...pair);
        const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
        const situation = new Map(
          stated.map(({ id, steps, neutral }, i) => {
            const step = steps[picks[i % picks.length]! % steps.length]!;
            return [
              id,
              'value' in step
                ? step.value
                : step.lowOpen
                  ? (step.low + step.high) / 2
                  : (step.low ?? neutral),
            ];
          }),
        );
        const weights = normalise(new Map([...ruleSet.criteria.keys()].map((id, i) => [id, i + 1])));
        const both = await traced(ruleSet, situation, weights);
        const alone = await Promise.all(
          pair.map(one =>
            traced(
              one,
              seenBy(one, situation),
              normalise(new Map([...one.criteria.keys()].map((id, i) => [id, i + 1]))),
            ),
          ),
        );
        seen[both.isPossible ? 'possible' : 'apart'] += 1;
        const [x, y] = alone.map(({ isPossible }) => isPossible);
        // What one side derives and the other states has to agree as well.
        const isMixed = new Set(pair.map(({ facts }) => facts.get('yes')!.derive !== undefined)).size === 2;
        if (!isMixed || both.isPossible) expect(both.isPossible).toBe(x && y);
        if (!both.isPossible) return;
        for (const [i, side] of SIDES.entries())
          for (const option of pair[i]!.options.keys())
            expect([side, option, both.level(onSide(side, option))]).toEqual([
              side,
              option,
              alone[i]!.level(option),
            ]);
      },
    ),
    { numRuns: 150 },
  );
  expect(seen.possible).toBeGreaterThan(80);
  expect(seen.apart).toBeGreaterThan(10);
}, 120_000);
