import { beforeAll, describe, expect, it } from 'vitest';
import { flips } from '../../../src/analysis/flips.js';
import { information } from '../../../src/analysis/information.js';
import { robustness } from '../../../src/analysis/robustness.js';
import { sensitivity } from '../../../src/analysis/sensitivity.js';
import { appraise } from '../../../src/appraise.js';
import { readText } from '../../../src/files/index.js';
import { loadScenario } from '../../../src/load.js';
import type { Appraisal } from '../../../src/model/appraisal.js';
import type { RuleSet } from '../../../src/model/rule-set.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { shippedRuleSet } from '../../support/shipped.js';

let ruleSet: RuleSet;
let scenario: Scenario;
let appraisal: Appraisal;
beforeAll(async () => {
  ruleSet = await shippedRuleSet();
  const { source } = await readText('scenarios/south-africa-1985.yaml');
  scenario = (await loadScenario(source!, ruleSet)).scenario!;
  appraisal = await appraise(ruleSet, scenario);
});

const late = () => AbortSignal.abort(new DOMException('late', 'TimeoutError'));
const stopped = () => AbortSignal.abort(new Error('no longer wanted'));

describe('long work', () => {
  it.each([
    ['flips', flips],
    ['robustness', robustness],
    ['information', information],
    ['sensitivity', sensitivity],
  ])('of %s is ended by a signal, and throws its reason', async (_, work) => {
    await expect(work(ruleSet, scenario, appraisal, { signal: stopped() })).rejects.toThrow(
      'no longer wanted',
    );
  });

  it.each([
    ['flips', flips],
    ['robustness', robustness],
    ['information', information],
    ['sensitivity', sensitivity],
  ])('of %s tells how much of it is done, ever more, and comes to the same as without', async (_, work) => {
    const told: number[] = [];
    const watched = await work(ruleSet, scenario, appraisal, { onProgress: share => told.push(share) });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.every(share => share > 0 && share <= 1)).toBe(true);
    expect(watched).toEqual(await work(ruleSet, scenario, appraisal, {}));
  });

  it('of flips that times out tells what is found by then, and up to how many facts nothing is missed', async () => {
    const all = await flips(ruleSet, scenario, appraisal, { most: 1000 });
    const some = await flips(ruleSet, scenario, appraisal, { most: 1000, signal: late() });
    expect([all.complete, some.complete, some.provedUpTo]).toEqual([true, false, 2]);
    const upTo2 = (flips: typeof all.flips) => flips.filter(({ changes }) => changes.length <= 2);
    expect(upTo2(some.flips)).toEqual(upTo2(all.flips));
    expect(some.tried).toBeLessThan(all.tried);
  });
});
