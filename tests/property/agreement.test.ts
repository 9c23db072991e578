import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree } from '../../src/analysis/agree.js';
import type { Coding } from '../../src/analysis/coding.js';
import { mixedScenario } from '../../src/analysis/confirm-turns.js';
import { type PoolOptions, pool } from '../../src/analysis/pool.js';
import { weightedMedian } from '../../src/analysis/pool-statement.js';
import { appraise } from '../../src/appraise.js';
import { impossibleIn } from '../../src/engine/evaluate.js';
import { settle } from '../../src/engine/settle.js';
import { loadScenario } from '../../src/load.js';
import { bestEstimate } from '../../src/model/reading.js';
import { longForm, scenarioFrom } from '../../src/model/resolve-scenario.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { withRules } from '../support/appraising.js';
import { factsArbitrary, rulesArbitrary, saidArbitrary } from '../support/random.js';
import type { Rules, Said } from '../support/written.js';
import { scenarioData, textOf } from '../support/written.js';

const STATED = ['colour', 'level', 'share', 'yes'];
const POOL: PoolOptions = { id: 'pooled', ruleSetPath: 'random' };

/** Some codings of one situation, judged alike, with weights. */
const codedArbitrary = (most: number) =>
  fc
    .tuple(
      saidArbitrary,
      fc.array(fc.tuple(factsArbitrary, fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: most }),
    )
    .map(([judged, coded]) => coded.map(([facts, weight]) => ({ said: { ...judged, facts }, weight })));

async function codingsOf(
  rules: Partial<Rules>,
  coded: readonly { said: Said; weight: number }[],
): Promise<{ ruleSet: RuleSet; codings: Coding[] }> {
  const ruleSet = withRules(rules);
  const codings: Coding[] = [];
  for (const [i, { said, weight }] of coded.entries()) {
    const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
    fc.pre(scenario !== undefined);
    const appraisal = await appraise(ruleSet, scenario!);
    codings.push({ coder: `c${i}`, scenario: scenario!, appraisal, weight });
  }
  return { ruleSet, codings };
}

const withCodings = (
  most: number,
  check: (ruleSet: RuleSet, codings: Coding[]) => Promise<void> | void,
  numRuns = 40,
  examples: [Partial<Rules>, { said: Said; weight: number }[]][] = [],
) =>
  fc.assert(
    fc.asyncProperty(rulesArbitrary, codedArbitrary(most), async (rules, coded) => {
      const { ruleSet, codings } = await codingsOf(rules, coded);
      await check(ruleSet, codings);
    }),
    { numRuns, examples: examples as [Rules, { said: Said; weight: number }[]][] },
  );

/** Both say yes, but one is not sure of it; that the other colour cannot be with a sure yes. */
const SURE_AND_LIKELY: [Partial<Rules>, { said: Said; weight: number }[]] = [
  {
    impossible: [
      {
        all: [
          { fact: 'yes', operator: 'equal', value: true },
          { fact: 'colour', operator: 'equal', value: 'green' },
        ],
      },
    ],
  },
  [
    {
      said: { facts: { colour: 'green', yes: { value: true, likelihood: 'likely', note: 'n' } } },
      weight: 1,
    },
    { said: { facts: { colour: 'red', yes: true } }, weight: 1 },
  ],
];

/** What leads where some facts are as another has them, by the engine that keeps traces; undefined where that cannot occur. */
async function leaderOf(ruleSet: RuleSet, a: Scenario, b: Scenario, facts: string[]) {
  const mixed = mixedScenario(ruleSet, a, b, facts);
  const impossible = await impossibleIn(ruleSet, await settle(ruleSet, mixed));
  return impossible.length > 0 ? undefined : (await appraise(ruleSet, mixed)).ranking[0]!.option;
}

const SUBSETS = Array.from({ length: 2 ** STATED.length }, (_, bits) =>
  STATED.filter((_, i) => (bits >> i) & 1),
);

