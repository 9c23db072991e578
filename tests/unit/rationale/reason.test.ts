import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../src/model/appraisal.js';
import { fillReason } from '../../../src/rationale/reason.js';

const seen = (facts: Record<string, Seen>) =>
  new Map(Object.entries(facts).map(([fact, point]) => [fact, { point, possible: 'unknown' as const }]));

describe('a reason', () => {
  it('says what the rule saw, wherever it names a fact', () => {
    const reason = fillReason('{support} support, and {share} of it', seen({ support: 'high', share: 0.2 }));
    expect(reason).toBe('high support, and 0.2 of it');
  });

  it('says several values in words', () => {
    expect(fillReason('{support}', seen({ support: { oneOf: ['low', 'high'] } }))).toBe('low or high');
  });

  it('takes a value as it is: `$&` is no pattern', () => {
    expect(fillReason('{word}!', seen({ word: '$&' }))).toBe('$&!');
  });
});
