import { describe, expect, it } from 'vitest';
import type { LeafTrace, Trace } from '../../../src/model/appraisal.js';
import { decisiveLeaves, leafTraces } from '../../../src/rationale/trace.js';
import { appraised, FACTS, of } from '../../support/appraising.js';

type Truth = LeafTrace['truth'];
const leaf = (fact: string, truth: Truth): LeafTrace => ({
  ...{ kind: 'leaf', fact, operator: 'equal', value: 'a', saw: 'b', truth },
});
const node = (kind: 'all' | 'any' | 'not', truth: Truth, ...of: Trace[]): Trace => ({ kind, truth, of });
const facts = (leaves: LeafTrace[]) => leaves.map(({ fact }) => fact);

describe('the decisive comparisons', () => {
  it('of an `all` that is false are the false ones', () => {
    const all = node('all', 'false', leaf('a', 'true'), leaf('b', 'false'), leaf('c', 'unknown'));
    expect(facts(decisiveLeaves(all))).toEqual(['b']);
    expect(facts(leafTraces(all))).toEqual(['a', 'b', 'c']);
  });

  it('of an `any` that is false are all of them', () => {
    expect(facts(decisiveLeaves(node('any', 'false', leaf('a', 'false'), leaf('b', 'false'))))).toEqual([
      'a',
      'b',
    ]);
  });

  it('of a `not` are those of what it denies', () => {
    const any = node('any', 'true', leaf('a', 'true'), leaf('b', 'false'));
    expect(facts(decisiveLeaves(node('not', 'false', any)))).toEqual(['a']);
  });
});

describe('a trace', () => {
  it('is shaped as the author wrote the condition, a named one by its name', async () => {
    const when = {
      all: [{ condition: 'named' }, { not: { fact: 'colour', operator: 'in', value: ['blue'] } }],
    };
    const rules = [{ when, then: [{ option: 'a', criterion: 'x', points: 1 }] }];
    const { contributions } = of(await appraised({ rules }, { facts: FACTS }), 'a');
    expect(contributions[0]!.trace).toEqual({
      kind: 'all',
      truth: 'true',
      of: [
        {
          kind: 'named',
          condition: 'named',
          truth: 'true',
          of: [{ kind: 'leaf', fact: 'level', operator: 'atLeast', value: 'low', saw: 'low', truth: 'true' }],
        },
        {
          kind: 'not',
          truth: 'true',
          of: [{ kind: 'leaf', fact: 'colour', operator: 'in', value: ['blue'], saw: 'red', truth: 'false' }],
        },
      ],
    });
  });
});