describe('which disagreements change what leads', () => {
  it('is what trying every set of facts finds', async () => {
    await withCodings(
      3,
      async (ruleSet, codings) => {
        const { situations } = await agree(ruleSet, [{ situation: 's', codings }]);
        const { turns, disputed } = situations[0]!;
        for (const a of codings) {
          for (const b of codings) {
            const [from, to] = [a, b].map(({ appraisal }) => appraisal.ranking[0]!.option);
            const turn = turns.find(one => one.from === a.coder && one.to === b.coder);
            expect(turn === undefined).toBe(from === to);
            const leads = await Promise.all(
              SUBSETS.map(set => leaderOf(ruleSet, a.scenario, b.scenario, set)),
            );
            if (turn) {
              const turning = SUBSETS.filter((_, i) => leads[i] === to);
              const size = Math.min(...turning.map(({ length }) => length));
              const smallest = turning.filter(({ length }) => length === size);
              expect(turn).toMatchObject({ leader: to, total: smallest.length, smallest: true });
              expect(new Set(turn.sets.map(String))).toEqual(new Set(smallest.map(String)));
            }
            for (const fact of STATED) {
              const lead = leads[SUBSETS.findIndex(set => set.length === 1 && set[0] === fact)];
              const told = disputed
                .find(one => one.fact === fact)
                ?.turns.some(one => one.from === a.coder && one.leader === lead);
              if (lead !== undefined && lead !== from) expect(told).toBe(true);
            }
          }
        }
        for (const { fact, turns } of disputed) {
          for (const { from, leader } of turns.filter(({ from }) => from !== null)) {
            const a = codings.find(({ coder }) => coder === from)!;
            const leads = await Promise.all(
              codings.map(b => leaderOf(ruleSet, a.scenario, b.scenario, [fact])),
            );
            expect(leads).toContain(leader);
            expect(leader).not.toBe(a.appraisal.ranking[0]!.option);
          }
        }
      },
      60,
    );
  }, 120_000);

  it('counts in all mixtures what each of them leads to', async () => {
    await withCodings(
      2,
      async (ruleSet, codings) => {
        const [a, b] = codings.map(({ scenario }) => scenario) as [Scenario, Scenario];
        const { situations } = await agree(ruleSet, [{ situation: 's', codings }]);
        const { mixtures } = situations[0]!;
        const leads = await Promise.all(SUBSETS.map(set => leaderOf(ruleSet, a, b, set)));
        expect(new Set(mixtures!.leaders.map(({ option }) => option))).toEqual(
          new Set(leads.filter(lead => lead !== undefined)),
        );
        // Every mixture stands for as many of the sixteen as there are facts on which no rule tells the two apart.
        const times = SUBSETS.length / (mixtures!.count + mixtures!.impossible);
        for (const { option, count } of mixtures!.leaders)
          expect(leads.filter(lead => lead === option)).toHaveLength(count * times);
      },
      60,
      [SURE_AND_LIKELY],
    );
  }, 120_000);

  it('is the same in whatever order the codings are given', async () => {
    await withCodings(
      3,
      async (ruleSet, codings) => {
        const tell = async (list: Coding[]) => {
          const { situations, kinds, facts } = await agree(ruleSet, [{ situation: 's', codings: list }]);
          const { alike, unsure, mixtures, turns } = situations[0]!;
          const sorted = turns.map(one => JSON.stringify(one)).sort();
          return { kinds, facts, alike, unsure, mixtures, sorted };
        };
        const close = (told: unknown) =>
          JSON.parse(JSON.stringify(told), (_, x) => (typeof x === 'number' ? Number(x.toFixed(9)) : x));
        expect(close(await tell([...codings].reverse()))).toEqual(close(await tell(codings)));
      },
      40,
    );
  });
});

