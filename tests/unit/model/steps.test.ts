import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Domain, Value } from '../../../src/model/fact.js';
import { OPERATORS, type Operator } from '../../../src/model/operators.js';
import {
  allSteps,
  cutsOf,
  isSingle,
  membersOf,
  stepOf,
  stepsOf,
  stepsWhere,
  stepsWithin,
} from '../../../src/model/steps.js';

const SHARE: Domain = { kind: 'number', low: 0, high: 1 };
const LEVELS: Domain = { kind: 'levels', values: ['none', 'low', 'high'] };

/** The steps of a number under these comparisons, as a mathematician writes intervals. */
const cut = (...comparisons: [Operator, Value | Value[]][]) =>
  stepsOf(
    SHARE,
    comparisons.flatMap(([operator, value]) => cutsOf(operator, value)),
  ).map(step =>
    'value' in step
      ? String(step.value)
      : `${step.lowOpen ? '(' : '['}${step.low}, ${step.high}${step.highOpen ? ')' : ']'}`,
  );

describe('steps of a number', () => {
  it('are one where no condition reads it', () => {
    expect(cut()).toEqual(['[0, 1]']);
  });

  it('are cut below a threshold that counts as reached, and above one that must be passed', () => {
    expect(cut(['atLeast', 0.5])).toEqual(['[0, 0.5)', '[0.5, 1]']);
    expect(cut(['below', 0.5])).toEqual(['[0, 0.5)', '[0.5, 1]']);
    expect(cut(['above', 0.5])).toEqual(['[0, 0.5]', '(0.5, 1]']);
    expect(cut(['atMost', 0.5])).toEqual(['[0, 0.5]', '(0.5, 1]']);
  });

  it('single out a value that is asked for itself', () => {
    expect(cut(['equal', 0.5])).toEqual(['[0, 0.5)', '[0.5, 0.5]', '(0.5, 1]']);
    expect(cut(['in', [0, 1]])).toEqual(['[0, 0]', '(0, 1)', '[1, 1]']);
  });

  it('are not cut at an end where nothing lies beyond', () => {
    expect(cut(['atLeast', 0], ['atMost', 1])).toEqual(['[0, 1]']);
  });
});

describe('a comparison', () => {
  it('of levels holds of those that stand above it in their order', () => {
    const fact = { domain: LEVELS, steps: stepsOf(LEVELS, []) };
    expect(membersOf(fact.steps, stepsWhere(fact, 'above', 'none'))).toEqual([
      { value: 'low' },
      { value: 'high' },
    ]);
    expect(membersOf(fact.steps, stepsWhere(fact, 'notIn', ['none', 'high']))).toEqual([{ value: 'low' }]);
  });

  it('of a number says of each step what it says of every value in it', () => {
    const compare: Record<Operator, (v: number, list: number[]) => boolean> = {
      ...{ equal: (v, [t]) => v === t, notEqual: (v, [t]) => v !== t },
      ...{ in: (v, list) => list.includes(v), notIn: (v, list) => !list.includes(v) },
      ...{ atLeast: (v, [t]) => v >= t!, atMost: (v, [t]) => v <= t! },
      ...{ above: (v, [t]) => v > t!, below: (v, [t]) => v < t! },
    };
    const tenth = fc.integer({ min: 0, max: 10 }).map(n => n / 10);
    const comparison = fc.record({
      operator: fc.constantFrom(...(Object.keys(OPERATORS) as Operator[])),
      list: fc.uniqueArray(tenth, { minLength: 1, maxLength: 3 }),
    });
    const operand = (operator: Operator, list: number[]) => (OPERATORS[operator].list ? list : list[0]!);
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 1, maxLength: 4 }), tenth, (all, v) => {
        const steps = stepsOf(
          SHARE,
          all.flatMap(({ operator, list }) => cutsOf(operator, operand(operator, list))),
        );
        for (const { operator, list } of all) {
          const holding = stepsWhere({ domain: SHARE, steps }, operator, operand(operator, list));
          expect((holding & stepOf(steps, v)) !== 0n).toBe(compare[operator](v, list));
        }
      }),
    );
  });
});

describe('a set of steps', () => {
  const steps = stepsOf(SHARE, cutsOf('above', 0.5));

  it('holds each step that shares a value with a closed interval', () => {
    expect(stepsWithin(steps, 0.2, 0.5)).toBe(1n);
    expect(stepsWithin(steps, 0.5, 0.6)).toBe(3n);
    expect(stepsWithin(steps, 0.6, 0.6)).toBe(2n);
  });

  it('has one step for each value, and knows whether it has only one', () => {
    expect(stepOf(steps, 0.5)).toBe(1n);
    expect([isSingle(0n), isSingle(2n), isSingle(3n)]).toEqual([false, true, false]);
    expect(allSteps(steps)).toBe(3n);
  });

  it('has room for more levels than a number has bits', () => {
    const many: Domain = { kind: 'values', values: Array.from({ length: 80 }, (_, i) => `v${i}`) };
    const all = stepsOf(many, []);
    expect(membersOf(all, stepOf(all, 'v79'))).toEqual([{ value: 'v79' }]);
  });
});
