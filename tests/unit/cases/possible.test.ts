import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/cases/coverage.js';
import { possibilities } from '../../../src/cases/possible.js';
import { coverageText } from '../../../src/report/coverage-text.js';
import { DEFAULT_OPTIONS } from '../../../src/report/options.js';
import { when, withRules } from '../../support/appraising.js';

const never = { all: [when('level', 'equal', 'low').when, when('level', 'equal', 'high').when] };
const twoRules = withRules({
  rules: [{ ...when('yes', 'equal', true), when: never }, when('share', 'above', 1)],
});

describe('what no case has shown', () => {
  it('is not counted where it is proved impossible', () => {
    const { rules, obligations, impossible } = coverageOf(twoRules, []);
    expect(rules.map(rule => [rule.impossible, rule.comparisons.map(one => one.impossible)])).toEqual([
      [['yes'], [['decidesYes'], ['decidesYes']]],
      [['yes'], [['yes', 'decidesYes']]],
    ]);
    expect([impossible, obligations]).toEqual([6, 2 + 8 + 2 + 4 - 6]);
  });

  it('is counted, and said to be undecided, where to find out would take too long', () => {
    const coverage = coverageOf(twoRules, [], possibilities(twoRules, { goals: 0, parts: 0 }));
    expect([coverage.impossible, coverage.undecided, coverage.obligations]).toEqual([0, 16, 16]);
    expect(coverage.rules[0]!.undecided).toEqual(['yes', 'no']);
    expect(coverageText(coverage, DEFAULT_OPTIONS).replace(/\s+/g, ' ')).toContain(
      'the cases meet 0 of 16 obligations (0.0%). Whether 16 of these can be met could not be found out.',
    );
  });

  it('is found region by region where a search gives up, as far as there are not too many', () => {
    const possible = possibilities(twoRules, { goals: 0, parts: 1_000 });
    expect(twoRules.rules.map(({ when }) => possible(when))).toEqual([false, false]);
    expect(possibilities(twoRules, { goals: 0, parts: 1 })(twoRules.rules[0]!.when)).toBeUndefined();
  });

  it('is all impossible where nothing is possible', () => {
    const yes = (value: boolean) => when('yes', 'equal', value).when;
    const nothing = withRules({ impossible: [yes(true), yes(false)] });
    const { obligations, impossible, facts } = coverageOf(nothing, []);
    expect([obligations, impossible]).toEqual([0, 6]);
    expect(facts.flatMap(({ steps }) => steps).every(one => one.impossible)).toBe(true);
  });
});
