import { describe, expect, it } from 'vitest';
import type { Domain } from '../../../src/model/fact.js';
import { misfit, OPERATORS, type Operator, operatorFits } from '../../../src/model/operators.js';

const DOMAINS: Domain[] = [
  { kind: 'levels', values: ['low', 'high'] },
  { kind: 'values', values: ['blue', 'red'] },
  { kind: 'number', low: 0, high: 1 },
  { kind: 'boolean', values: [false, true] },
];

describe('an operator', () => {
  it('that compares sizes fits levels and numbers alone; any other fits every fact', () => {
    const fitting = (operator: Operator) =>
      DOMAINS.filter(one => operatorFits(operator, one)).map(({ kind }) => kind);
    for (const operator of ['atLeast', 'atMost', 'above', 'below'] as const)
      expect(fitting(operator)).toEqual(['levels', 'number']);
    for (const operator of ['equal', 'notEqual', 'in', 'notIn'] as const)
      expect(fitting(operator)).toHaveLength(4);
    expect(Object.keys(OPERATORS)).toHaveLength(8);
  });
});

describe('a value', () => {
  it.each<[unknown, Domain['kind'], ReturnType<typeof misfit>]>([
    ['low', 'levels', undefined],
    ['middling', 'levels', 'level'],
    [1, 'levels', 'type'],
    [0, 'number', undefined],
    [1, 'number', undefined],
    [1.5, 'number', 'range'],
    ['0.5', 'number', 'type'],
    [Number.NaN, 'number', 'type'],
    [true, 'boolean', undefined],
    ['true', 'boolean', 'type'],
    [1, 'boolean', 'type'],
    [undefined, 'values', 'type'],
  ])('%o among %s: %s', (value, kind, wanted) => {
    expect(misfit(value, DOMAINS.find(one => one.kind === kind)!)).toBe(wanted);
  });
});
