import { expect, it } from 'vitest';
import { robustness } from '../../../src/analysis/robustness.js';
import { appraise } from '../../../src/appraise.js';
import type { RobustDominance, Robustness } from '../../../src/model/robustness.js';
import { dominated } from '../../../src/report/robustness-words.js';
import { FACTS, ifYes, scenarioOf, withRules } from '../../support/appraising.js';

async function told(dominance: RobustDominance[]): Promise<Robustness> {
  const ruleSet = withRules({ rules: [ifYes(30)] });
  const scenario = await scenarioOf(ruleSet, { facts: FACTS });
  const result = await robustness(ruleSet, scenario, await appraise(ruleSet, scenario), {
    replicates: 2,
  });
  if (!('format' in result)) throw new Error('no situations');
  return { ...result, dominance };
}

it('says which options are better than which, which pairs are open, and nothing of those that are refuted', async () => {
  const pair = (over: string, under: string, everywhere: boolean | null) => ({ over, under, everywhere });
  const pairs = [pair('a', 'b', true), pair('a', 'c', null), pair('b', 'c', false), pair('a', 'base', true)];
  expect(dominated(await told(pairs))).toEqual([
    'Whatever is possible and whatever the weights, on every criterion at least as good: a is better than b, base.',
    'Open, for too many regions to visit, is whether so is a than c.',
  ]);
  expect(dominated(await told([pair('b', 'c', false)]))).toEqual([]);
});
