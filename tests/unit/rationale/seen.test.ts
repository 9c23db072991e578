import { describe, expect, it } from 'vitest';
import { saySeen } from '../../../src/rationale/seen.js';
import { appraised, FACTS, ifYes } from '../../support/appraising.js';

/** What the point reading and the possible one saw of a fact. */
async function seen(fact: string, said: unknown) {
  const { facts } = await appraised({ rules: [ifYes(1)] }, { facts: { ...FACTS, [fact]: said } });
  const { point, possible } = facts.find(one => one.fact === fact)!;
  return [point, possible];
}

const note = 'n';

describe('what is seen of a fact', () => {
  it('is its value, in the author’s word', async () => {
    expect(await seen('level', 'low')).toEqual(['low', 'low']);
    expect(await seen('share', 0.35)).toEqual([0.35, 0.35]);
  });

  it('is `unknown` where it may be anything', async () => {
    expect(await seen('level', 'unknown')).toEqual(['unknown', 'unknown']);
    expect(await seen('share', 'unknown')).toEqual(['unknown', 'unknown']);
  });

  it('is the best estimate, and beside it all that is possible', async () => {
    const yes = { value: true, likelihood: 'likely', note };
    expect(await seen('yes', yes)).toEqual([true, { oneOf: [false, true] }]);
    expect(await seen('share', { between: [0.1, 0.4], likely: 0.2, note })).toEqual([
      0.2,
      { between: [0.1, 0.4] },
    ]);
  });

  it('is several values where none is the best', async () => {
    const colour = { probabilities: { red: 0.5, blue: 0.5 }, note };
    expect(await seen('colour', colour)).toEqual([{ oneOf: ['blue', 'red'] }, { oneOf: ['blue', 'red'] }]);
  });
});

describe('a seen value', () => {
  it.each([
    ['high', 'high'],
    [false, 'false'],
    [0.2, '0.2'],
    ['unknown', 'unknown'],
    [{ between: [0.2, 0.35] as [number, number] }, '0.2 to 0.35'],
    [{ oneOf: ['high', 'decisive'] }, 'high or decisive'],
    [{ oneOf: ['low', 'high', 'decisive'] }, 'low, high or decisive'],
  ])('%j is said %s', (value, words) => {
    expect(saySeen(value)).toBe(words);
  });
});
