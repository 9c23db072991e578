import { describe, expect, it } from 'vitest';
import { information } from '../../src/analysis/information.js';
import { appraise } from '../../src/appraise.js';
import { loadRuleSet, loadScenario } from '../../src/load.js';
import type { Information } from '../../src/model/information.js';
import { ruleSetData, textOf, textsOf } from '../support/written.js';

/** The distribution function of the standard normal, by the series of its integral (Abramowitz & Stegun 26.2.10). */
function normal(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17; n += 1) {
    term *= (-x * x) / (2 * n);
    sum += term / (2 * n + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** One option worth `points(level)` against doing nothing, and a fact whose levels have these probabilities. */
async function informed(levels: readonly { points: number; probability: number }[]): Promise<Information> {
  const names = levels.map((_, i) => `l${i}`);
  const data = ruleSetData({
    options: ['base', 'a'],
    criteria: ['x'],
    weights: { p: { x: 1 }, q: { x: 1 } },
    rules: levels.flatMap(({ points }, i) =>
      points === 0
        ? []
        : [
            {
              when: { fact: 'worth', operator: 'equal', value: `l${i}` },
              then: [{ option: 'a', criterion: 'x', points }],
            },
          ],
    ),
  }) as Record<string, { facts?: object }>;
  const worth = {
    title: 'F',
    question: 'Q',
    values: names,
    anchors: Object.fromEntries(names.map(name => [name, 'so'])),
  };
  const { ruleSet } = loadRuleSet(
    'random',
    textsOf({ ...data, 'facts.yaml': { facts: { ...data['facts.yaml']!.facts, worth } } }),
  );
  const probabilities = Object.fromEntries(levels.map(({ probability }, i) => [`l${i}`, probability]));
  const { scenario } = await loadScenario(
    textOf('s.yaml', {
      ...{ id: 's', title: 'S', 'rule-set': 'random', 'as-of': '2025-01-01', perspective: 'p' },
      facts: { level: 'low', colour: 'red', yes: true, share: 0.3, worth: { probabilities, note: 'n' } },
    }),
    ruleSet!,
  );
  return (await information(ruleSet!, scenario!, await appraise(ruleSet!, scenario!))) as Information;
}

describe('the value of perfect information on a normal gain', () => {
  it.each([
    [0, 12],
    [6, 12],
    [-9, 15],
    [10, 5],
  ])(
    'of mean %d and deviation %d is s (phi(m/s) - |m|/s Phi(-|m|/s)), on a grid of every fourth point',
    async (mean, deviation) => {
      // Points from -96 to 96: each has the mass of the stretch that rounds to it.
      const at = (x: number) =>
        Math.abs(x - mean) > 7 * deviation ? Number(x > mean) : normal((x - mean) / deviation);
      const levels = Array.from({ length: 49 }, (_, i) => 4 * (i - 24))
        .map(points => ({ points, probability: at(points + 2) - at(points - 2) }))
        .filter(({ probability }) => probability > 1e-9);
      const mass = levels.reduce((sum, { probability }) => sum + probability, 0);
      const found = await informed(levels.map(one => ({ ...one, probability: one.probability / mass })));
      const z = Math.abs(mean) / deviation;
      const truth = deviation * (density(z) - z * normal(-z));
      // Rounding to whole points shifts the value by less than a twelfth of the slope of the density at 0.
      expect(found.total).toBeCloseTo(truth, 1);
      expect(found.facts[0]!.value).toBeCloseTo(found.total, 9);
      expect(found.expectedLeader).toBe(mean > 0 ? 'a' : found.expectedLeader);
    },
  );

  it('of a gain of 40 or a loss of 10, worked by hand', async () => {
    // With a fifth on the gain the expected gain is 0.2 x 40 - 0.8 x 10 = 0; knowing it one gains 0.2 x 40.
    const found = await informed([
      { points: 40, probability: 0.25 },
      { points: -10, probability: 0.75 },
    ]);
    // A quarter: 10 - 7.5 = 2.5 without, 10 with.
    expect([found.expected, found.total]).toEqual([expect.closeTo(2.5, 9), expect.closeTo(7.5, 9)]);
  });
});
