import type { Value } from '../model/fact.js';
import type { Property } from '../model/property.js';
import type { RuleSet } from '../model/rule-set.js';
import { joint } from '../proofs/joint.js';
import { onSide } from '../proofs/sides.js';
import { verify } from '../proofs/verify.js';

/** Whether two rule sets come to the same in every possible situation; where not, the smallest in which they do not. */
export type Sameness =
  | { is: 'same' }
  | { is: 'undecided' }
  | { is: 'different'; facts: Record<string, Value>; option: string };

/** Compares the cells and the gates of some options in two rule sets: no other is to differ in any. */
export async function sameEverywhere(
  a: RuleSet,
  b: RuleSet,
  options: ReadonlySet<string>,
  limit: () => AbortSignal,
): Promise<Sameness> {
  const both = joint(a, b).ruleSet;
  let isOpen = false;
  for (const option of options) {
    const wanted = alike(option);
    const { properties } = await verify(
      { ...both, properties: [wanted] },
      { limit, wanted: one => one === wanted },
    );
    const { verdict, counterexample } = properties[0]!;
    if (verdict === 'refuted') return { is: 'different', facts: counterexample!.facts, option };
    if (verdict === 'undecided') isOpen = true;
  }
  return { is: isOpen ? 'undecided' : 'same' };
}

/** That an option has the same score on both sides, by each criterion alone, and is excluded by both or by none. */
function alike(option: string): Property {
  return {
    id: 'alike',
    title: 'It is the same on both sides',
    because: 'nothing that matters to it is changed',
    by: 'any-weights',
    claim: { kind: 'symmetric', options: [onSide('a', option), onSide('b', option)], swapping: [] },
  };
}
