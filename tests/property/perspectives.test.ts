import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePerspectives } from '../../src/analysis/perspectives.js';
import { appraise } from '../../src/appraise.js';
import { readText } from '../../src/files/index.js';
import { loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import type { Perspective, RuleSet } from '../../src/model/rule-set.js';
import { SCENARIOS, shippedRuleSet } from '../support/shipped.js';

/** The rule set with other weights for its perspectives, which change nothing but how its cells are weighed. */
function weighed(ruleSet: RuleSet, weights: readonly number[][]): RuleSet {
  const criteria = [...ruleSet.criteria.keys()];
  const perspectives = weights.map((given, i): [string, Perspective] => [
    `p-${i}`,
    {
      ...{ id: `p-${i}`, title: `P ${i}`, because: 'drawn', swings: new Map(), sources: [] },
      weights: new Map(criteria.map((id, j) => [id, given[j]!])),
    },
  ]);
  return { ...ruleSet, perspectives: new Map(perspectives) };
}

async function judged(ruleSet: RuleSet, path: string): Promise<Appraisal[]> {
  const { scenario } = await loadScenario((await readText(path)).source!, await shippedRuleSet());
  const all: Appraisal[] = [];
  for (const perspective of ruleSet.perspectives.keys())
    all.push(await appraise(ruleSet, scenario!, { perspective }));
  return all;
}

/** The place of each option by each perspective, looked up in what each appraisal ranks. */
const scoresOf = (appraisals: readonly Appraisal[]) =>
  appraisals.map(({ ranking }) => new Map(ranking.map(({ option, score }) => [option, score])));

function holds(ruleSet: RuleSet, appraisals: readonly Appraisal[], top: number): void {
  const view = comparePerspectives(ruleSet, appraisals, top);
  const scores = scoresOf(appraisals);
  const options = [...scores[0]!.keys()];
  const { agreement } = view;
  const isOver = (a: string, b: string) => scores.every(one => one.get(a)! > one.get(b)!);
  const same = options.flatMap(a => options.filter(b => isOver(a, b)).map(b => `${a} > ${b}`));
  expect(agreement.same.map(({ over, under }) => `${over} > ${under}`).sort()).toEqual(same.sort());
  const splits = (a: string, b: string) =>
    scores.some(one => one.get(a)! > one.get(b)!) && scores.some(one => one.get(a)! < one.get(b)!);
  const split = options.flatMap((a, i) => options.slice(i + 1).filter(b => splits(a, b)));
  const all = (options.length * (options.length - 1)) / 2;
  expect(agreement.pairs).toEqual({ all, same: same.length, split: split.length });
  const rankOf = (one: Map<string, number>, a: string) =>
    1 + [...one.values()].filter(score => score > one.get(a)!).length;
  const inTop = (a: string) => scores.map(one => rankOf(one, a) <= top);
  expect([...agreement.first].sort()).toEqual(options.filter(a => inTop(a).every(Boolean)).sort());
  const baseline = appraisals[0]!.ranking.find(one => one.baseline)!.option;
  expect([...agreement.aboveBaseline].sort()).toEqual(options.filter(a => isOver(a, baseline)).sort());
  expect([...agreement.belowBaseline].sort()).toEqual(options.filter(a => isOver(baseline, a)).sort());
  const leading = options.filter(a => inTop(a).some(Boolean));
  const parts = leading.flatMap((a, i) => leading.slice(i + 1).filter(b => splits(a, b)));
  expect(view.partings.length).toBe(parts.length);
  for (const { a, b, forA, forB, gap, criteria } of view.partings) {
    const lead = (id: string) => {
      const one = scores[view.perspectives.findIndex(perspective => perspective.id === id)]!;
      return one.get(a)! - one.get(b)!;
    };
    const mean = (ids: readonly string[]) => ids.reduce((sum, id) => sum + lead(id), 0) / ids.length;
    expect(forA.every(id => lead(id) > 0) && forB.every(id => lead(id) < 0)).toBe(true);
    expect(gap).toBeCloseTo(mean(forA) - mean(forB), 6);
    expect(criteria.reduce((sum, { makes }) => sum + makes, 0)).toBeCloseTo(gap, 6);
  }
}

describe('perspectives side by side', () => {
  it.each(SCENARIOS)('say of %s what comparing every pair of options by hand says', async path => {
    const ruleSet = await shippedRuleSet();
    const appraisals = await judged(ruleSet, path);
    for (const top of [1, 3, 50]) holds(ruleSet, appraisals, top);
  });

  it('do so whatever the weights', async () => {
    const ruleSet = await shippedRuleSet();
    const weights = fc
      .array(fc.integer({ min: 0, max: 5 }), {
        minLength: ruleSet.criteria.size,
        maxLength: ruleSet.criteria.size,
      })
      .filter(some => some.some(weight => weight > 0));
    await fc.assert(
      fc.asyncProperty(fc.array(weights, { minLength: 2, maxLength: 4 }), async drawn => {
        const other = weighed(ruleSet, drawn);
        holds(other, await judged(other, SCENARIOS[0]!), 3);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('are of one scenario', async () => {
    const ruleSet = await shippedRuleSet();
    const [a, b] = [await judged(ruleSet, SCENARIOS[0]!), await judged(ruleSet, SCENARIOS[1]!)];
    expect(() => comparePerspectives(ruleSet, [a[0]!, b[1]!])).toThrow(RangeError);
    expect(() => comparePerspectives(ruleSet, [a[0]!])).toThrow(RangeError);
  });
});
