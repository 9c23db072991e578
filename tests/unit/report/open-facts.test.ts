import { describe, expect, it } from 'vitest';
import { isClose, openFacts, tooMuchIsOpen } from '../../../src/report/open-facts.js';
import { appraised, FACTS, ifYes, when } from '../../support/appraising.js';
import type { WrittenRule } from '../../support/written.js';

const OPEN = { level: 'unknown', colour: 'unknown', yes: 'unknown', share: 'unknown' };
const open = async (facts: Record<string, unknown>, ...rules: WrittenRule[]) =>
  openFacts(await appraised({ rules }, { facts })).map(
    ({ fact, unknown, rules, bearsOn }) =>
      `${fact} ${unknown} ${rules} ${bearsOn.map(({ option }) => option)}`,
  );

describe('the open facts', () => {
  it('are those that are unknown or leave a rule open, with the options that may lead by it', async () => {
    expect(await open({ ...FACTS, colour: 'unknown' }, when('colour', 'equal', 'red'))).toEqual([
      'colour true 1 a',
    ]);
  });

  it('start with what bears on most options that may lead', async () => {
    const facts = { ...FACTS, level: 'unknown', colour: 'unknown' };
    const all = {
      when: when('level', 'equal', 'low').when,
      then: [{ options: ['a', 'b'], criterion: 'x', points: 9 }],
    };
    expect(await open(facts, when('colour', 'equal', 'red'), all)).toEqual([
      'level true 1 a,b',
      'colour true 1 a',
    ]);
  });

  it('hold an unknown fact that no rule reads, last', async () => {
    const facts = { ...FACTS, level: 'unknown', colour: 'unknown' };
    expect(await open(facts, when('level', 'equal', 'low'))).toEqual(['level true 1 a', 'colour true 0 ']);
  });

  it('name the parts of a derived fact in its place', async () => {
    expect(await open({ ...FACTS, share: 'unknown' }, when('derived', 'equal', 'large'))).toEqual([
      'share true 1 a',
    ]);
  });

  it('are none where all is stated', async () => {
    expect(await open(FACTS, when('level', 'equal', 'low'))).toEqual([]);
  });
});

describe('too much is open', () => {
  const rules = ['level', 'colour', 'yes'].map(fact =>
    when(fact, 'equal', { level: 'low', colour: 'red', yes: true }[fact]!),
  );

  it('where more than two facts bear on options that may lead, and the first two are close', async () => {
    expect(tooMuchIsOpen(await appraised({ rules }, { facts: OPEN }))).toBe(true);
    expect(tooMuchIsOpen(await appraised({ rules }, { facts: { ...OPEN, yes: false } }))).toBe(false);
  });

  it('and not where one stands well ahead', async () => {
    const ahead = { ...ifYes(100, 'b'), when: { fact: 'share', operator: 'above', value: 0.2 } };
    const facts = { ...OPEN, share: 0.3 };
    expect(tooMuchIsOpen(await appraised({ rules: [...rules, ahead] }, { facts }))).toBe(false);
  });
});

describe('the first two are close', () => {
  it.each([
    [7, true],
    [8, false],
  ])('below a margin of 5: %i points at a weight of 2/3, %s', async (points, wanted) => {
    expect(isClose(await appraised({ rules: [ifYes(points)] }, { facts: FACTS }))).toBe(wanted);
  });

  it('never where only one is ranked', async () => {
    const leaveOut = { a: 'so', b: 'so', c: 'so' };
    expect(isClose(await appraised({ rules: [ifYes(1)] }, { facts: FACTS, leaveOut }))).toBe(false);
  });
});
