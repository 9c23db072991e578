import { expect, it } from 'vitest';
import { appraised, FACTS, ifYes, of, when } from '../../support/appraising.js';
import type { WrittenRule } from '../../support/written.js';

/** The contributions to `a`, one word each. */
async function to(rules: WrittenRule[], facts: object = FACTS) {
  const { contributions } = of(await appraised({ rules }, { facts: facts as Record<string, unknown> }), 'a');
  return contributions.map(
    ({ rule, criterion, points, certain }) => `${rule} ${criterion} ${points} ${certain}`,
  );
}

it('the largest weighted contribution comes first, either way', async () => {
  expect(await to([ifYes(10), ifYes(-40, 'a', 'y'), ifYes(30)])).toEqual([
    'r2 x 30 true',
    'r1 y -40 true',
    'r0 x 10 true',
  ]);
});

it('equal ones come in order of criterion and rule', async () => {
  expect(await to([ifYes(60, 'a', 'y'), ifYes(30), ifYes(30)])).toEqual([
    'r1 x 30 true',
    'r2 x 30 true',
    'r0 y 60 true',
  ]);
});

it('one that rests on a best estimate is not certain', async () => {
  const level = { value: 'low', confidence: 'low', note: 'n' };
  expect(await to([when('level', 'equal', 'low')], { ...FACTS, level })).toEqual(['r0 x 30 false']);
});

it('what a clamp takes off is one of them, with a reason and without a rule', async () => {
  const { contributions } = of(await appraised({ rules: [ifYes(80), ifYes(70)] }, { facts: FACTS }), 'a');
  expect(contributions.find(({ rule }) => rule === null)).toMatchObject({
    points: -50,
    reason: 'a cell never goes above +100, whatever its rules add up to',
    sources: [],
    trace: null,
  });
});

it('a criterion without weight adds 0, and is listed', async () => {
  const { contributions } = of(await appraised({ rules: [ifYes(50, 'a', 'z')] }, { facts: FACTS }), 'a');
  expect(contributions).toMatchObject([{ points: 50, weight: 0, weighted: 0 }]);
});
