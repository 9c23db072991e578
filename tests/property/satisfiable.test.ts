import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Condition, partsOf } from '../../src/model/condition.js';
import { derivationLayers } from '../../src/model/derivation.js';
import type { Fact, Steps } from '../../src/model/fact.js';
import { satisfiable } from '../../src/model/satisfiable.js';
import { stepOf } from '../../src/model/steps.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary } from '../support/random.js';

type Situation = ReadonlyMap<string, Steps>;

/** Every way to give each stated fact one of its steps, with the derived facts that follow. */
function* situations(facts: readonly Fact[], sofar: Situation = new Map()): Generator<Situation> {
  const [first, ...rest] = facts;
  if (!first) return yield sofar;
  const steps = first.derive ? [derived(first, sofar)] : first.steps.map((_, i) => 1n << BigInt(i));
  for (const step of steps) yield* situations(rest, new Map([...sofar, [first.id, step]]));
}

const derived = ({ derive, steps }: Fact, situation: Situation): Steps =>
  stepOf(steps, derive!.find(({ when }) => !when || holds(when, situation))!.value);

function holds(condition: Condition, situation: Situation): boolean {
  if (condition.kind === 'leaf') return (condition.steps & situation.get(condition.fact)!) !== 0n;
  const parts = partsOf(condition).map(part => holds(part, situation));
  if (condition.kind === 'not') return !parts[0];
  return condition.kind === 'any' ? parts.some(Boolean) : parts.every(Boolean);
}

it('a condition is satisfiable exactly if some situation makes it true, derivations followed', () => {
  fc.assert(
    fc.property(rulesArbitrary, rules => {
      const ruleSet = withRules(rules);
      const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
      const facts = [...stated, ...derivationLayers(ruleSet.facts).flat()];
      const all = [...situations(facts)];
      for (const { when } of ruleSet.rules) {
        expect(satisfiable(when, ruleSet.facts)).toBe(all.some(situation => holds(when, situation)));
      }
    }),
    { numRuns: 60 },
  );
});
