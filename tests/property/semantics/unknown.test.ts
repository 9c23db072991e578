import { describe, expect, it } from 'vitest';
import {
  appraised,
  errorsOf,
  FACTS,
  forAll,
  gateIf,
  ifYes,
  of,
  when,
  withRules,
} from '../../support/appraising.js';
import { statedSets } from '../../support/oracle.js';
import { DOMAIN, type WrittenCondition, type WrittenRule } from '../../support/written.js';

const note = 'n';

/** Score and range of `a`, which has 30 points on a criterion of weight 2/3 where the rule holds. */
async function standing(rule: WrittenRule, facts: object, rules = {}) {
  const result = await appraised({ ...rules, rules: [rule] }, { facts: { ...FACTS, ...facts } });
  const { score, low, high } = of(result, 'a');
  return { score, low, high, open: result.undetermined.map(({ facts }) => facts) };
}
const HOLDS = { score: 20, low: 20, high: 20, open: [] };
const MAY_HOLD = { score: 0, low: 0, high: 20 };

describe('4.4 what is possible', () => {
  it('4.4 an unknown fact keeps its whole domain, whatever its prior', async () => {
    const level = await standing(when('level', 'equal', 'none'), { level: 'unknown' });
    expect(level).toEqual({ ...MAY_HOLD, open: [['level']] });
    const share = await standing(when('share', 'below', 0.5), { share: 'unknown' });
    expect(share).toEqual({ ...MAY_HOLD, open: [['share']] });
  });

  it('4.4 a fact that the scenario leaves out is unknown', async () => {
    const { level: _, ...rest } = FACTS;
    const { undetermined } = await appraised({ rules: [when('level', 'equal', 'low')] }, { facts: rest });
    expect(undetermined).toMatchObject([{ rule: 'r0', facts: ['level'] }]);
  });

  it('4.4 a value of probability 0 is not possible', async () => {
    const level = { probabilities: { none: 0, low: 0.4, high: 0.6 }, note };
    expect(await standing(when('level', 'atLeast', 'low'), { level })).toEqual(HOLDS);
  });

  it('4.4 an interval holds both its ends', async () => {
    const share = { between: [0.2, 0.5], note };
    expect(await standing(when('share', 'atLeast', 0.2), { share })).toEqual(HOLDS);
    expect(await standing(when('share', 'below', 0.5), { share })).toEqual({
      ...MAY_HOLD,
      open: [['share']],
    });
    expect(await standing(when('share', 'above', 0.5), { share })).toMatchObject({ high: 0, open: [] });
  });

  it('4.4 `likely` is the point, and the interval stays possible', async () => {
    const rule = when('share', 'above', 0.5);
    const likely = (likely: number) => standing(rule, { share: { between: [0.2, 0.8], likely, note } });
    expect(await likely(0.6)).toEqual({ score: 20, low: 0, high: 20, open: [] });
    expect(await likely(0.4)).toEqual({ ...MAY_HOLD, open: [] });
  });
});

describe('4.4 the best estimate', () => {
  it('4.4 is the value with more than 0.5: `{ value: true, likelihood: unlikely }` reads false', async () => {
    const yes = { value: true, likelihood: 'unlikely', note };
    expect(await standing(when('yes', 'equal', true), { yes })).toEqual({ ...MAY_HOLD, open: [] });
  });

  it('4.4 exactly 0.5 is none, in words', async () => {
    const yes = { value: true, likelihood: 'roughly even chance', note };
    const found = await standing(when('yes', 'equal', true), { yes }, { scale: 'icd-203' });
    expect(found).toEqual({ ...MAY_HOLD, open: [['yes']] });
  });

  it('4.4 exactly 0.5 is none, in numbers, and just above is one', async () => {
    const red = (p: number) => ({ colour: { probabilities: { red: p, blue: 1 - p }, note } });
    const rule = when('colour', 'equal', 'red');
    expect(await standing(rule, red(0.5))).toEqual({ ...MAY_HOLD, open: [['colour']] });
    expect(await standing(rule, red(0.51))).toEqual({ score: 20, low: 0, high: 20, open: [] });
  });

  it('4.4 comes from the scenario and never from a prior', async () => {
    const found = await standing(when('level', 'equal', 'low'), { level: 'unknown' });
    expect(found).toEqual({ ...MAY_HOLD, open: [['level']] });
  });
});

describe('4.4 what is undetermined', () => {
  it('4.4 lists the facts of the unknown leaves alone', async () => {
    const condition: WrittenCondition = {
      all: [
        { fact: 'level', operator: 'atLeast', value: 'none' },
        { fact: 'colour', operator: 'equal', value: 'red' },
        { fact: 'yes', operator: 'equal', value: true },
      ],
    };
    const rules = [{ ...ifYes(30), when: condition }];
    const facts = { ...FACTS, level: 'unknown', colour: 'unknown' };
    const result = await appraised({ rules }, { facts });
    expect(result.undetermined).toMatchObject([{ rule: 'r0', facts: ['colour'] }]);
    expect(of(result, 'a').score).toBe(0);
  });

  it('4.4 lists a derived fact by its parts, all the way down', async () => {
    const open = { share: 'unknown', yes: 'unknown' };
    expect((await standing(when('derived', 'equal', 'large'), open)).open).toEqual([['share', 'yes']]);
    expect((await standing(when('twice', 'equal', 'tense'), open)).open).toEqual([['share', 'yes']]);
  });
});

