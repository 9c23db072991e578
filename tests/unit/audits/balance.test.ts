import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from '../../../src/audits/balance.js';
import { traced } from '../../../src/proofs/traced.js';
import { balanceMarkdown, balanceText } from '../../../src/report/balance.js';
import { validateBalance } from '../../../src/schema/generated/result-validators.js';
import { withRules } from '../../support/appraising.js';
import { everySituation } from '../../support/every-situation.js';
import { loadExample } from '../../support/example.js';
import { rulesArbitrary } from '../../support/random.js';

describe('the balance of a rule set', () => {
  it('counts rules, and tells how far they go and how often each option leads', async () => {
    const result = await balance(loadExample().ruleSet!);
    expect(validateBalance(JSON.parse(JSON.stringify(result)))).toBe(true);
    const airlift = result.options.find(({ option }) => option === 'airlift')!;
    expect(airlift.rules).toEqual({ for: 1, against: 1, gates: 0 });
    expect(airlift.cells).toEqual([
      { criterion: 'cost', rules: 1, low: -50, high: 0, exact: true },
      { criterion: 'relief', rules: 1, low: 0, high: 40, exact: true },
    ]);
    const talks = result.options.find(({ option }) => option === 'negotiate')!;
    expect(talks.rules).toEqual({ for: 1, against: 1, gates: 1 });
    const shares = result.options.flatMap(({ leads }) => leads.map(({ share }) => share));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(2, 9); // Two perspectives.
    expect(airlift.speaking).toBe(2); // One rule for it and another against it.
    for (const { meanRank } of result.options) expect(meanRank).toBeGreaterThanOrEqual(1);
  });

  it('tells whether what more rules speak of does better', async () => {
    const effect = (option: string, points: number) =>
      ({ kind: 'points', option, criterion: 'relief', points }) as const;
    const spoken = (counts: Record<string, number>, sign: number) =>
      Object.entries(counts).flatMap(([option, count]) =>
        Array.from({ length: count }, () => [effect(option, sign * 10)]),
      );
    const of = async (counts: Record<string, number>, sign: number) => {
      const { ruleSet } = loadExample();
      const [pattern] = ruleSet!.rules;
      const rules = spoken(counts, sign).map((effects, i) => ({ ...pattern!, id: `r-${i}`, effects }));
      return (await balance({ ...ruleSet!, rules })).tauB;
    };
    expect(await of({ airlift: 1, negotiate: 2 }, 1)).toEqual({ leads: 1, rank: 1 });
    expect(await of({ airlift: 1, negotiate: 2 }, -1)).toMatchObject({ rank: -1 });
    expect(await of({ airlift: 1, negotiate: 1 }, 1)).toEqual({ leads: null, rank: null });
  });

  it('prints it with words on how to read it, and leaves it out where there are no shares', async () => {
    const plain = { width: 80, color: false, unicode: false, verbose: false, top: 5 };
    const result = await balance(loadExample().ruleSet!);
    const told = { ...result, tauB: { leads: 0.126, rank: -0.5 } };
    for (const text of [balanceText(told, plain), balanceMarkdown(told)])
      expect(text.replace(/\s+/g, ' ')).toMatch(
        /leads is 0\.13; .*, -0\.50; .*near 0 the number of rules says nothing/,
      );
    const untold = { ...result, tauB: { leads: null, rank: null } };
    expect(balanceMarkdown(untold)).not.toContain('tau-b');
  });

  it('says why there are no shares where a number has no prior', async () => {
    const { ruleSet } = loadExample({
      'facts.yaml': text => text.replace(/\n {4}prior:.*/, ''),
    });
    const { noShares, options } = await balance(ruleSet!);
    expect(noShares).toBe('no prior is stated for need');
    expect(options.flatMap(({ leads }) => leads)).toEqual([]);
    expect(options.every(({ meanShare }) => meanShare === null)).toBe(true);
  });

  it('finds the least and the most of each cell that trying every situation finds', async () => {
    await fc.assert(
      fc.asyncProperty(rulesArbitrary, async rules => {
        const ruleSet = withRules(rules);
        const none = new Map([...ruleSet.criteria.keys()].map(id => [id, 0]));
        const all = await Promise.all(everySituation(ruleSet).map(one => traced(ruleSet, one, none)));
        const possible = all.filter(({ isPossible }) => isPossible);
        fc.pre(possible.length > 0);
        for (const { option, cells } of (await balance(ruleSet, { replicates: 2 })).options)
          for (const { criterion, low, high, exact } of cells) {
            const sums = possible.map(({ points }) => points(option, criterion));
            expect([option, criterion, low, high, exact]).toEqual([
              ...[option, criterion],
              ...[Math.min(...sums), Math.max(...sums), true],
            ]);
          }
      }),
      { numRuns: 60 },
    );
  }, 240_000);
});
