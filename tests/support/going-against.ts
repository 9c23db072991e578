import type { Weights } from '../../src/mcda/weights.js';
import { normalise } from '../../src/mcda/weights.js';
import type { Claim, Property } from '../../src/model/property.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { goesAgainst, type Traced, traced } from '../../src/proofs/traced.js';
import { everySituation, type Situation, valuesOf } from './every-situation.js';

/** The weights that a property speaks of: for any weights, each criterion alone, which decides what is linear in them. */
function weightsOf(ruleSet: RuleSet, { by }: Property): Weights[] {
  const criteria = [...ruleSet.criteria.keys()];
  if (by === 'any-weights') return criteria.map(own => new Map(criteria.map(id => [id, Number(id === own)])));
  return by.map(id => normalise(ruleSet.perspectives.get(id)!.weights));
}

const keyOf = (situation: Situation) => JSON.stringify([...situation]);

/** The situations that go against a property, or bear out that something is reachable: each one evaluated by itself. */
export async function goingAgainst(ruleSet: RuleSet, property: Property): Promise<Situation[]> {
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
