import { describe, expect, it } from 'vitest';
import { decisionMatrix } from '../../../src/engine/matrix.js';
import type { Truth } from '../../../src/engine/truth.js';
import { ifYes, withRules } from '../../support/appraising.js';

/** The cell of `a` on `x`, from rules with these points and their truths in the point and the possible reading. */
function cell(...rules: [points: number, now: Truth, ever: Truth][]) {
  const ruleSet = withRules({ rules: rules.map(([points]) => ifYes(points)) });
  const outcomes = ruleSet.rules.map((rule, i) => {
    const [, truth, possible] = rules[i]!;
    return { rule, possible, trace: { condition: rule.when, truth, parts: [] } };
  });
  return decisionMatrix(ruleSet, outcomes).get('a')!.get('x');
}

describe('a cell', () => {
  it('adds the points of the rules that hold', () => {
    expect(cell([30, 'true', 'true'], [-10, 'true', 'true'])).toEqual({
      value: 20,
      low: 20,
      high: 20,
      clamped: 0,
    });
  });

  it('ranges from the worst to the best that open rules may add', () => {
    expect(cell([30, 'unknown', 'unknown'], [-10, 'unknown', 'unknown'])).toMatchObject({
      value: 0,
      low: -10,
      high: 30,
    });
  });

  it('counts a best estimate in its value, and leaves it open in the range', () => {
    expect(cell([30, 'true', 'unknown'])).toMatchObject({ value: 30, low: 0, high: 30 });
    expect(cell([30, 'false', 'unknown'])).toMatchObject({ value: 0, low: 0, high: 30 });
  });

  it('is clamped after the sum: 90 + 90 - 90 is 90', () => {
    const sure = 'true' as const;
    expect(cell([90, sure, sure], [90, sure, sure], [-90, sure, sure])).toMatchObject({
      value: 90,
      clamped: 0,
    });
    expect(cell([-90, sure, sure], [-90, sure, sure])).toMatchObject({ value: -100, clamped: 80 });
  });
});
