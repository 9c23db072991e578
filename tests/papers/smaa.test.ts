import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftedLattices } from '../../src/analysis/lattice.js';
import type { Uncertainties } from '../../src/analysis/over-situations.js';
import { robustness } from '../../src/analysis/robustness.js';
import { weightDraw } from '../../src/analysis/weight-draws.js';
import { appraise } from '../../src/appraise.js';
import type { Robustness, RobustOption } from '../../src/model/robustness.js';
import { FACTS, scenarioOf, withRules } from '../support/appraising.js';
import type { Rules, WrittenRule } from '../support/written.js';

/** A rule that always fires and gives an option its row of cells, one for each criterion in order of id. */
const row = (option: string, points: Record<string, number>): WrittenRule => ({
  when: { fact: 'level', operator: 'atLeast', value: 'none' },
  then: Object.entries(points)
    .filter(([, one]) => one !== 0)
    .map(([criterion, points]) => ({ option, criterion, points })),
});

async function robust(rules: Partial<Rules>, over: Uncertainties): Promise<Robustness> {
  const ruleSet = withRules({ options: ['base', 'a', 'b', 'c'], ...rules });
  const scenario = await scenarioOf(ruleSet, { facts: FACTS, perspective: 'p' });
  const found = await robustness(ruleSet, scenario, await appraise(ruleSet, scenario), over);
  if (!('options' in found)) throw new Error('no situations');
  return found;
}

const of = ({ options }: Robustness, id: string): RobustOption =>
  options.find(({ option }) => option === id)!;

/** An estimate lies within four of its standard errors of what is true; an error that rounds to 0 is an exact figure. */
const near = (estimate: number, error: number, truth: number) =>
  expect(Math.abs(estimate - truth)).toBeLessThanOrEqual(4 * error + 1e-9);

const THREE = { criteria: ['x', 'y', 'z'], weights: { p: { x: 1, y: 1, z: 1 }, q: { x: 1, y: 1, z: 1 } } };
const TWO = { criteria: ['x', 'y'], weights: { p: { x: 1, y: 1 }, q: { x: 1, y: 1 } } };

describe('rank acceptability under flat weights, in closed form', () => {
  it('of two options on two criteria: a leads where 100 w > 60 (1 - w), so above w = 3/8', async () => {
    const found = await robust(
      { ...TWO, rules: [row('a', { x: 100 }), row('b', { y: 60 })] },
      { weights: 'any' },
    );
    for (const [id, share, central] of [
      ['a', 5 / 8, (3 / 8 + 1) / 2],
      ['b', 3 / 8, 3 / 16],
    ] as const) {
      const { acceptability, centralWeights, confidence, standardError } = of(found, id);
      near(acceptability[0]!, standardError!.acceptability[0]!, share);
      near(centralWeights!.x!, standardError!.centralWeights!.x!, central);
      near(centralWeights!.y!, standardError!.centralWeights!.y!, 1 - central);
      expect(confidence).toBe(1);
    }
  });

  it('of three options that are each best on one of three criteria: a third each, its own weight 11/18 on average', async () => {
    // The greatest of three flat weights is (1 + 1/2 + 1/3) / 3 on average, and the other two share the rest.
    const rules = [row('a', { x: 50 }), row('b', { y: 50 }), row('c', { z: 50 })];
    const found = await robust({ ...THREE, rules }, { weights: 'any' });
    for (const [id, own] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'z'],
    ] as const) {
      const { acceptability, centralWeights, standardError } = of(found, id);
      near(acceptability[0]!, standardError!.acceptability[0]!, 1 / 3);
      for (const criterion of ['x', 'y', 'z'])
        near(
          centralWeights![criterion]!,
          standardError!.centralWeights![criterion]!,
          criterion === own ? 11 / 18 : 7 / 36,
        );
    }
  });

  it('of pairs: P(e.w > 0) = sum over e_j > 0 of e_j^(n-1) / prod over k != j of (e_j - e_k), for differences e', async () => {
    const cells = fc.uniqueArray(fc.integer({ min: -90, max: 90 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(cells, async ([x, y, z]) => {
        const found = await robust(
          { ...THREE, rules: [row('a', { x: x!, y: y!, z: z! })] },
          { weights: 'any' },
        );
        const e = [x!, y!, z!];
        const truth = e
          .filter(one => one > 0)
          .reduce(
            (sum, one) => sum + one ** 2 / e.filter(k => k !== one).reduce((p, k) => p * (one - k), 1),
            0,
          );
        near(found.pairwise.a!.base!, found.pairwiseError!.a!.base!, truth);
      }),
      { numRuns: 25 },
    );
  });

  it('where only the order of weights is known: their mean is that of rank-ordered centroids, 11/18, 5/18, 2/18', async () => {
    const rules = [row('a', { x: 1, y: 1, z: 1 })];
    const weights = { p: { x: 5, y: 3, z: 1 }, q: { x: 1, y: 1, z: 1 } };
    const found = await robust({ ...THREE, weights, rules }, { weights: 'order' });
    const { centralWeights, standardError } = of(found, 'a');
    for (const [criterion, mean] of [
      ['x', 11 / 18],
      ['y', 5 / 18],
      ['z', 2 / 18],
    ] as const)
      near(centralWeights![criterion]!, standardError!.centralWeights![criterion]!, mean);
  });
});

