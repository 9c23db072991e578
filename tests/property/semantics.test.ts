import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraise } from '../../src/appraise.js';
import { loadRuleSet, loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import { DOMAIN, factsArbitrary, ruleSetFiles, rulesArbitrary, scenarioText } from '../support/random.js';

type Rules = Parameters<typeof ruleSetFiles>[0];

async function run(rules: Rules, facts: object, reversed = false, perspective = 'p'): Promise<Appraisal> {
  const { ruleSet, diagnostics } = loadRuleSet('random', ruleSetFiles(rules, reversed));
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics.filter(one => one.severity === 'error')));
  const { scenario } = await loadScenario(scenarioText(facts, perspective), ruleSet);
  return appraise(ruleSet, scenario!);
}

const holds = (check: (rules: Rules, facts: Record<string, unknown>) => Promise<void>, numRuns = 300) =>
  fc.assert(fc.asyncProperty(rulesArbitrary, factsArbitrary, check), { numRuns });

const certain = (points: number, option = 'a', criterion = 'x') => ({
  when: { fact: 'yes', operator: 'equal', value: true },
  then: [{ option, criterion, points }],
});
const gateIf = (value: boolean) => ({
  when: { fact: 'yes', operator: 'equal', value },
  then: [{ option: 'b', exclude: true }],
});
const FACTS = { level: 'low', colour: 'red', yes: true, share: 0.3 };

