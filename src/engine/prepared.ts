import { derivationLayers } from '../model/derivation.js';
import type { Fact } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import { type Evaluator, prepare } from './evaluate-conditions.js';

/** The engines of one rule set, ready to run over many situations. */
interface Prepared {
  layers: readonly { facts: readonly Fact[]; evaluate: Evaluator }[];
  rules: Evaluator;
  impossible: Evaluator;
}

const known = new WeakMap<RuleSet, Prepared>();

/** The engines of a rule set, made at the first call for it. */
export function prepared(ruleSet: RuleSet): Prepared {
  const found = known.get(ruleSet);
  if (found) return found;
  const made = {
    layers: derivationLayers(ruleSet.facts).map(facts => ({
      facts,
      evaluate: prepare(facts.flatMap(fact => fact.derive!.flatMap(({ when }) => when ?? []))),
    })),
    rules: prepare(ruleSet.rules.map(rule => rule.when)),
    impossible: prepare(ruleSet.impossible.map(({ when }) => when)),
  };
  known.set(ruleSet, made);
  return made;
}
