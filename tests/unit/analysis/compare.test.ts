import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analysis/compare.js';
import { appraised, FACTS, gateIf, ifYes, when, withRules } from '../../support/appraising.js';
import { factsArbitrary, rulesArbitrary } from '../../support/random.js';

const RULES = withRules({ rules: [when('level', 'equal', 'low'), ifYes(80), gateIf(false)] });
const between = async (a: object, b: object, perspective = 'p') =>
  compare(
    await appraised(RULES, { facts: { ...FACTS, ...a } }),
    await appraised(RULES, { facts: { ...FACTS, ...b }, perspective }),
  );

describe('a comparison', () => {
  it('of a scenario with itself moves nothing', async () => {
    const { facts, weights, options } = await between({}, {});
    expect([facts, weights, options.flatMap(({ movements }) => movements)]).toEqual([[], [], []]);
    expect(options.every(({ change }) => change === 0)).toBe(true);
  });

  it('names the fact that differs, the rule that moved, and the clamp', async () => {
    const { facts, options } = await between({}, { level: 'none' });
    expect(facts).toMatchObject([{ fact: 'level', a: 'low', b: 'none' }]);
    expect(options[0]).toMatchObject({ option: 'a', a: { rank: 1 }, b: { rank: 1 } });
    expect(options[0]!.movements).toMatchObject([
      { kind: 'rule', rule: 'r0', by: -30, reason: 'no longer: it is so' },
      { kind: 'clamp', rule: null, by: 10 },
    ]);
  });

  it('names a fact whose best estimate stays and whose possible values change', async () => {
    const yes = { value: true, likelihood: 'likely', note: 'n' };
    const { facts } = await between({}, { yes });
    expect(facts).toMatchObject([{ fact: 'yes', a: true, b: { oneOf: [false, true] } }]);
  });

  it('says of an excluded option by which rule, and of its change nothing', async () => {
    const { options } = await between({}, { yes: false });
    const b = options.find(({ option }) => option === 'b');
    expect(b).toMatchObject({
      change: null,
      movements: [],
      b: { standing: 'excluded', by: [{ rule: 'r2' }] },
    });
  });

  it('lists a change of weight apart: mean cell x change of weight', async () => {
    const { weights, options } = await between({}, {}, 'q');
    expect(weights.map(({ criterion }) => criterion)).toEqual(['x', 'y']);
    const [moved] = options[0]!.movements;
    expect(moved).toMatchObject({ kind: 'weight', criterion: 'x', by: expect.closeTo(-2 / 3, 12) });
    expect(moved!.change).toBeCloseTo(100 * (-2 / 3), 9);
  });

  it('accounts for every change of score, whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(rulesArbitrary, factsArbitrary, factsArbitrary, async (rules, a, b) => {
        const ruleSet = withRules({ ...rules, impossible: [] });
        const [before, after] = [
          await appraised(ruleSet, { facts: a }),
          await appraised(ruleSet, { facts: b, perspective: 'q' }),
        ];
        for (const { change, movements } of compare(before, after).options) {
          const sum = movements.reduce((total, movement) => total + movement.change, 0);
          if (change !== null) expect(Math.abs(sum - change)).toBeLessThanOrEqual(2e-9);
        }
      }),
      { numRuns: 100 },
    );
  });
});
