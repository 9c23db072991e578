import { describe, expect, it } from 'vitest';
import { joint } from '../../../src/proofs/joint.js';
import { ifYes, ruleSetOf, withRules } from '../../support/appraising.js';
import { changedRuleSet } from '../../support/changed.js';
import { PLAIN, ruleSetData, textsOf } from '../../support/written.js';

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

/** The plain rule set with a change of its codebook. */
function withFacts(change: (facts: Record<string, Record<string, unknown>>) => void) {
  const data = ruleSetData({});
  change((data['facts.yaml'] as { facts: Record<string, Record<string, unknown>> }).facts);
  return ruleSetOf(textsOf(data));
}

describe('joint', () => {
  it('has what is the same on both sides once, and every option twice', () => {
    const plain = withRules({});
    const { ruleSet, together } = joint(plain, plain);
    expect([...ruleSet.options.keys()]).toEqual(
      ['a', 'b'].flatMap(side => ['a', 'b', 'base', 'c'].map(id => `${side}::${id}`)),
    );
    expect(ruleSet.rules).toMatchObject([
      {
        id: 'r0',
        effects: [
          { option: 'a::a', points: 30 },
          { option: 'b::a', points: 30 },
        ],
      },
    ]);
    expect([...ruleSet.facts.keys()]).toEqual([...plain.facts.keys()]);
    expect(new Set(together.values())).toEqual(new Set(['same']));
    expect([...ruleSet.perspectives.keys()]).toEqual(['a::p', 'a::q', 'b::p', 'b::q']);
  });

  it('has a rule whose points differ once, and one whose condition differs once a side', () => {
    const other = { ...ifYes(10), when: { fact: 'level', operator: 'equal', value: 'low' } };
    const [a, b] = [withRules({ rules: [ifYes(10), ifYes(10)] }), withRules({ rules: [ifYes(20), other] })];
    const { rules } = joint(a, b).ruleSet;
    expect(idsOf(rules)).toEqual(['a::r1', 'b::r1', 'r0']);
    expect(rules[2]!.effects).toMatchObject([
      { option: 'a::a', points: 10 },
      { option: 'b::a', points: 20 },
    ]);
  });

  it('tells apart what a changed derivation or named condition means, down to the rules that read it', () => {
    const reads = [{ ...ifYes(10), when: { condition: 'named' } }];
    const named = joint(
      withRules({ rules: reads }),
      withRules({ rules: reads, named: { fact: 'level', operator: 'equal', value: 'low' } }),
    ).ruleSet;
    expect([...named.conditions.keys()]).toEqual(['a::named', 'b::named']);
    expect(idsOf(named.rules)).toEqual(['a::r0', 'b::r0']);
    const derived = joint(
      withRules({}),
      withRules({ derived: [{ ...PLAIN.derived[0]!, when: reads[0]!.when }, PLAIN.derived[1]!] }),
    );
    expect(['derived', 'twice'].map(id => derived.together.get(id))).toEqual(['apart', 'apart']);
    expect([...derived.ruleSet.facts.keys()]).toContain('b::twice');
  });

  it('keeps of a fact what both know, cut wherever either cuts it, and what has nothing in common on each side', () => {
    const middling = joint(withRules({}), changedRuleSet({}, 2));
    expect(middling.together.get('level')).toBe('narrowed');
    const level = middling.ruleSet.facts.get('level')!;
    expect([level.domain, level.neutral]).toEqual([
      { kind: 'levels', values: ['none', 'low', 'high'] },
      'low',
    ]);
    const cut = withRules({
      rules: [{ ...ifYes(1), when: { fact: 'share', operator: 'atLeast', value: 0.8 } }],
    });
    const share = joint(cut, changedRuleSet({}, 4)).ruleSet.facts.get('share')!;
    expect(share.steps).toMatchObject([
      { low: 0, high: 0.5, highOpen: false },
      { low: 0.5, lowOpen: true, high: 0.8, highOpen: true },
      { low: 0.8, high: 0.9, highOpen: false },
    ]);
    const renamed = withFacts(facts => {
      facts.colour = { ...facts.colour, values: ['light', 'dark'], anchors: { light: 'so', dark: 'so' } };
    });
    const apart = joint(withRules({}), renamed);
    expect(apart.together.get('colour')).toBe('apart');
    expect([...apart.ruleSet.facts.keys()].slice(0, 2)).toEqual(['a::colour', 'b::colour']);
  });

  it('has what one side states and the other derives agree', () => {
    const { ruleSet, together } = joint(withRules({}), changedRuleSet({}, 5));
    expect(together.get('yes')).toBe('agreeing');
    expect(ruleSet.facts.get('yes')!.derive).toBeUndefined();
    expect(ruleSet.facts.get('b::yes')!.derive).toHaveLength(2);
    expect(idsOf(ruleSet.impossible)).toEqual(['b::yes']);
  });

  it('has facts that one side alone has', () => {
    const more = withFacts(facts => {
      facts.fresh = { ...facts.yes };
    });
    expect(joint(withRules({}), more).together.get('fresh')).toBe('only-b');
    expect(joint(more, withRules({})).together.get('fresh')).toBe('only-a');
  });
});