describe('4.4 derived facts', () => {
  const is = (value: string) => ({ fact: 'colour', operator: 'equal', value });

  it('4.4 stop at the first entry that is true', async () => {
    const derived = [{ value: 'large', when: is('red') }, { value: 'small' }];
    expect(await standing(when('derived', 'equal', 'large'), {}, { derived })).toEqual(HOLDS);
  });

  it('4.4 can have the value of each entry that is unknown before it', async () => {
    const derived = [
      { value: 'large', when: is('red') },
      { value: 'small', when: { fact: 'yes', operator: 'equal', value: true } },
      { value: 'large' },
    ];
    const found = await standing(when('derived', 'equal', 'small'), { colour: 'unknown' }, { derived });
    expect(found).toEqual({ ...MAY_HOLD, open: [['colour']] });
    const settled = await standing(when('derived', 'equal', 'small'), { colour: 'blue' }, { derived });
    expect(settled).toEqual(HOLDS);
  });

  it('4.4 are never taken from what the scenario states of them', async () => {
    const ruleSet = withRules({ rules: [when('derived', 'equal', 'large')] });
    const facts = { ...FACTS, share: 'unknown', derived: 'large' };
    const { undetermined } = await appraised(ruleSet, { facts });
    expect(undetermined).toMatchObject([{ rule: 'r0', facts: ['share'] }]);
    expect(await errorsOf(ruleSet, { facts: { ...facts, share: 0.1 } })).toEqual([
      'scenario/derived-contradiction',
    ]);
  });
});

describe('4.4 gates', () => {
  const exclusion = async (yes: unknown, scale: 'phia' | 'icd-203' = 'phia') => {
    const rules = [ifYes(30), gateIf(true)];
    const { excluded, ranking } = await appraised({ rules, scale }, { facts: { ...FACTS, yes } });
    const open = ranking.find(({ option }) => option === 'b')?.openGates;
    return {
      certain: excluded.map(({ certain }) => certain),
      open: open?.map(({ rule, facts }) => [rule, facts]),
    };
  };

  it('4.4 exclude for certain where they hold of all that is possible', async () => {
    expect(await exclusion(true)).toEqual({ certain: [true], open: undefined });
  });

  it('4.4 exclude, not for certain, on a best estimate', async () => {
    expect(await exclusion({ value: true, likelihood: 'likely', note })).toEqual({ certain: [false] });
  });

  it('4.4 that are only open leave their option ranked and marked', async () => {
    const open = { certain: [], open: [['r1', ['yes']]] };
    expect(await exclusion('unknown')).toEqual(open);
    expect(await exclusion({ value: true, likelihood: 'unlikely', note })).toEqual(open);
    expect(await exclusion(false)).toEqual({ certain: [], open: [] });
  });
});

/** A few choices of one from each list, spread evenly over all that there are. */
function someOf<T>(lists: T[][], few: number): T[][] {
  const all = lists.reduce((product, list) => product * list.length, 1);
  return Array.from({ length: few }, (_, i) => {
    let at = Math.floor((i * all) / few);
    return lists.map(list => {
      const one = list[at % list.length]!;
      at = Math.floor(at / list.length);
      return one;
    });
  });
}

describe('4.4 completions', () => {
  it('4.4 every score, gate and certain dominance holds of each way in which uncertain facts can turn out', async () => {
    await forAll(
      async (open, ruleSet, said) => {
        const sets = Object.keys(DOMAIN).map(fact => {
          const { possible } = statedSets(fact, said.facts[fact], ruleSet.likelihoodScale);
          return possible.map(value => [fact, value] as const);
        });
        for (const completion of someOf(sets, 3)) {
          const facts = Object.fromEntries(completion);
          const { ranking, excluded } = await appraised(ruleSet, { ...said, facts });
          const now = (option: string) => ranking.find(one => one.option === option);
          for (const { option, openGates, low, high } of open.ranking) {
            const { score } = now(option) ?? {};
            if (score !== undefined) expect(low <= score && score <= high).toBe(true);
            else expect(openGates).not.toEqual([]);
          }
          for (const { option } of open.excluded.filter(({ certain }) => certain))
            expect(excluded.map(one => one.option)).toContain(option);
          for (const { over, under } of open.dominance.filter(({ certainty }) => certainty === 'certain'))
            if (now(under)) expect(now(over)!.score).toBeGreaterThanOrEqual(now(under)!.score);
        }
      },
      250,
      rules => ({ ...rules, impossible: [] }),
    );
  });

  it('4.4 the point reading lies in the range', async () => {
    await forAll(({ ranking }) => {
      for (const { score, low, high } of ranking) expect(low <= score && score <= high).toBe(true);
    });
  });
});

describe('an option may lead', () => {
  it('where its high is at least the low of every other ranked option without an open gate', async () => {
    await forAll(({ ranking }) => {
      for (const one of ranking) {
        const rivals = ranking.filter(other => other !== one && other.openGates.length === 0);
        expect(one.mayLead).toBe(rivals.every(({ low }) => one.high >= low));
      }
    });
  });

  it('whenever it leads', async () => {
    await forAll(({ ranking }) => {
      expect(ranking[0]!.mayLead).toBe(true);
    }, 50);
  });

  it('though another may be better, where a gate may exclude that one', async () => {
    const rules = [ifYes(30, 'b'), { ...gateIf(true), when: when('colour', 'equal', 'red').when }];
    const result = await appraised({ rules }, { facts: { ...FACTS, colour: 'unknown' } });
    expect(result.ranking.map(({ option, mayLead }) => [option, mayLead])).toEqual([
      ['b', true],
      ['a', true],
      ['base', true],
      ['c', true],
    ]);
  });
});
