import { describe, expect, it } from 'vitest';
import { appraised, FACTS, forAll, gateIf, ifYes, of } from '../../support/appraising.js';
import { PLAIN } from '../../support/written.js';

const weighing = (weights: Record<string, number>) => ({ weights: { p: weights, q: weights } });

describe('4.1 cells', () => {
  it.each([
    [80, 100, -60],
    [-80, -100, 60],
  ])(
    '4.1 a cell stops at 100 either way, and what the clamp takes off is a contribution: twice %i',
    async (points, cell, off) => {
      const a = of(await appraised({ rules: [ifYes(points), ifYes(points)] }, { facts: FACTS }), 'a');
      expect(a.cells.x).toEqual({ value: cell, low: cell, high: cell });
      expect(a.contributions.find(({ rule }) => rule === null)).toMatchObject({
        points: off,
        criterion: 'x',
      });
    },
  );

  it('4.1 the range is clamped after open rules are added: +80 and perhaps +80 is at most 100', async () => {
    const open = { ...ifYes(80), when: { fact: 'colour', operator: 'equal', value: 'red' } };
    const facts = { ...FACTS, colour: 'unknown' };
    const a = of(await appraised({ rules: [ifYes(80), open] }, { facts }), 'a');
    expect(a.cells.x).toEqual({ value: 80, low: 80, high: 100 });
  });

  it('4.1 the baseline is 0 throughout', async () => {
    const base = of(await appraised({ rules: [ifYes(80)] }, { facts: FACTS }), 'base');
    expect(base).toMatchObject({ baseline: true, score: 0, low: 0, high: 0, contributions: [] });
  });
});

describe('4.2 scores', () => {
  it('4.2 a score is the weighted sum of cells: 2/3 of 30 and 1/3 of -60 is 0', async () => {
    const result = await appraised({ rules: [ifYes(30), ifYes(-60, 'a', 'y')] }, { facts: FACTS });
    expect(result.weights.x).toBeCloseTo(2 / 3, 12);
    expect(of(result, 'a').score).toBe(0);
  });

  it('4.2 scores that differ only beyond nine decimals are a tie', async () => {
    const rules = [ifYes(100), ifYes(100, 'b', 'y')];
    const tied = await appraised({ rules, ...weighing({ x: 1, y: 1 + 1e-12, z: 0 }) }, { facts: FACTS });
    expect([of(tied, 'a').rank, of(tied, 'b').rank]).toEqual([1, 1]);
    const apart = await appraised({ rules, ...weighing({ x: 1, y: 1 + 1e-9, z: 0 }) }, { facts: FACTS });
    expect([of(apart, 'a').rank, of(apart, 'b').rank]).toEqual([2, 1]);
  });

  it('4.2 low and high are rounded to nine decimals as the score is', async () => {
    const rules = [ifYes(1), ifYes(1, 'a', 'y'), ifYes(1, 'b', 'z')];
    await forAll(({ ranking }) => {
      for (const { low, high, score } of ranking) {
        for (const x of [low, high, score]) expect(Number(x.toFixed(9))).toBe(x);
      }
    }, 50);
    const { ranking } = await appraised({ rules, ...weighing({ x: 0.1, y: 0.2, z: 0.3 }) }, { facts: FACTS });
    for (const { low, high, score } of ranking) expect([low, high]).toEqual([score, score]);
  });

  it('4.2 a score just below 0 is 0 and not -0', async () => {
    const rules = { rules: [ifYes(-10)], ...weighing({ x: 1e-12, y: 1, z: 0 }) };
    const a = of(await appraised(rules, { facts: FACTS }), 'a');
    for (const x of [a.score, a.low, a.high]) expect(Object.is(x, 0)).toBe(true);
  });

  it('4.2 no number in a result is -0, whatever the weights', async () => {
    const isMinusZero = (value: unknown): boolean =>
      Object.is(value, -0) ||
      (typeof value === 'object' && value !== null && Object.values(value).some(isMinusZero));
    await forAll(result => expect(isMinusZero(result)).toBe(false));
  });

  it('4.2 by id is by UTF-16 code unit: a hyphen before a digit, a digit before a letter', async () => {
    const options = ['base', 'a10', 'a2', 'a-b', 'ab'];
    const all = {
      when: ifYes(0).when,
      then: [{ options: ['a10', 'a2', 'a-b', 'ab'], criterion: 'x', points: 9 }],
    };
    const { ranking } = await appraised({ ...PLAIN, rules: [all], options }, { facts: FACTS });
    expect(ranking.map(({ option }) => option)).toEqual(['a-b', 'a10', 'a2', 'ab', 'base']);
  });
});

