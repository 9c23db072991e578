import { expect, it } from 'vitest';
import type { SecondAggregation } from '../../../src/model/appraisal.js';
import { checkWords, shownFlows } from '../../../src/report/second-aggregation.js';
import { appraised, FACTS, ifYes } from '../../support/appraising.js';

/** A ranking in which `a` leads by score, with flows in this order and thresholds that every criterion shares. */
async function checked(order: string[], indifference = 10, preference = 25) {
  const result = await appraised({ rules: [ifYes(30)] }, { facts: FACTS });
  const secondAggregation: SecondAggregation = {
    method: 'promethee-ii',
    thresholds: { x: { indifference, preference }, y: { indifference, preference } },
    flows: order.map((option, i) => ({
      ...{ option, rank: i + 1, net: 0.3 - i / 5 },
      ...{ positive: 0.5, negative: 0.2 + i / 5 },
    })),
  };
  return { ...result, secondAggregation };
}

it('shows the first options, whoever leads by score and the baseline, and counts the rest', async () => {
  const { rows, hidden } = shownFlows(await checked(['b', 'c', 'a', 'base']), 1);
  expect(rows.map(([title]) => title)).toEqual(['b', 'a', 'base (baseline)']);
  expect(hidden).toBe(1);
  expect(shownFlows(await checked(['b', 'c', 'a', 'base']), 9).hidden).toBe(0);
});

it('says whether the leader is the same, and which rank it has if not', async () => {
  expect(checkWords(await checked(['a', 'b', 'c', 'base']))[0]).toContain('a leads there too.');
  expect(checkWords(await checked(['b', 'c', 'a', 'base']))[0]).toContain('there b leads, and a has rank 3.');
});

it('says what thresholds come to, also where nothing counts in part', async () => {
  const said = async (q: number, p: number) => checkWords(await checked(['a', 'b', 'c', 'base'], q, p))[0];
  expect(await said(10, 25)).toContain(
    'A difference up to 10 points on a criterion counts for nothing there, one of 25 or more in full.',
  );
  expect(await said(0, 0)).toContain('Any difference on a criterion counts in full there.');
  expect(await said(10, 10)).toContain(
    'A difference above 10 points on a criterion counts in full there, any other for nothing.',
  );
});
