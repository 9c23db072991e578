import { programOf } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Outlook } from '../model/outlook.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { flipAxes } from './flip-axes.js';
import { flips } from './flips.js';
import { informed } from './information.js';

/** Up to how many regions are visited, and situations evaluated, for a summary: some hundredth of a second each. */
const FEW_REGIONS = 50_000;
const FEW_SITUATIONS = 20_000;
/** How many facts a flip of a summary may change at most. */
const MOST_FACTS = 3;

/**
 * What robustness, flips and the value of information say in a line each, where that is little work: counted, so that the
 * same inputs always give the same lines.
 */
export async function outlook(ruleSet: RuleSet, scenario: Scenario, appraisal: Appraisal): Promise<Outlook> {
  const told = await informed(ruleSet, scenario, appraisal, { exactUpTo: FEW_REGIONS, onlyExact: true });
  if (!('information' in told)) {
    return { first: null, information: null, flip: await nearestFlip(ruleSet, scenario, appraisal) };
  }
  const { information, firsts } = told;
  const [often] = [...firsts].sort(([, a], [, b]) => b - a);
  const [most] = information.facts;
  return {
    first: {
      probability: firsts.get(appraisal.ranking[0]!.option)!,
      mostOften: often![0],
      mostOftenProbability: often![1],
      assumed: information.assumed.map(({ fact }) => fact),
    },
    flip: await nearestFlip(ruleSet, scenario, appraisal),
    information: { most: most && most.value > 1e-9 ? { fact: most.fact, value: most.value } : null },
  };
}

async function nearestFlip(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
): Promise<Outlook['flip']> {
  const counts = situationsBySize(ruleSet, scenario);
  let [maxFacts, situations] = [0, 0];
  for (const count of counts) {
    situations += count;
    if (situations > FEW_SITUATIONS) break;
    maxFacts += 1;
    const { flips: found } = await flips(ruleSet, scenario, appraisal, { maxFacts, most: 1 });
    if (found[0]) return { nearest: found[0], maxFacts };
  }
  return maxFacts === 0 ? null : { nearest: null, maxFacts };
}

/** In how many ways one fact can be moved, and two, and so on: elementary symmetric sums of the numbers of targets. */
function situationsBySize(ruleSet: RuleSet, scenario: Scenario): number[] {
  const axes = flipAxes(programOf(ruleSet), ruleSet, scenario, statedReadings(ruleSet, scenario));
  const sums = [1, ...Array.from({ length: MOST_FACTS }, () => 0)];
  for (const { targets } of axes) {
    for (let size = MOST_FACTS; size > 0; size -= 1) sums[size]! += sums[size - 1]! * targets.length;
  }
  return sums.slice(1);
}
