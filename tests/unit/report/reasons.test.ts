import { describe, expect, it } from 'vitest';
import { cite, openReasons, printedReasons } from '../../../src/report/reasons.js';
import { appraised, FACTS, ifYes, of, when } from '../../support/appraising.js';
import type { WrittenRule } from '../../support/written.js';

const BOTH = { p: { x: 1, y: 1, z: 0 }, q: { x: 1, y: 1, z: 0 } };
const printed = async (rules: WrittenRule[], most: { for: number; against: number }) => {
  const result = await appraised({ rules, weights: BOTH }, { facts: FACTS });
  return printedReasons(of(result, 'a'), most).map(({ label, points, text }) => `${label} ${points} ${text}`);
};

describe('printed reasons', () => {
  it('are the largest for and against, and what the others add', async () => {
    const rules = [ifYes(40), ifYes(30), ifYes(20), ifYes(10), ifYes(-20, 'a', 'y')];
    expect(await printed(rules, { for: 2, against: 1 })).toEqual([
      'for +20.0 it is so',
      'for +15.0 it is so',
      'against -10.0 it is so',
      'others +15.0 2 further reasons, together',
    ]);
  });

  it('never say `others` of one alone', async () => {
    expect(await printed([ifYes(40), ifYes(30)], { for: 1, against: 1 })).toEqual([
      'for +20.0 it is so',
      'for +15.0 it is so',
    ]);
  });

  it('leave out what has no weight', async () => {
    expect(await printed([ifYes(40), ifYes(30, 'a', 'z')], { for: 5, against: 5 })).toEqual([
      'for +20.0 it is so',
    ]);
  });

  it('of an option that no rule touches are none', async () => {
    expect(await printed([ifYes(40, 'b')], { for: 5, against: 5 })).toEqual([]);
  });
});

describe('open reasons', () => {
  it('say what an undetermined rule would add, and if what', async () => {
    const facts = { ...FACTS, level: 'unknown' };
    const result = await appraised({ rules: [when('level', 'equal', 'low')], weights: BOTH }, { facts });
    expect(openReasons(of(result, 'a'), result, 5)).toMatchObject([
      { label: 'open', points: '+15.0', criterion: 'x', text: 'if level is low' },
    ]);
    expect(openReasons(of(result, 'b'), result, 5)).toEqual([]);
  });
});

describe('a citation', () => {
  it.each([
    [['a#b', 'c'], false, ' [a#b, c]'],
    [['a'], true, ' [weak evidence: a]'],
    [[], true, ''],
  ])('of %j, weak %s, is%s', (sources, weak, text) => {
    expect(cite({ sources, weak })).toBe(text);
  });
});
