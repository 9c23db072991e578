import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/model/fact.js';
import { hasPossible, nearestPossible, possibility } from '../../../src/testing/possible.js';
import { FACTS, withRules } from '../../support/appraising.js';
import type { WrittenCondition } from '../../support/written.js';

const is = (fact: string, value: string | boolean): WrittenCondition => ({ fact, operator: 'equal', value });
const situation = (more: object) => new Map<string, Value>(Object.entries({ ...FACTS, ...more }));

/** A high level and blue go together, or not at all. */
const together = withRules({
  impossible: [
    { all: [is('level', 'high'), { not: is('colour', 'blue') }] },
    { all: [is('colour', 'blue'), { not: is('level', 'high') }] },
  ],
});

describe('a situation', () => {
  it('is possible unless an impossible combination holds, derived facts included', () => {
    const isPossible = possibility(together);
    expect(isPossible(situation({ level: 'high', colour: 'blue' }))).toBe(true);
    expect(isPossible(situation({ level: 'high', colour: 'green' }))).toBe(false);
    const never = possibility(withRules({ impossible: [is('derived', 'large')] }));
    expect(never(situation({ share: 0.6, yes: true }))).toBe(false);
    expect(never(situation({ share: 0.6, yes: false }))).toBe(true);
  });

  it('that is not possible gives way as little as it can: later facts to what earlier ones keep', () => {
    const from = situation({ level: 'high', colour: 'green' });
    expect(nearestPossible(together, from)).toEqual(situation({ level: 'low', colour: 'green' }));
    const blue = situation({ level: 'none', colour: 'blue' });
    expect(nearestPossible(together, blue)).toEqual(situation({ level: 'high', colour: 'blue' }));
  });

  it('moves a number to the nearest step that can be', () => {
    const low = withRules({ impossible: [{ fact: 'share', operator: 'atMost', value: 0.5 }] });
    const moved = nearestPossible(low, situation({ share: 0.1 }));
    expect(moved.get('share')).toBeGreaterThan(0.5);
    expect(possibility(low)(moved)).toBe(true);
  });
});

it('a rule set has a possible situation unless its impossible combinations leave none', () => {
  expect(hasPossible(together)).toBe(true);
  expect(hasPossible(withRules({ impossible: [is('yes', true), is('yes', false)] }))).toBe(false);
});
