import { describe, expect, it } from 'vitest';
import type { AuthoredStatement, Fact } from '../../../src/index.js';
import {
  formOf,
  inManner,
  mannersOf,
  saysTheSame,
  statementOf,
  withBounds,
  withProbability,
} from '../../../src/workbench/state/statement.js';
import { shippedRuleSet } from '../../support/shipped.js';

const ruleSet = await shippedRuleSet();
const conflict = ruleSet.facts.get('conflict-intensity')!;
const share = ruleSet.facts.get('coalition-breadth')!;
const exchange = ruleSet.facts.get('cultural-exchange')!;

describe('what is said of a fact', () => {
  const said: AuthoredStatement[] = [
    'war',
    0.25,
    true,
    'unknown',
    { value: 'war', confidence: 'medium' },
    { value: true, likelihood: 'unlikely' },
    { probabilities: { war: 0.7, minor: 0.3 } },
    { between: [0.1, 0.3], likely: 0.2, shape: 'pert' },
    { between: [0.1, 0.3] },
  ];
  it.each(said.map(one => [one]))('%j is the same after it was put in its form and back', one => {
    expect(saysTheSame(statementOf(formOf(one)), one)).toBe(true);
  });

  it('says in a note whose word it is where a file would be asked for a source', () => {
    expect(statementOf({ kind: 'value', value: 'war', sure: 'confidence:low' })).toEqual({
      value: 'war',
      confidence: 'low',
      note: 'set in the workbench',
    });
    expect(statementOf({ kind: 'value', value: 'war', sure: 'certain' })).toBe('war');
  });

  it('takes a fact that is left out for unknown, and probability 0 for none', () => {
    expect(saysTheSame(undefined, 'unknown')).toBe(true);
    expect(saysTheSame({ probabilities: { a: 1 } }, { probabilities: { a: 1, b: 0 } })).toBe(true);
    expect(saysTheSame('a', { value: 'a', confidence: 'high' })).toBe(false);
  });
});

describe('another way to know the same fact', () => {
  it('offers what fits: intervals for numbers, words and shares for levels', () => {
    expect(mannersOf(share, ruleSet)).toEqual(['certain', 'between', 'unknown']);
    expect(mannersOf(conflict, ruleSet)).toContain('likelihood:realistic possibility');
    expect(mannersOf(exchange, ruleSet)).toContain('probabilities');
  });

  it('keeps the value as near as can be', () => {
    const war = formOf({ value: 'war', likelihood: 'likely' });
    const spread = inManner(war, 'probabilities', conflict, ruleSet);
    expect(spread).toMatchObject({ kind: 'probabilities', probabilities: { war: 0.65 } });
    expect(inManner(spread, 'certain', conflict, ruleSet)).toMatchObject({ value: 'war' });
    expect(inManner(formOf(0.2), 'between', share, ruleSet)).toEqual({
      kind: 'between',
      low: 0.1,
      likely: 0.2,
      high: 0.3,
    });
    expect(inManner(formOf({ between: [0.2, 0.4] }), 'certain', share, ruleSet)).toMatchObject({
      value: 0.3,
    });
    expect(inManner(formOf('unknown'), 'between', share, ruleSet)).toEqual({
      kind: 'between',
      low: 0,
      high: 1,
    });
    expect(inManner(formOf('unknown'), 'certain', conflict, ruleSet)).toMatchObject({
      value: conflict.neutral,
    });
  });

  it('spreads an unknown fact equally, in hundredths that sum to 1', () => {
    const three = { ...conflict, domain: { kind: 'levels', values: ['a', 'b', 'c'] } } as Fact;
    expect(inManner(formOf('unknown'), 'probabilities', three, ruleSet)).toEqual({
      kind: 'probabilities',
      probabilities: { a: 0.34, b: 0.33, c: 0.33 },
    });
  });
});

describe('numbers that are edited', () => {
  it('probabilities always sum to 1', () => {
    expect(withProbability({ a: 0.5, b: 0.3, c: 0.2 }, 'a', 0)).toEqual({ a: 0, b: 0.6, c: 0.4 });
    expect(withProbability({ a: 1, b: 0, c: 0 }, 'a', 0.5)).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
    for (let share = 0; share <= 100; share += 1) {
      const { a, b, c } = withProbability({ a: 0.31, b: 0.36, c: 0.33 }, 'b', share / 100);
      expect(Math.round((a! + b! + c!) * 100)).toBe(100);
    }
  });

  it('an interval stays in order and inside the range', () => {
    const form = { kind: 'between', low: 0.2, high: 0.4, likely: 0.3, shape: 'pert' } as const;
    expect(withBounds(form, { low: 0.5 }, share)).toMatchObject({ low: 0.5, high: 0.5, likely: 0.5 });
    expect(withBounds(form, { high: 7 }, share)).toMatchObject({ high: 1 });
    expect(withBounds(form, { high: -1 }, share)).toMatchObject({ low: 0, high: 0, likely: 0 });
    expect(withBounds(form, { likely: null }, share)).toEqual({ kind: 'between', low: 0.2, high: 0.4 });
    expect(withBounds(form, { likely: 0.9 }, share)).toMatchObject({ likely: 0.4 });
  });
});