describe('DESIGN.md, section 4', () => {
  it('4.1 what the clamp takes off is a contribution of its own, and the baseline is 0', async () => {
    const { ranking } = await run([certain(80), certain(70)], FACTS);
    const [first] = ranking;
    expect(first!.cells.x).toEqual({ value: 100, low: 100, high: 100 });
    expect(first!.contributions.find(({ rule }) => rule === null)).toMatchObject({
      points: -50,
      criterion: 'x',
    });
    expect(ranking.find(({ baseline }) => baseline)).toMatchObject({
      score: 0,
      low: 0,
      high: 0,
      contributions: [],
    });
  });

  it('4.2 a score is the weighted sum of cells: 2/3 of 30 and 1/3 of -60 is 0', async () => {
    const { ranking, weights } = await run([certain(30), certain(-60, 'a', 'y')], FACTS);
    expect(weights.x).toBeCloseTo(2 / 3, 12);
    expect(Object.is(ranking.find(({ option }) => option === 'a')!.score, 0)).toBe(true);
  });

  it('4.3 a gate that fires excludes its option, and the baseline is always ranked', async () => {
    const { ranking, excluded } = await run([certain(30), gateIf(true)], FACTS);
    expect(excluded).toMatchObject([{ option: 'b', certain: true }]);
    expect(ranking.map(({ option }) => option)).toEqual(['a', 'base', 'c']);
  });

  it('4.4 a gate that is only open leaves its option ranked and marked; one that is likely excludes, not for certain', async () => {
    const open = await run([certain(30), gateIf(true)], { ...FACTS, yes: 'unknown' });
    expect(open.excluded).toEqual([]);
    expect(open.ranking.find(({ option }) => option === 'b')!.openGates).toMatchObject([
      { rule: 'r1', facts: ['yes'] },
    ]);
    const likely = await run([certain(30), gateIf(true)], {
      ...FACTS,
      yes: { value: true, likelihood: 'likely', note: 'n' },
    });
    expect(likely.excluded).toMatchObject([{ option: 'b', certain: false }]);
  });

  it('4.4 `{ value: true, likelihood: unlikely }` reads false, and leaves the range open', async () => {
    const { ranking } = await run([certain(30)], {
      ...FACTS,
      yes: { value: true, likelihood: 'unlikely', note: 'n' },
    });
    expect(ranking.find(({ option }) => option === 'a')).toMatchObject({ score: 0, low: 0, high: 20 });
  });

  it('4.4 a rule that is unknown adds nothing and is listed with the facts that would settle it, derived ones by their parts', async () => {
    const rule = {
      when: { fact: 'derived', operator: 'equal', value: 'large' },
      then: [{ option: 'a', criterion: 'x', points: 30 }],
    };
    const { ranking, undetermined } = await run([rule], { ...FACTS, share: 'unknown', yes: 'unknown' });
    expect(ranking.find(({ option }) => option === 'a')!.score).toBe(0);
    expect(undetermined).toMatchObject([{ rule: 'r0', facts: ['share', 'yes'] }]);
  });

  it('4.4 every score lies in its range, and so does the score of every completion of what is unknown', async () => {
    const completion = fc.record({
      level: fc.constantFrom(...DOMAIN.level),
      colour: fc.constantFrom(...DOMAIN.colour),
      yes: fc.constantFrom(...DOMAIN.yes),
      share: fc.constantFrom(...DOMAIN.share),
    });
    await fc.assert(
      fc.asyncProperty(rulesArbitrary, factsArbitrary, completion, async (rules, facts, values) => {
        const whole = await run(rules, facts);
        for (const { score, low, high } of whole.ranking) expect(low <= score && score <= high).toBe(true);
        const filled = Object.fromEntries(
          Object.entries(facts).map(([fact, said]) => [
            fact,
            said === 'unknown' ? values[fact as keyof typeof values] : said,
          ]),
        );
        const settled = await run(rules, filled);
        for (const { option, low, high } of whole.ranking) {
          const after = settled.ranking.find(one => one.option === option);
          if (after) expect(low - 1e-9 <= after.low && after.high <= high + 1e-9).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('4.5 ranks are 1, 2, 2, 4, and ties are listed by id', async () => {
    const { ranking } = await run([certain(30, 'c'), certain(-5, 'a')], FACTS);
    expect(ranking.map(({ option, rank, tied }) => [option, rank, tied])).toEqual([
      ['c', 1, false],
      ['b', 2, true],
      ['base', 2, true],
      ['a', 4, false],
    ]);
  });

  it('4.6 nothing depends on the order of files, rules, facts, options or keys', async () => {
    const without = (result: Appraisal) => JSON.stringify(result).replace(/"line":\d+/g, '');
    await holds(async (rules, facts) => {
      const turned = Object.fromEntries(Object.entries(facts).reverse());
      expect(without(await run(rules, turned, true))).toBe(without(await run(rules, facts)));
    }, 150);
  });

  it('4.7 contributions sum to the score', async () => {
    await holds(async (rules, facts) => {
      for (const { score, contributions } of (await run(rules, facts)).ranking) {
        expect(contributions.reduce((sum, { weighted }) => sum + weighted, 0)).toBeCloseTo(score, 8);
      }
    });
  });

  it('4.8 the hash of a rule set changes with its meaning, and not with comments or order', async () => {
    const [hash, turned, other] = await Promise.all([
      run([certain(30)], FACTS),
      run([certain(30)], FACTS, true),
      run([certain(31)], FACTS),
    ]);
    expect(turned.manifest.ruleSet.hash).toBe(hash.manifest.ruleSet.hash);
    expect(other.manifest.ruleSet.hash).not.toBe(hash.manifest.ruleSet.hash);
  });

  it('4.9 likely is 0.65 on the PHIA yardstick; medium confidence leaves 0.2 to the neighbours', async () => {
    const { facts } = await run([certain(1)], {
      ...FACTS,
      yes: { value: true, likelihood: 'likely', note: 'n' },
      level: { value: 'low', confidence: 'medium', note: 'n' },
    });
    const of = (fact: string) => facts.find(one => one.fact === fact)!.probabilities!;
    expect(of('yes')).toEqual({ true: 0.65, false: expect.closeTo(0.35, 12) });
    expect(of('level')).toEqual({ low: 0.8, none: expect.closeTo(0.1, 12), high: expect.closeTo(0.1, 12) });
  });

  it('4.10 dominance is what a brute-force look at the cells says', async () => {
    await holds(async (rules, facts) => {
      const { ranking, dominance } = await run(rules, facts);
      for (const a of ranking) {
        for (const b of ranking.filter(one => one !== a)) {
          const gap = (of: 'value' | 'low', other: 'value' | 'high') =>
            ['x', 'y'].map(c => a.cells[c]![of] - b.cells[c]![other]);
          const better = (gaps: number[]) => gaps.every(g => g >= 0) && gaps.some(g => g > 0);
          const sure = better(gap('low', 'high')) && a.openGates.length === 0;
          const wanted = sure ? 'certain' : better(gap('value', 'value')) ? 'possible' : undefined;
          expect(dominance.find(one => one.over === a.option && one.under === b.option)?.certainty).toBe(
            wanted,
          );
        }
      }
    }, 200);
  });
});
