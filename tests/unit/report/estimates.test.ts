import { expect, it } from 'vitest';
import { estimate, onOneLine, shareEstimate } from '../../../src/report/estimates.js';

it.each([
  [0.848, 0.0004, '84.8%\n±0.04'],
  [0.848, 0.00004, '84.8%\n±<0.01'],
  [0, 0.0000153, '0.0%\n±<0.01'],
  [0.0004, 0.0001, '<0.1%\n±0.01'],
])('a share of %d with an error of %d', (p, error, said) => {
  expect(shareEstimate(p, false, error)).toBe(said);
});

it('an exact figure has no error, and only an exact share is 0% or 100% flatly', () => {
  expect([0, 1, 0.5].map(p => shareEstimate(p, true, null))).toEqual(['0%', '100%', '50.0%']);
  expect(estimate('+7.5', null)).toBe('+7.5');
});

it('an error stands behind its figure where there is but one line', () => {
  expect(onOneLine(estimate('+7.5', 0.2))).toBe('+7.5 ±0.20');
});
