import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/mcda/rank.js';

const ranks = (scores: Record<string, number>) =>
  rank(new Map(Object.entries(scores))).map(
    ({ option, rank, tied }) => `${option} ${rank}${tied ? ' tied' : ''}`,
  );

describe('ranks', () => {
  it('4.5 are shared where scores are equal, and the next rank is skipped', () => {
    expect(ranks({ d: 1, b: 2, a: 3, c: 2 })).toEqual(['a 1', 'b 2 tied', 'c 2 tied', 'd 4']);
  });

  it('of a tie at the top list the first by id first', () => {
    expect(ranks({ b: 0, a: 0 })).toEqual(['a 1 tied', 'b 1 tied']);
  });

  it('of one option, and of none', () => {
    expect([ranks({ a: -3 }), ranks({})]).toEqual([['a 1'], []]);
  });
});
