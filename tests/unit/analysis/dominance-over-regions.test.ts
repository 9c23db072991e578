import { expect, it } from 'vitest';
import { dominanceOverRegions } from '../../../src/analysis/dominance-over-regions.js';
import { appraise } from '../../../src/appraise.js';
import { programOf } from '../../../src/engine/program.js';
import { readText } from '../../../src/files/index.js';
import { loadScenario } from '../../../src/load.js';
import { scenarioOf, withRules } from '../../support/appraising.js';
import { SCENARIOS, shippedRuleSet } from '../../support/shipped.js';
import type { WrittenCondition, WrittenRule } from '../../support/written.js';

const adds = (value: boolean, option: string, points: number): WrittenRule => ({
  when: { fact: 'yes', operator: 'equal', value },
  then: [{ option, criterion: 'x', points }],
});
const likelyYes = { value: true, likelihood: 'likely', note: 'n' };

it('proves what ranges cannot: a and b move together, a always ahead', async () => {
  const ruleSet = withRules({ rules: [adds(true, 'a', 50), adds(true, 'b', 40), adds(false, 'a', 5)] });
  const scenario = await scenarioOf(ruleSet, { facts: { yes: likelyYes } });
  const appraisal = await appraise(ruleSet, scenario);
  expect(appraisal.dominance).toContainEqual({ over: 'a', under: 'b', certainty: 'possible' });
  expect(await dominanceOverRegions(programOf(ruleSet), ruleSet, scenario, appraisal)).toContainEqual({
    ...{ over: 'a', under: 'b' },
    everywhere: true,
  });
});

it('finds a pair that the best estimates leave open: nothing is known, and either way a is ahead', async () => {
  const ruleSet = withRules({ rules: [adds(true, 'a', 50), adds(false, 'a', 5), adds(true, 'b', 50)] });
  const scenario = await scenarioOf(ruleSet, { facts: { yes: 'unknown' } });
  const appraisal = await appraise(ruleSet, scenario);
  const pairs = (found: readonly { over: string; under: string }[]) =>
    found.map(({ over, under }) => `${over} ${under}`);
  expect(pairs(appraisal.dominance)).not.toContain('a base');
  const found = await dominanceOverRegions(programOf(ruleSet), ruleSet, scenario, appraisal);
  expect(found).toContainEqual({ over: 'a', under: 'base', everywhere: true });
  // Level with b where yes holds, so not better there.
  expect(pairs(found)).not.toContain('a b');
});

it('refutes where the two are equal in one situation, however much better the one is in others', async () => {
  const ruleSet = withRules({ rules: [adds(true, 'a', 50), adds(true, 'b', 40)] });
  const scenario = await scenarioOf(ruleSet, { facts: { yes: likelyYes } });
  const found = await dominanceOverRegions(
    programOf(ruleSet),
    ruleSet,
    scenario,
    await appraise(ruleSet, scenario),
  );
  expect(found).toContainEqual({ over: 'a', under: 'b', everywhere: false });
});

it('passes over situations that are impossible only together, and is refuted by them where they are not', async () => {
  const high = { fact: 'level', operator: 'equal', value: 'high' };
  const no = { fact: 'yes', operator: 'equal', value: false };
  // Where `yes` is false and `level` high, b is ahead by 35; in every other situation a is.
  const rules: WrittenRule[] = [
    adds(true, 'a', 50),
    adds(false, 'a', 5),
    { when: high, then: [{ option: 'b', criterion: 'x', points: 40 }] },
  ];
  const facts = { yes: likelyYes, level: { probabilities: { high: 0.6, low: 0.4 }, note: 'n' } };
  const everywhere = async (impossible: WrittenCondition[]) => {
    const ruleSet = withRules({ rules, impossible });
    const scenario = await scenarioOf(ruleSet, { facts });
    const appraisal = await appraise(ruleSet, scenario);
    const found = await dominanceOverRegions(programOf(ruleSet), ruleSet, scenario, appraisal);
    return found.find(({ over, under }) => over === 'a' && under === 'b')?.everywhere;
  };
  expect(await everywhere([])).toBe(false);
  expect(await everywhere([{ all: [no, high] }])).toBe(true);
});

it('settles every pair of the shipped scenarios; under a limit, leaves open what it cannot refute and never errs', async () => {
  const ruleSet = await shippedRuleSet();
  const program = programOf(ruleSet);
  const met = new Set<string>();
  for (const path of SCENARIOS) {
    const { source } = await readText(path);
    const { scenario } = await loadScenario(source!, ruleSet);
    const appraisal = await appraise(ruleSet, scenario!);
    const find = (limits?: { each: number; all: number }) =>
      dominanceOverRegions(program, ruleSet, scenario!, appraisal, {}, limits);
    const exact = await find();
    expect(exact.filter(({ everywhere }) => everywhere === null)).toEqual([]);
    for (const limits of [
      { each: 1, all: 1_000_000 },
      { each: 1_000_000, all: 1 },
      { each: 0, all: 0 },
    ])
      for (const { over, under, everywhere } of await find(limits)) {
        const whole = exact.find(one => one.over === over && one.under === under)?.everywhere ?? false;
        met.add(`${whole} ${everywhere}`);
        if (everywhere !== null) expect(everywhere).toBe(whole);
      }
  }
  expect([...met]).toEqual(expect.arrayContaining(['true true', 'true null', 'false false']));
});

it('ends when it is told to', async () => {
  const ruleSet = await shippedRuleSet();
  const { source } = await readText('scenarios/myanmar-2025.yaml');
  const { scenario } = await loadScenario(source!, ruleSet);
  const appraisal = await appraise(ruleSet, scenario!);
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(
    dominanceOverRegions(programOf(ruleSet), ruleSet, scenario!, appraisal, { signal }),
  ).rejects.toThrow('enough');
});
