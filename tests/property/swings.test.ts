import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/mcda/weights.js';
import { loadExample } from '../support/example.js';

const swings = (relief: number, cost: number, weights: string) => ({
  'rule-set.yaml': (text: string) =>
    text
      .replace('relief: { share: 100', `relief: { share: ${relief}`)
      .replace('cost: { share: 43', `cost: { share: ${cost}`)
      .replace('    weights: { relief: 70, cost: 30 }\n', weights),
});

describe('weights that follow from swings', () => {
  it('are each the share of a swing in the sum of all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), share => {
        const { ruleSet, diagnostics } = loadExample(swings(100, share, ''));
        expect(diagnostics).toEqual([]);
        const weights = normalise(ruleSet!.perspectives.get('relief-agency')!.weights);
        expect(weights.get('relief')).toBeCloseTo(100 / (100 + share), 9);
        expect(weights.get('cost')).toBeCloseTo(share / (100 + share), 9);
      }),
      { numRuns: 50 },
    );
  });

  it('are held to stated weights: rounding to hundredths never is a disagreement, more than that always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -20, max: 20 }), (share, off) => {
        const relief = Math.round(10_000 / (100 + share)) + off;
        fc.pre(relief >= 0 && relief <= 100);
        const weights = `    weights: { relief: ${relief}, cost: ${100 - relief} }\n`;
        const { diagnostics } = loadExample(swings(100, share, weights));
        const codes = [...new Set(diagnostics.map(({ code }) => code))];
        const apart = Math.abs(relief / 100 - 100 / (100 + share));
        expect(codes).toEqual(apart > 0.005 + 1e-9 ? ['rule-set/swings-disagree'] : []);
      }),
      { numRuns: 100 },
    );
  });
});