describe('a pool', () => {
  it('is a scenario without errors of its own, unless what the codings say cannot occur together', async () => {
    await withCodings(3, async (ruleSet, codings) => {
      for (const unknowns of ['left-out', 'prior'] as const) {
        const pooled = pool(ruleSet, codings, { ...POOL, unknowns });
        const { diagnostics } = await loadScenario(textOf('pooled.yaml', pooled), ruleSet);
        const codes = diagnostics.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
        expect(codes.filter(code => !code.startsWith('scenario/impossible'))).toEqual([]);
        expect(Object.keys(pooled.facts).sort()).toEqual(STATED);
      }
    });
  });

  it('gives probabilities that sum to 1, each the weighted mean of those of the codings that know the fact', async () => {
    await withCodings(3, (ruleSet, codings) => {
      const pooled = scenarioFrom(pool(ruleSet, codings, POOL), ruleSet);
      for (const id of ['colour', 'level', 'yes']) {
        const masses = ({ facts }: Scenario): ReadonlyMap<unknown, number> | undefined => {
          const { statement } = facts.get(id)!;
          if (statement.kind === 'value') return new Map([[statement.value, 1]]);
          return statement.kind === 'probabilities' ? new Map(statement.probabilities) : undefined;
        };
        const known = codings.filter(({ scenario }) => masses(scenario) !== undefined);
        const found = masses(pooled);
        expect(found === undefined).toBe(known.length === 0);
        if (!found) continue;
        const total = known.reduce((sum, { weight }) => sum + weight!, 0);
        const { domain } = ruleSet.facts.get(id)!;
        const values = domain.kind === 'number' ? [] : domain.values;
        expect([...found.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const value of values) {
          const mean = known.reduce(
            (sum, { scenario, weight }) => sum + (weight! * (masses(scenario)!.get(value) ?? 0)) / total,
            0,
          );
          expect(found.get(value) ?? 0).toBeCloseTo(mean, 8);
        }
      }
    });
  });

  it('of a coding with itself says what it says', async () => {
    await withCodings(2, (ruleSet, [one]) => {
      const twice = [one!, { ...one!, coder: 'again', weight: 3 }];
      const { facts } = scenarioFrom(pool(ruleSet, twice, POOL), ruleSet);
      for (const id of STATED) {
        const { place: _, ...stated } = one!.scenario.facts.get(id)!;
        expect(facts.get(id)).toEqual(stated);
      }
    });
  });

  it('does not hang on the scale of the weights, and a coder of weight 0 says nothing in it', async () => {
    await withCodings(3, (ruleSet, codings) => {
      const forms = (list: readonly Coding[]) =>
        Object.values(pool(ruleSet, list, POOL).facts).map(stated => {
          const { note: _, source: __, ...form } = longForm(stated);
          return JSON.parse(JSON.stringify(form), (_, x) =>
            typeof x === 'number' ? Number(x.toFixed(7)) : x,
          );
        });
      expect(forms(codings.map(one => ({ ...one, weight: 10 * one.weight! })))).toEqual(forms(codings));
      const silent = { ...codings[0]!, coder: 'silent', weight: 0 };
      expect(forms([...codings.slice(1), silent])).toEqual(forms(codings.slice(1)));
    });
  });

  it('takes numbers for the interval that holds all of theirs, and a likely value only where more than half have one', async () => {
    await withCodings(3, (ruleSet, codings) => {
      const statement = (scenario: Scenario) => scenario.facts.get('share')!.statement;
      const pooled = statement(scenarioFrom(pool(ruleSet, codings, POOL), ruleSet));
      const known = codings.filter(({ scenario }) => statement(scenario).kind !== 'unknown');
      const ends = known.flatMap(({ scenario }) => {
        const one = statement(scenario);
        return one.kind === 'between' ? [one.low, one.high] : [Number((one as { value: number }).value)];
      });
      if (known.length === 0) return expect(pooled.kind).toBe('unknown');
      const [low, high] =
        pooled.kind === 'between' ? [pooled.low, pooled.high] : [bestEstimate(pooled), bestEstimate(pooled)];
      expect([low, high]).toEqual([Math.min(...ends), Math.max(...ends)]);
    });
  });

  it('refuses no codings, and weights of which none is above 0', async () => {
    const { ruleSet, codings } = await codingsOf({}, [
      { said: { facts: { yes: true }, perspective: 'p' }, weight: 0 },
    ]);
    expect(() => pool(ruleSet, codings, POOL)).toThrow(RangeError);
    expect(() => pool(ruleSet, [], POOL)).toThrow(RangeError);
  });
});

it('the weighted median has half of the weight on either side', () => {
  const of = (...list: [number, number][]) =>
    weightedMedian(list.map(([value, weight]) => ({ value, weight })));
  expect([of([0.2, 1], [0.3, 1]), of([0.2, 2], [0.3, 1]), of([5, 1], [1, 1], [2, 1])]).toEqual([
    0.25, 0.2, 2,
  ]);
  expect([of([1, 0], [2, 1]), of([0.1, 1], [0.2, 1], [0.3, 2])]).toEqual([2, 0.25]);
});
