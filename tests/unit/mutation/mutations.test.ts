import { describe, expect, it } from 'vitest';
import { mutantsOf } from '../../../src/mutation/mutants.js';
import { sayMutation } from '../../../src/mutation/say-mutation.js';
import { loadExample, ruleText } from '../../support/example.js';

/** What every change of one rule makes of it, by kind. */
function changes(when: string, then?: string): Record<string, string[]> {
  const { ruleSet, authored, diagnostics } = loadExample({
    'rules/all.yaml': text => text + ruleText('mine', when, then),
  });
  if (!ruleSet) throw new Error(JSON.stringify(diagnostics));
  const mutations = mutantsOf(authored!, ruleSet, id => id === 'mine').mutants.map(
    ({ mutation }) => mutation,
  );
  const kinds = [...new Set(mutations.map(({ operator }) => operator))];
  return Object.fromEntries(
    kinds.map(kind => [
      kind,
      mutations.filter(({ operator }) => operator === kind).map(one => sayMutation(one).now),
    ]),
  );
}

const points = (n: number) => `{ option: airlift, criterion: relief, points: ${n} }`;

describe('the small changes of a rule', () => {
  it('move a level to its neighbours, and take no boundary that comes to the same', () => {
    // The levels are closed, restricted, open; other rules compare need with 0 and 0.2.
    expect(changes('{ fact: crossing, operator: atLeast, value: restricted }')).toMatchObject({
      threshold: ['crossing is at least closed', 'crossing is at least open'],
    });
    expect(changes('{ fact: crossing, operator: atLeast, value: restricted }')).not.toHaveProperty(
      'boundary',
    );
  });

  it('move a number to the next threshold that any condition has, and its boundary to the other side', () => {
    const said = changes('{ fact: need, operator: atLeast, value: 0.4 }');
    expect(said.threshold).toEqual(['need is at least 0.2']);
    expect(said.boundary).toEqual(['need is above 0.4']);
  });

  it('turn, double, halve and take away points', () => {
    expect(changes('{ fact: need, operator: atLeast, value: 0.4 }', points(-25))).toMatchObject({
      sign: ['+25 relief for airlift'],
      doubled: ['-50 relief for airlift'],
      halved: ['-13 relief for airlift'],
      zeroed: ['nothing'],
    });
  });

  it('double up to the end of the scale, and are none where nothing changes', () => {
    expect(changes('{ fact: need, operator: atLeast, value: 0.4 }', points(80)).doubled).toEqual([
      '+100 relief for airlift',
    ]);
    const least = changes('{ fact: need, operator: atLeast, value: 0.4 }', points(1));
    expect(least.halved).toBeUndefined();
    const most = changes('{ fact: need, operator: atLeast, value: 0.4 }', points(100));
    expect(most.doubled).toBeUndefined();
    expect(most.halved).toEqual(['+50 relief for airlift']);
  });

  it('drop parts, values and options of several, never the only one', () => {
    const said = changes(
      '{ all: [{ fact: crossing, operator: in, value: [closed, open] }, { not: { fact: need, operator: above, value: 0.4 } }] }',
      '{ options: [airlift, negotiate], exclude: true }',
    );
    expect(said.dropped).toEqual([
      'not (need is above 0.4)',
      'crossing is one of closed, open',
      'crossing is one of open',
      'crossing is one of closed',
    ]);
    expect(said.removed).toEqual(['nothing', 'excludes negotiate', 'excludes airlift']);
    expect(said.connective).toEqual(['crossing is one of closed, open or not (need is above 0.4)']);
    const single = changes('{ all: [{ fact: crossing, operator: in, value: [closed] }] }');
    expect(single).not.toHaveProperty('dropped');
    expect(single).not.toHaveProperty('connective');
  });

  it('of a named condition change every rule that uses it, at once', () => {
    const { ruleSet, authored } = loadExample({
      'conditions.yaml':
        'conditions:\n  shut: { title: Shut, when: { fact: crossing, operator: equal, value: closed } }\n',
      'rules/all.yaml': text =>
        text + ruleText('one', '{ condition: shut }') + ruleText('two', '{ not: { condition: shut } }'),
    });
    const { mutants } = mutantsOf(authored!, ruleSet!, id => id === 'shut');
    expect(mutants.map(({ changed }) => [...changed.keys()])).toEqual([['one', 'two']]);
  });

  it('leave a named condition alone that says what situations there are', () => {
    const conditions = (more: string) =>
      `conditions:\n  shut: { title: Shut, when: { fact: crossing, operator: equal, value: closed } }\n${more}`;
    const named = (text: string) => {
      const { ruleSet, authored } = loadExample({
        'conditions.yaml': text,
        'rules/all.yaml': own => own + ruleText('one', '{ condition: shut }'),
      });
      return mutantsOf(authored!, ruleSet!, id => id === 'shut').mutants.length;
    };
    expect(named(conditions(''))).toBeGreaterThan(0);
    const bound =
      'impossible: [{ id: i, because: b, when: { all: [{ condition: shut }, { fact: need, operator: above, value: 0.9 }] } }]\n';
    expect(named(conditions(bound))).toBe(0);
  });
});
