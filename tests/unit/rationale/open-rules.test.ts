import { describe, expect, it } from 'vitest';
import { appraised, FACTS, gateIf, ifYes, of, when } from '../../support/appraising.js';
import type { WrittenCondition } from '../../support/written.js';

const is = (fact: string, value: string | boolean): WrittenCondition => ({ fact, operator: 'equal', value });
const ifAll = (...all: WrittenCondition[]) => ({ ...ifYes(30), when: { all } });
const note = 'n';

describe('a rule that is undetermined', () => {
  it('names the facts that would settle it, in order of id, without those already settled', async () => {
    const rules = [ifAll(is('yes', true), is('level', 'low'), is('colour', 'red'))];
    const facts = { ...FACTS, level: 'unknown', colour: 'unknown' };
    const { undetermined } = await appraised({ rules }, { facts });
    expect(undetermined).toMatchObject([
      { rule: 'r0', facts: ['colour', 'level'], effects: [{ option: 'a' }] },
    ]);
  });

  it('leaves out the settled parts of a derived fact', async () => {
    const facts = { ...FACTS, share: 'unknown' };
    const { undetermined } = await appraised({ rules: [when('derived', 'equal', 'large')] }, { facts });
    expect(undetermined).toMatchObject([{ facts: ['share'] }]);
  });
});

describe('a rule that does not hold', () => {
  it('names the comparisons that stopped it: of `all` those that are false', async () => {
    const rules = [ifAll(is('yes', true), is('level', 'high'), is('colour', 'blue'))];
    const { notFired } = await appraised({ rules }, { facts: FACTS });
    expect(notFired[0]!.stoppedBy).toMatchObject([
      { fact: 'level', value: 'high', saw: 'low' },
      { fact: 'colour', value: 'blue', saw: 'red' },
    ]);
  });

  it('names what held where that is what stopped it: under a `not`', async () => {
    const rules = [{ ...ifYes(30), when: { not: is('yes', true) } }];
    const { notFired } = await appraised({ rules }, { facts: FACTS });
    expect(notFired[0]!.stoppedBy).toMatchObject([{ fact: 'yes', truth: 'true' }]);
  });

  it('is not listed where it is only unknown', async () => {
    const { notFired } = await appraised(
      { rules: [when('level', 'equal', 'low')] },
      { facts: { ...FACTS, level: 'unknown' } },
    );
    expect(notFired).toEqual([]);
  });
});

describe('gates', () => {
  it('that exclude one option are listed together, certain if one of them is', async () => {
    const likely = { ...gateIf(true), when: is('level', 'low') };
    const level = { value: 'low', confidence: 'low', note };
    const { excluded } = await appraised({ rules: [gateIf(true), likely] }, { facts: { ...FACTS, level } });
    expect(excluded).toMatchObject([
      {
        option: 'b',
        certain: true,
        gates: [
          { rule: 'r0', certain: true },
          { rule: 'r1', certain: false },
        ],
      },
    ]);
  });

  it('that are open name the facts that would settle them', async () => {
    const result = await appraised({ rules: [gateIf(true)] }, { facts: { ...FACTS, yes: 'unknown' } });
    expect(of(result, 'b').openGates).toMatchObject([{ rule: 'r0', facts: ['yes'] }]);
  });

  it('that only a best estimate closes name what is not certain', async () => {
    const yes = { value: true, likelihood: 'unlikely', note };
    const result = await appraised({ rules: [gateIf(true)] }, { facts: { ...FACTS, yes } });
    expect(of(result, 'b').openGates).toMatchObject([{ rule: 'r0', facts: ['yes'] }]);
  });

  it('that rest on best estimates leave their option a chance to lead', async () => {
    const rules = [ifYes(30, 'b'), { ...gateIf(true), when: is('level', 'low') }];
    const chance = async (level: unknown) =>
      (await appraised({ rules }, { facts: { ...FACTS, level } })).excluded[0]!;
    expect(await chance('low')).toMatchObject({ certain: true, mayLead: false });
    expect(await chance({ value: 'low', confidence: 'low', note })).toMatchObject({
      certain: false,
      mayLead: true,
    });
  });
});
