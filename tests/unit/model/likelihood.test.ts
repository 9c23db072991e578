import { describe, expect, it } from 'vitest';
import { LIKELIHOOD_SCALES, probabilityOf, wordsOf } from '../../../src/model/likelihood.js';

const SCALES = ['phia', 'icd-203'] as const;

describe('a scale of likelihood', () => {
  it('has the bands of its publication', () => {
    const bands = (scale: (typeof SCALES)[number]) =>
      LIKELIHOOD_SCALES[scale].bands.map(({ low, high }) => [low, high]);
    expect(bands('phia')).toEqual([
      [0, 0.05],
      [0.1, 0.2],
      [0.25, 0.35],
      [0.4, 0.5],
      [0.55, 0.75],
      [0.8, 0.9],
      [0.95, 1],
    ]);
    expect(bands('icd-203')).toEqual([
      [0.01, 0.05],
      [0.05, 0.2],
      [0.2, 0.45],
      [0.45, 0.55],
      [0.55, 0.8],
      [0.8, 0.95],
      [0.95, 0.99],
    ]);
  });

  it.each(SCALES)('%s has each word once, from the least likely to the most', scale => {
    const words = wordsOf(scale);
    const likelihoods = words.map(word => probabilityOf(word, scale)!);
    expect(new Set(words).size).toBe(words.length);
    expect(likelihoods).toEqual([...likelihoods].sort((a, b) => a - b));
  });

  it('does not know words of the other', () => {
    expect(probabilityOf('realistic possibility', 'icd-203')).toBeUndefined();
    expect(probabilityOf('roughly even chance', 'phia')).toBeUndefined();
  });
});
