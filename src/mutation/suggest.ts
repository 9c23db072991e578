import { stringify } from 'yaml';
import { explain } from '../appraise.js';
import { judgeCase, readyCase } from '../cases/judge-case.js';
import { stateOf } from '../cases/misses.js';
import type { Appraisal } from '../model/appraisal.js';
import { factsOf, partsOfFact } from '../model/derivation.js';
import type { Value } from '../model/fact.js';
import type { SuggestedCase } from '../model/mutation-result.js';
import type { RuleSet } from '../model/rule-set.js';
import type { AuthoredCase, AuthoredExpectation } from '../schema/generated/author-types.js';
import { parseYaml } from '../source/parse-yaml.js';
import { type Mutant, mutated } from './mutants.js';

/**
 * A case that holds for a rule set and fails for a mutant, from a situation in which the two differ: with the facts that the
 * changed rules read, or where these do not do with all of them. Undefined where none was found.
 */
export async function suggestedCase(
  ruleSet: RuleSet,
  mutant: Mutant,
  facts: Readonly<Record<string, Value>>,
): Promise<SuggestedCase | undefined> {
  const changed = mutated(ruleSet, mutant);
  const read = new Set(
    [...mutant.changed.values()].flatMap(({ id, when }) =>
      [when, ruleSet.rules.find(one => one.id === id)!.when]
        .flatMap(factsOf)
        .flatMap(fact => partsOfFact(fact, ruleSet.facts)),
    ),
  );
  const few = Object.fromEntries(Object.entries(facts).filter(([fact]) => read.has(fact)));
  for (const stated of [few, facts]) {
    const [rule] = mutant.changed.values();
    const base = {
      id: mutant.name,
      title: rule!.title,
      facts: stated,
    };
    for (const perspective of ruleSet.perspectives.keys()) {
      const [before, after] = [
        await appraised(ruleSet, { ...base, perspective }),
        await appraised(changed, { ...base, perspective }),
      ];
      const expect = before && after && differenceOf(mutant, before, after);
      if (!expect) continue;
      const one = { ...base, perspective, expect };
      if ((await passes(ruleSet, one)) && !(await passes(changed, one))) return one;
    }
  }
  return undefined;
}

/** What to expect of the one that does not hold of the other: that a rule fires or not, a gate, or a score. */
function differenceOf(mutant: Mutant, before: Appraisal, after: Appraisal): AuthoredExpectation | undefined {
  for (const id of mutant.changed.keys()) {
    const state = stateOf(id, before);
    if (state !== stateOf(id, after)) return { [state]: [id] };
  }
  const out = ({ excluded }: Appraisal) => excluded.map(({ option }) => option);
  if (out(before).join() !== out(after).join()) return { excluded: out(before) };
  for (const { option, score } of before.ranking) {
    const other = after.ranking.find(one => one.option === option)?.score;
    if (other === undefined || other === score) continue;
    return other < score
      ? { 'score-at-least': { [option]: between(score, other) } }
      : { 'score-at-most': { [option]: between(score, other) } };
  }
  return undefined;
}

/** The number with the fewest decimals that is nearest to the first on the side of the second. */
function between(score: number, other: number): number {
  for (let decimals = 0; decimals < 9; decimals += 1) {
    const scale = 10 ** decimals;
    const near = (other < score ? Math.floor(score * scale) : Math.ceil(score * scale)) / scale;
    if (other < score ? near > other : near < other) return near;
  }
  return score;
}

async function ready(ruleSet: RuleSet, one: AuthoredCase) {
  const { file } = parseYaml({ path: 'suggested', text: stringify({ cases: [one] }) });
  return readyCase(ruleSet, { value: one, file: file!, pointer: ['cases', 0] });
}

async function passes(ruleSet: RuleSet, one: AuthoredCase): Promise<boolean> {
  return judgeCase(ruleSet, await ready(ruleSet, one)).every(({ passed }) => passed);
}

async function appraised(ruleSet: RuleSet, one: AuthoredCase): Promise<Appraisal | undefined> {
  const { situation } = await ready(ruleSet, one);
  return situation && explain(ruleSet, situation.scenario, situation, {});
}
