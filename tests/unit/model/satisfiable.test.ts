import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/model/condition.js';
import { satisfiable } from '../../../src/model/satisfiable.js';
import { withRules } from '../../support/appraising.js';
import type { WrittenCondition } from '../../support/written.js';

function can(when: WrittenCondition): boolean | undefined {
  const { rules, facts } = withRules({
    rules: [{ when, then: [{ option: 'a', criterion: 'x', points: 1 }] }],
  });
  return satisfiable(rules[0]!.when, facts);
}

const share = (operator: string, value: number) => ({ fact: 'share', operator, value });
const level = (operator: string, value: string) => ({ fact: 'level', operator, value });

describe('a condition can hold', () => {
  it.each<[boolean, WrittenCondition]>([
    [true, { all: [share('above', 0.2), share('below', 0.3)] }],
    [false, { all: [share('above', 0.3), share('below', 0.2)] }],
    [true, { all: [share('atLeast', 0.3), share('atMost', 0.3)] }],
    [false, { all: [share('above', 0.3), share('atMost', 0.3)] }],
    [false, share('above', 1)],
    [false, { all: [level('equal', 'low'), { not: level('equal', 'low') }] }],
    [true, { any: [share('above', 1), level('equal', 'low')] }],
    [false, { not: { any: [level('atLeast', 'low'), level('equal', 'none')] } }],
    [true, { not: { all: [level('atLeast', 'low'), level('equal', 'none')] } }],
    [false, { all: [{ condition: 'named' }, level('equal', 'none')] }],
  ])('%s: %j', (wanted, when) => {
    expect(can(when)).toBe(wanted);
  });

  it('or is left undecided where the search would take too long', () => {
    const { facts } = withRules({});
    const leaf: Condition = { kind: 'leaf', fact: 'yes', operator: 'equal', value: true, steps: 1n };
    const pair: Condition = { kind: 'any', of: [leaf, leaf] };
    const never: Condition = { ...leaf, steps: 0n };
    expect(
      satisfiable({ kind: 'all', of: [...Array.from({ length: 20 }, () => pair), never] }, facts),
    ).toBeUndefined();
  });
});