describe('drawn weights', () => {
  const points = (dimension: number) => shiftedLattices(3, 1)[0]!(dimension);

  it.each(['near', 'order', 'any'] as const)('that are %s sum to 1 and are never negative', how => {
    const columns = weightDraw(
      how,
      new Map([
        ['x', 0.5],
        ['y', 0.3],
        ['z', 0.2],
      ]),
      20,
    )(points);
    for (let i = 0; i < columns[0]!.length; i += 1) {
      const row = columns.map(column => column[i]!);
      expect(row.every(w => w >= 0)).toBe(true);
      expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      if (how === 'order') expect([row[0]! >= row[1]!, row[1]! >= row[2]!]).toEqual([true, true]);
    }
  });

  it('that are near given ones have these as their mean, and variance w (1 - w) / (concentration + 1)', () => {
    const given = [0.5, 0.3, 0.2, 0];
    const named = new Map(given.map((w, i) => [`c${i}`, w]));
    const columns = weightDraw('near', named, 30)(points);
    given.forEach((w, i) => {
      const column = columns[i]!;
      const mean = column.reduce((a, b) => a + b, 0) / column.length;
      const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
      expect(mean).toBeCloseTo(w, 2);
      expect(variance).toBeCloseTo((w * (1 - w)) / 31, 3);
    });
  });

  it('of which two are given alike have no order between them', () => {
    const columns = weightDraw(
      'order',
      new Map([
        ['x', 0.25],
        ['y', 0.5],
        ['z', 0.25],
      ]),
      1,
    )(points);
    const above = columns[0]!.filter((x, i) => x > columns[2]![i]!).length / columns[0]!.length;
    expect(above).toBeCloseTo(0.5, 1);
    expect(columns[1]!.every((y, i) => y >= columns[0]![i]! && y >= columns[2]![i]!)).toBe(true);
  });
});

describe('the strength of evidence', () => {
  it('multiplies a rule by one number for all its effects: 30 u against 36 v, in closed form', async () => {
    // u from 0.8 to 1.2 and v from 0.2 to 1.8: for 30 u = t, P(36 v < t) = (t - 7.2) / 57.6, on average (30 - 7.2) / 57.6.
    const rules = [
      { ...row('a', { x: 30 }), evidence: 'strong' as const },
      { ...row('b', { x: 36 }), evidence: 'weak' as const },
    ];
    const found = await robust({ ...TWO, rules }, { evidence: true });
    const { acceptability, expected, quantiles, standardError } = of(found, 'a');
    near(acceptability[0]!, standardError!.acceptability[0]!, (30 - 7.2) / 57.6);
    near(expected, standardError!.expected, 15);
    // Half of 30 u, whose fifth percentile is 24 + 0.05 x 12; a bin is a twentieth of a point wide.
    expect(Math.abs(quantiles.p5 - 12.3)).toBeLessThanOrEqual(4 * standardError!.quantiles.p5 + 0.05);
  });

  it('of one rule for two options moves both alike', async () => {
    const both = {
      when: { fact: 'level', operator: 'atLeast', value: 'none' },
      then: [
        { option: 'a', criterion: 'x', points: 30 },
        { option: 'b', criterion: 'x', points: 29 },
      ],
    };
    expect(of(await robust({ ...TWO, rules: [both] }, { evidence: true }), 'a').acceptability[0]).toBe(1);
  });
});

describe('regret, in a table worked by hand', () => {
  it('is what the choice falls short of the best in each situation', async () => {
    // Half a chance of each: a scores 40 or -20, b 10 or 10, c 0 or 30; doing nothing 0.
    const when = (value: boolean, option: string, points: number): WrittenRule => ({
      when: { fact: 'yes', operator: 'equal', value },
      then: [{ option, criterion: 'x', points }],
    });
    const rules = [
      when(true, 'a', 40),
      when(false, 'a', -20),
      when(true, 'b', 10),
      when(false, 'b', 10),
      when(false, 'c', 30),
    ];
    const ruleSet = withRules({
      ...TWO,
      weights: { p: { x: 1, y: 0 }, q: { x: 1, y: 1 } },
      options: ['base', 'a', 'b', 'c'],
      rules,
    });
    const yes = { probabilities: { true: 0.5, false: 0.5 }, note: 'n' };
    const scenario = await scenarioOf(ruleSet, { facts: { ...FACTS, yes }, perspective: 'p' });
    const found = (await robustness(ruleSet, scenario, await appraise(ruleSet, scenario))) as Robustness;
    expect(found.exact).toBe(true);
    const table = ['a', 'b', 'c', 'base'].map(id => {
      const { expected, worst, expectedRegret, maxRegret, quantiles } = of(found, id);
      return [id, expected, worst, expectedRegret, maxRegret, quantiles.p5, quantiles.p95];
    });
    expect(table).toEqual([
      ['a', 10, -20, 25, 50, -20, 40],
      ['b', 10, 10, 25, 30, 10, 10],
      ['c', 15, 0, 20, 40, 0, 30],
      ['base', 0, 0, 35, 40, 0, 0],
    ]);
    expect(found.choices).toEqual({ maximin: ['b'], minimaxRegret: ['b'] });
    expect(found.expectedLeader).toBe('c');
  });
});
