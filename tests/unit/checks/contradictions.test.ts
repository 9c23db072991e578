import { describe, expect, it } from 'vitest';
import { loadExample, ruleText } from '../../support/example.js';

const STRAIN = `  strain:
    title: Strain
    question: How bad is it?
    levels: [low, middle, high]
    anchors: { low: not bad, middle: so so, high: bad }
    derive:
      - { value: high, when: { fact: need, operator: atLeast, value: 0.4 } }
      - { value: middle, when: { fact: need, operator: atLeast, value: 0.2 } }
      - { value: low }
`;
const derived = (text: string) => text + STRAIN;
const rule = (when: string) => `rules:\n${ruleText('x', when, '{ option: negotiate, exclude: true }')}`;
const codes = (when: string) =>
  loadExample({ 'facts.yaml': derived, 'rules/x.yaml': rule(when) }).diagnostics.map(({ code }) => code);

describe('a condition that can never hold', () => {
  it.each([
    '{ all: [{ fact: strain, operator: equal, value: high }, { fact: need, operator: below, value: 0.4 }] }',
    '{ all: [{ fact: strain, operator: equal, value: middle }, { fact: need, operator: atLeast, value: 0.4 }] }',
    '{ all: [{ not: { fact: strain, operator: equal, value: low } }, { fact: need, operator: below, value: 0.1 }] }',
  ])('contradicts what a fact is derived from: %s', when => {
    expect(codes(when)).toEqual(['rule-set/never-fires']);
  });

  it.each([
    '{ all: [{ fact: strain, operator: atLeast, value: middle }, { fact: need, operator: below, value: 0.4 }] }',
    '{ any: [{ fact: strain, operator: equal, value: high }, { fact: need, operator: below, value: 0.1 }] }',
  ])('is not one that can: %s', when => {
    expect(codes(when)).toEqual([]);
  });
});
