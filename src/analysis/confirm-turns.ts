import type { DisputedFact, Turn } from '../model/agreement.js';
import { canonicalJson } from '../model/canonical.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { Coded } from './coded.js';
import type { SeenBy } from './disputed-facts.js';
import { tracedRanking } from './traced-leader.js';

/** Evaluates every change that is told of by the traced engine as well. That it says otherwise would be a bug. */
export async function confirmTurns(
  ruleSet: RuleSet,
  coded: Coded,
  seenBy: SeenBy,
  disputed: readonly DisputedFact[],
  turns: readonly Turn[],
): Promise<void> {
  const weights = new Map(Object.entries(coded.codings[0]!.appraisal.weights));
  const named = (coder: string) => coded.codings.findIndex(one => one.coder === coder);
  const confirm = async (from: number, to: number, facts: readonly string[], leader: string) => {
    const mixed = mixedScenario(ruleSet, coded.scenarios[from]!, coded.scenarios[to]!, facts);
    const [first] = await tracedRanking(ruleSet, mixed, weights);
    if (first!.option !== leader)
      throw new Error(`${facts.join(', ')} lead to ${first!.option} and not ${leader} when traced`);
  };
  for (const { fact, turns } of disputed) {
    for (const { from, to, leader } of turns) {
      const base = from === null ? coded.codings.length : named(from);
      const other = coded.codings.findIndex((_, i) => canonicalJson(seenBy(i, fact)) === canonicalJson(to));
      await confirm(base, other, [fact], leader);
    }
  }
  for (const { from, to, sets, leader } of turns)
    for (const set of sets) await confirm(named(from), named(to), set, leader);
}

/** A scenario with what another says of some facts, and nothing stated of what is derived from others. */
export function mixedScenario(
  ruleSet: RuleSet,
  scenario: Scenario,
  other: Scenario,
  facts: readonly string[],
): Scenario {
  const kept = [...scenario.facts].filter(([id]) => !ruleSet.facts.get(id)?.derive);
  const mixed = kept.map(([id, stated]) => [id, facts.includes(id) ? other.facts.get(id)! : stated] as const);
  return { ...scenario, facts: new Map(mixed) };
}