describe('4.3 gates', () => {
  it('4.3 a gate that fires excludes its option, and the baseline is always ranked', async () => {
    const { ranking, excluded } = await appraised({ rules: [ifYes(30), gateIf(true)] }, { facts: FACTS });
    expect(excluded).toMatchObject([{ option: 'b', certain: true, gates: [{ rule: 'r1', certain: true }] }]);
    expect(ranking.map(({ option }) => option)).toEqual(['a', 'base', 'c']);
  });

  it('4.3 dominance is among options that are ranked: neither excluded nor left out', async () => {
    const rules = [ifYes(30), gateIf(true, 'a'), ifYes(-30, 'b'), ifYes(60, 'c')];
    const { dominance } = await appraised({ rules }, { facts: FACTS, leaveOut: { c: 'so' } });
    expect(dominance).toEqual([{ over: 'base', under: 'b', certainty: 'certain' }]);
  });
});

describe('4.5 ranks', () => {
  it('4.5 ranks are 1, 2, 2, 4, and ties are listed by id', async () => {
    const { ranking } = await appraised({ rules: [ifYes(30, 'c'), ifYes(-5, 'a')] }, { facts: FACTS });
    expect(ranking.map(({ option, rank, tied }) => [option, rank, tied])).toEqual([
      ['c', 1, false],
      ['b', 2, true],
      ['base', 2, true],
      ['a', 4, false],
    ]);
  });
});

describe('4.7 contributions', () => {
  it('4.7 contributions sum to the score within 1e-9', async () => {
    await forAll(({ ranking }) => {
      for (const { score, contributions } of ranking) {
        const sum = contributions.reduce((total, { weighted }) => total + weighted, 0);
        expect(Math.abs(sum - score)).toBeLessThanOrEqual(1e-9);
      }
    });
  });
});

describe('4.10 dominance', () => {
  it('4.10 weights play no part, zero included: a criterion that counts nothing still stands against it', async () => {
    const rules = [ifYes(30, 'a', 'y'), ifYes(-1, 'a', 'x'), ifYes(10, 'b', 'x'), ifYes(10, 'b', 'y')];
    const { dominance } = await appraised({ rules }, { facts: FACTS, perspective: 'q' });
    const between = dominance.filter(({ over, under }) => [over, under].includes('a'));
    expect(between).toEqual([]);
    expect(dominance).toContainEqual({ over: 'b', under: 'base', certainty: 'certain' });
  });

  it('4.10 is only possible where a gate on the better one is open, and certain where one on the worse is', async () => {
    const rules = [
      ifYes(30),
      ifYes(-5, 'c'),
      { ...gateIf(true), when: { fact: 'colour', operator: 'equal', value: 'red' } },
    ];
    const facts = { ...FACTS, colour: 'unknown' };
    const { dominance } = await appraised({ rules }, { facts });
    expect(dominance).toContainEqual({ over: 'a', under: 'b', certainty: 'certain' });
    expect(dominance).toContainEqual({ over: 'b', under: 'c', certainty: 'possible' });
  });

  it('4.10 is only possible where the ranges overlap', async () => {
    const open = { ...ifYes(-40), when: { fact: 'colour', operator: 'equal', value: 'red' } };
    const facts = { ...FACTS, colour: 'unknown' };
    const { dominance } = await appraised({ rules: [ifYes(30), open] }, { facts });
    expect(dominance).toContainEqual({ over: 'a', under: 'base', certainty: 'possible' });
  });

  it('4.10 is what a look at every pair of rows says', async () => {
    await forAll(({ ranking, dominance }) => {
      for (const a of ranking) {
        for (const b of ranking.filter(one => one !== a)) {
          const gaps = (mine: 'value' | 'low', other: 'value' | 'high') =>
            Object.keys(a.cells).map(criterion => a.cells[criterion]![mine] - b.cells[criterion]![other]);
          const better = (all: number[]) => all.every(gap => gap >= 0) && all.some(gap => gap > 0);
          const sure = better(gaps('low', 'high')) && a.openGates.length === 0;
          const wanted = sure ? 'certain' : better(gaps('value', 'value')) ? 'possible' : undefined;
          const found = dominance.find(({ over, under }) => over === a.option && under === b.option);
          expect(found?.certainty).toBe(wanted);
        }
      }
    }, 100);
  });
});
