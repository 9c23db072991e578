import { describe, expect, it } from 'vitest';
import { loadExample, underlined } from '../../support/example.js';

/** What is told of a property whose claim is these lines: code, message and the words that are underlined. */
function told(claim: string): string[][] {
  const { diagnostics } = loadExample({
    'properties.yaml': `properties:\n  - id: mine\n    title: Mine\n    because: it must be so\n    ${claim}\n`,
  });
  return diagnostics.map(({ code, message, place }) => [code, message, underlined(place!)]);
}

describe('properties', () => {
  it.each([
    [
      'always: { option: airlft, first: true }',
      'rule-set/unknown-option',
      'unknown option `airlft`',
      'airlft',
    ],
    ['never: { option: airlift, above: ship }', 'rule-set/unknown-option', 'unknown option `ship`', 'ship'],
    ['invariant: { fact: needs, option: airlift }', 'rule-set/unknown-fact', 'unknown fact `needs`', 'needs'],
    [
      'bounded: { option: airlift, criterion: costs, from: 0, to: 1 }',
      'rule-set/unknown-criterion',
      'unknown criterion `costs`',
      'costs',
    ],
    [
      'by: [nobody]\n    always: { option: airlift, first: true }',
      'property/unknown-perspective',
      'unknown perspective `nobody`',
      'nobody',
    ],
    [
      'always: { option: airlift, above: airlift }',
      'property/senseless',
      '`airlift` is compared with itself',
      'airlift',
    ],
    [
      'implies: { if: { option: airlift, first: true }, then: { option: airlift, above: airlift } }',
      'property/senseless',
      '`airlift` is compared with itself',
      'airlift',
    ],
    ['never: { option: airlift, in-top: 3 }', 'property/senseless', 'there are no more than 3 options', '3'],
    [
      'bounded: { option: airlift, criterion: cost, from: 1, to: 0 }',
      'property/senseless',
      'no sum is from 1 to 0',
      '1',
    ],
    [
      'symmetric: { options: [airlift, negotiate], swapping: [[crossing, need]] }',
      'property/unlike-facts',
      '`crossing` and `need` cannot trade their values',
      '[crossing, need]',
    ],
    [
      'any-weights: true\n    never: { option: airlift, in-top: 2 }',
      'property/any-weights',
      '`in-top` cannot be told for any weights',
      'in-top',
    ],
    [
      'any-weights: true\n    monotone: { fact: need, option: airlift, against: negotiate, never: falls }',
      'property/any-weights',
      '`against` cannot be told for any weights',
      'against',
    ],
    [
      'any-weights: true\n    implies: { if: { option: airlift, in-top: 2 }, then: { option: negotiate, excluded: true } }',
      'property/any-weights',
      '`implies` cannot be told for any weights',
      'implies',
    ],
  ])('%s', (claim, ...wanted) => {
    expect(told(claim)).toEqual([wanted]);
  });

  it('say nothing of claims that can be true or false', () => {
    expect(told('never: { option: airlift, in-top: 2 }')).toEqual([]);
    expect(told('monotone: { fact: need, option: airlift, against: negotiate, never: falls }')).toEqual([]);
  });
});
