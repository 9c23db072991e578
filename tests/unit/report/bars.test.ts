import { describe, expect, it } from 'vitest';
import { axis, bar, barScale } from '../../../src/report/bars.js';

const SCALE = barScale([10], 5);

describe('a scale of bars', () => {
  it('is the smallest round one on which every number has room', () => {
    const end = (...numbers: number[]) => barScale(numbers).each * 10;
    expect([end(), end(5), end(5.1), end(-61, 3), end(100)]).toEqual([5, 5, 10, 80, 100]);
  });

  it('has its ends and its 0 above the bars', () => {
    expect([axis(SCALE), bar(0, 0, 0, SCALE)]).toEqual(['-10  0  +10', '     │     ']);
  });
});

describe('a bar', () => {
  it('reaches from 0 to the score', () => {
    expect(bar(4, 4, 4, SCALE)).toBe('     │██   ');
    expect(bar(-4, -4, -4, SCALE)).toBe('   ██│     ');
  });

  it('goes on lighter as far as the range reaches, on either side', () => {
    expect(bar(4, -4, 8, SCALE)).toBe('   ░░│██░░ ');
  });

  it('is full at the end of the scale', () => {
    expect(bar(10, 10, 10, SCALE)).toBe('     │█████');
  });
});
