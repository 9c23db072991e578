import type { Value } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { differenceHunts } from '../proofs/difference-hunts.js';
import { joint } from '../proofs/joint.js';
import { situationOf } from '../proofs/joint-situation.js';
import { smallest } from '../proofs/smallest.js';

/** Whether two rule sets come to the same in every possible situation; where not, the smallest in which they do not. */
export type Sameness =
  | { is: 'same' }
  | { is: 'undecided' }
  | { is: 'different'; facts: Readonly<Record<string, Value>> };

/** Compares all cells and gates of a rule set with those of one that has the same facts and options. */
export async function sameEverywhere(a: RuleSet, b: RuleSet, limit: AbortSignal): Promise<Sameness> {
  const both = joint(a, b);
  const found = await smallest(differenceHunts(both), limit);
  if (found.best) return { is: 'different', facts: situationOf(both, { a, b }, found).facts.a };
  return { is: found.isComplete ? 'same' : 'undecided' };
}
