import { expect, it } from 'vitest';
import { verdict } from '../../../src/report/verdict.js';
import { appraised, FACTS, ifYes, when } from '../../support/appraising.js';
import type { WrittenRule } from '../../support/written.js';

const said = async (rules: WrittenRule[], facts: object = {}, leaveOut: Record<string, string> = {}) =>
  verdict(await appraised({ rules }, { facts: { ...FACTS, ...facts }, leaveOut }));

it('is firm where no other option can lead whatever is not certain, and says by how much', async () => {
  const level = { value: 'low', confidence: 'low', note: 'n' };
  expect(await said([ifYes(30)], { level })).toBe(
    'Firm: a leads b by 20.0 points, and with what is not certain no other could lead.',
  );
});

it('speaks of no uncertainty where there is none', async () => {
  expect(await said([ifYes(30)])).toBe('a leads b by 20.0 points; every fact that matters is certain.');
  expect(await said([ifYes(30), ifYes(30, 'b')])).toBe('Tied: a, b share the first place.');
});

it('is a tie where two share the first place', async () => {
  expect(await said([ifYes(30), ifYes(30, 'b')])).toMatch(/^Tied: a, b share the first place/);
});

it('is close below half of a small effect, and says how far the first is ahead', async () => {
  const open = when('level', 'equal', 'low');
  expect(await said([ifYes(6, 'b'), open], { level: 'unknown' })).toBe(
    'Close: b leads a by 4.0 points on the best estimates; with level open, 2 of 4 could lead.',
  );
  expect(await said([ifYes(9, 'b'), open], { level: 'unknown' })).toBe(
    'b leads a by 6.0 points on the best estimates; with level open, 2 of 4 could lead.',
  );
});

it('says so where what is uncertain, and not unknown, leaves others a chance', async () => {
  const level = { value: 'none', confidence: 'low', note: 'n' };
  expect(await said([ifYes(9, 'b'), when('level', 'equal', 'low')], { level })).toContain(
    'with what is not certain',
  );
});

it('names no first option where too much is unknown', async () => {
  const rules = [when('level', 'equal', 'low'), when('colour', 'equal', 'red'), when('yes', 'equal', true)];
  const unknown = { level: 'unknown', colour: 'unknown', yes: 'unknown' };
  expect(await said(rules, unknown)).toBe('Too much is unknown to name a first option: 4 of 4 can lead.');
});

it('of one option alone says that it is the only one', async () => {
  expect(await said([ifYes(1)], {}, { a: 'so', b: 'so', c: 'so' })).toBe('Only base is left to rank.');
});
