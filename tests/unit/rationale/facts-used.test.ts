import { describe, expect, it } from 'vitest';
import { appraised, FACTS, ifYes } from '../../support/appraising.js';

const used = async (facts: Record<string, unknown>) =>
  (await appraised({ rules: [ifYes(1)] }, { facts: { ...FACTS, ...facts } })).facts;

describe('the facts of a result', () => {
  it('are all of the codebook, in order of id, stated or derived', async () => {
    expect((await used({})).map(({ fact, derived }) => `${fact}${derived ? ' derived' : ''}`)).toEqual([
      'colour',
      'derived derived',
      'level',
      'share',
      'twice derived',
      'yes',
    ]);
  });

  it('keep how the scenario put them', async () => {
    const note = 'so it seems';
    const facts = await used({
      level: { value: 'low', confidence: 'medium', note },
      yes: { value: true, likelihood: 'likely', source: 's', note },
      share: { between: [0.1, 0.4], likely: 0.2, note },
    });
    const of = (fact: string) => facts.find(one => one.fact === fact);
    expect(of('level')).toMatchObject({ point: 'low', confidence: 'medium', note });
    expect(of('yes')).toMatchObject({ point: true, likelihood: 'likely', sources: ['s'] });
    expect(of('share')).toMatchObject({ point: 0.2, possible: { between: [0.1, 0.4] }, likely: 0.2 });
  });
});

describe('the sources of a result', () => {
  it('are those that its rules and facts cite, by id', async () => {
    const { sources } = await appraised({ rules: [ifYes(1)] }, { facts: FACTS });
    expect(Object.keys(sources)).toEqual(['s', 't']);
    expect(sources.s).toMatchObject({ id: 's', title: 'S' });
  });
});
