import { describe, expect, it } from 'vitest';
import { appraised, errorsOf, FACTS, of, scenarioOf, when, withRules } from '../../support/appraising.js';

const note = 'n';

/** What a result says of one fact, stated so. */
async function stated(fact: string, said: unknown, scale: 'phia' | 'icd-203' = 'phia') {
  const { facts } = await appraised(
    { rules: [when('yes', 'equal', true)], scale },
    { facts: { ...FACTS, [fact]: said } },
  );
  return facts.find(one => one.fact === fact)!;
}

const close = (probabilities: Record<string, number>) =>
  Object.fromEntries(Object.entries(probabilities).map(([value, p]) => [value, expect.closeTo(p, 12)]));

describe('4.9 likelihood in words', () => {
  // The midpoints of the bands as they are published, worked out by hand.
  it.each([
    ['remote chance', 0.025],
    ['highly unlikely', 0.15],
    ['unlikely', 0.3],
    ['realistic possibility', 0.45],
    ['likely', 0.65],
    ['probable', 0.65],
    ['highly likely', 0.85],
    ['almost certain', 0.975],
  ])('4.9 on the PHIA yardstick, %s is %d', async (likelihood, p) => {
    const { probabilities } = await stated('yes', { value: true, likelihood, note });
    expect(probabilities).toEqual(close({ true: p, false: 1 - p }));
  });

  it.each([
    ['almost no chance', 0.03],
    ['remote', 0.03],
    ['very unlikely', 0.125],
    ['highly improbable', 0.125],
    ['unlikely', 0.325],
    ['improbable', 0.325],
    ['roughly even chance', 0.5],
    ['roughly even odds', 0.5],
    ['likely', 0.675],
    ['probable', 0.675],
    ['very likely', 0.875],
    ['highly probable', 0.875],
    ['almost certain', 0.97],
    ['nearly certain', 0.97],
  ])('4.9 on the ladder of ICD 203, %s is %d', async (likelihood, p) => {
    const { probabilities } = await stated('yes', { value: true, likelihood, note }, 'icd-203');
    expect(probabilities).toEqual(close({ true: p, false: 1 - p }));
  });

  it('4.9 the rest is spread equally over all other levels, not only over the next', async () => {
    const { probabilities } = await stated('level', { value: 'none', likelihood: 'likely', note });
    expect(probabilities).toEqual(close({ none: 0.65, low: 0.175, high: 0.175 }));
  });

  it('4.9 words of the other scale are an error', async () => {
    const yes = { value: true, likelihood: 'roughly even chance', note };
    const ruleSet = withRules({ rules: [when('yes', 'equal', true)] });
    expect(await errorsOf(ruleSet, { facts: { ...FACTS, yes } })).toEqual(['scenario/unknown-likelihood']);
  });
});

describe('4.9 confidence', () => {
  it.each<[string, unknown, string, Record<string, number>]>([
    [
      'level',
      'low',
      'in the middle of an order, goes to both neighbours',
      { low: 0.8, none: 0.1, high: 0.1 },
    ],
    ['level', 'none', 'at its lower end, to the only one', { none: 0.8, low: 0.2 }],
    ['level', 'high', 'at its upper end, to the only one', { high: 0.8, low: 0.2 }],
    ['colour', 'red', 'without order, to all others', { red: 0.8, green: 0.1, blue: 0.1 }],
    ['yes', false, 'of a boolean, to the other', { false: 0.8, true: 0.2 }],
  ])('4.9 what medium confidence in %s %s leaves, %s', async (fact, value, _, wanted) => {
    expect((await stated(fact, { value, confidence: 'medium', note })).probabilities).toEqual(close(wanted));
  });

  it('4.9 with a mass of 1 says that the value is certain', async () => {
    const { possible, confidence } = await stated('level', { value: 'low', confidence: 'high', note });
    expect([possible, confidence]).toEqual(['low', 'high']);
  });

  it('4.9 on a number is shown and changes nothing', async () => {
    const share = await stated('share', { value: 0.3, confidence: 'low', note });
    expect(share).toMatchObject({ point: 0.3, possible: 0.3, confidence: 'low' });
    expect(share.probabilities).toBeUndefined();
  });

  it('4.9 on a derived fact is shown and changes nothing', async () => {
    const derived = await stated('derived', { value: 'small', confidence: 'low', note });
    expect(derived).toMatchObject({ point: 'small', possible: 'small', confidence: 'low' });
    expect(derived.probabilities).toBeUndefined();
  });

  it.each([
    ['likelihood', 'yes', { value: true, likelihood: 'likely' }],
    ['probabilities', 'colour', { probabilities: { red: 0.5, blue: 0.5 } }],
    ['between', 'share', { between: [0.1, 0.2] }],
  ])('4.9 beside %s is an error', async (_, fact, said) => {
    const ruleSet = withRules({ rules: [when('yes', 'equal', true)] });
    const facts = { ...FACTS, [fact]: { ...said, confidence: 'low', note } };
    expect(await errorsOf(ruleSet, { facts })).not.toEqual([]);
  });
});

describe('4.9 numbers', () => {
  it.each([
    ['uniform', {}],
    ['triangular', { likely: 0.2 }],
    ['pert', { likely: 0.2, shape: 'pert' }],
  ])('4.9 an interval is %s with %o', async (shape, more) => {
    const ruleSet = withRules({ rules: [when('share', 'above', 0.2)] });
    const { facts } = await scenarioOf(ruleSet, {
      facts: { ...FACTS, share: { between: [0.1, 0.4], note, ...more } },
    });
    const { shape: _, ...likely } = more as { shape?: string };
    expect(facts.get('share')!.statement).toEqual({ kind: 'between', low: 0.1, high: 0.4, shape, ...likely });
  });

  it('4.9 a likelihood in words on a number is an error', async () => {
    const ruleSet = withRules({ rules: [when('share', 'above', 0.2)] });
    const facts = { ...FACTS, share: { value: 0.2, likelihood: 'likely', note } };
    expect(await errorsOf(ruleSet, { facts })).toEqual(['scenario/likelihood-on-number']);
  });

  it('4.9 no probability moves a score: likely and almost certain give the same one', async () => {
    const score = async (likelihood: string) => {
      const facts = { ...FACTS, yes: { value: true, likelihood, note } };
      return of(await appraised({ rules: [when('yes', 'equal', true)] }, { facts }), 'a').score;
    };
    expect(await score('almost certain')).toBe(await score('likely'));
  });
});
