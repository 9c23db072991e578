import { describe, expect, it } from 'vitest';
import { decisions } from '../../../src/cases/masking.js';
import { prepare } from '../../../src/engine/evaluate-conditions.js';
import type { Condition } from '../../../src/model/condition.js';

/** A fact that is step 0 or step 1 or either, and the question whether it is step 1. */
const leaf = (fact: string): Condition => ({ kind: 'leaf', fact, operator: 'equal', value: true, steps: 2n });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const named = (of: Condition): Condition => ({ kind: 'named', name: 'n', of });
const [a, b, c] = ['a', 'b', 'c'].map(leaf) as [Condition, Condition, Condition];
const SETS: Record<string, bigint> = { T: 2n, F: 1n, '?': 3n };

/** Which comparisons decide, from left to right, where the facts are as said: true, false or unknown. */
async function deciding(condition: Condition, facts: string): Promise<string> {
  const sets = new Map([...facts].map((truth, i) => ['abc'[i]!, SETS[truth]!]));
  const [trace] = await prepare([condition])(sets);
  return decisions(trace!)
    .map(({ decides }) => (decides ? 'x' : '.'))
    .join('');
}

describe('a comparison decides where turning it round alone turns the condition round', () => {
  it.each([
    ['alone', a, 'T', 'x'],
    ['alone and false', a, 'F', 'x'],
    ['alone and unknown', a, '?', '.'],
    ['all true', all(a, b), 'TT', 'xx'],
    ['the only false one of all', all(a, b), 'FT', 'x.'],
    ['two false ones of all mask each other', all(a, b), 'FF', '..'],
    ['any false', any(a, b), 'FF', 'xx'],
    ['the only true one of any', any(a, b), 'FT', '.x'],
    ['two true ones of any mask each other', any(a, b), 'TT', '..'],
    ['under not', not(all(a, b)), 'FT', 'x.'],
    ['under a name', named(any(a, b)), 'TF', 'x.'],
    ['nested, where the other part is neutral', all(a, any(b, c)), 'TTF', 'xx.'],
    ['nested, where the other part masks it', all(a, any(b, c)), 'FTF', 'x..'],
    ['nested under not', any(a, not(all(b, c))), 'FTT', 'xxx'],
    ['beside what is unknown', all(a, b), 'F?', '..'],
    ['beside what is unknown, and the outcome certain', any(a, b), 'T?', '..'],
    ['unknown beside what is true', all(a, b), 'T?', '..'],
    ['unknown parts that do not matter', all(a, any(b, c)), 'FT?', 'x..'],
    ['twice, each by itself', all(a, a), 'T', 'xx'],
    ['twice, and false', all(a, a), 'F', '..'],
    ['twice, once turned round', any(a, not(a)), 'T', 'x.'],
  ])('%s', async (_, condition, facts, wanted) => {
    expect(await deciding(condition, facts)).toBe(wanted);
  });
});
