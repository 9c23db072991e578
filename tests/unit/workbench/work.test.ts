import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../../src/index.js';
import { changesIn, reduce, situationOf, startFrom } from '../../../src/workbench/state/work.js';

const original: ScenarioFile = {
  id: 'one',
  title: 'One',
  'rule-set': 'rules',
  'as-of': '2025-01-01',
  perspective: 'p',
  facts: { war: { value: 'high', confidence: 'low', source: 's' }, aid: 3 },
};
const start = startFrom({ path: 'one.yaml', text: 'id: one' });
const state = (fact: string, statement: ScenarioFile['facts'][string]) =>
  ({ do: 'state', fact, statement, original }) as const;

describe('the work of a workbench', () => {
  it('keeps what is said otherwise than in the file, and nothing else', () => {
    const changed = reduce(start, state('aid', 5));
    expect(situationOf(changed).facts).toEqual({ aid: 5 });
    expect(situationOf(reduce(changed, state('aid', 3))).facts).toEqual({});
  });

  it('takes the same value from another hand as no change: the file still has its source', () => {
    const same = reduce(start, state('war', { value: 'high', confidence: 'low', note: 'mine' }));
    expect(same).toBe(start);
  });

  it('resets one fact, the weights, or all', () => {
    const both = reduce(reduce(start, state('aid', 5)), state('war', 'unknown'));
    const weighed = reduce(both, { do: 'weigh', weights: { x: 1, y: 0 } });
    expect(changesIn(situationOf(weighed))).toBe(3);
    expect(situationOf(reduce(weighed, { do: 'reset-fact', fact: 'aid' })).facts).toEqual({ war: 'unknown' });
    expect(situationOf(reduce(weighed, { do: 'reset-weights' })).weights).toBeUndefined();
    expect(situationOf(reduce(weighed, { do: 'reset-all' }))).toEqual({ facts: {} });
  });

  it('is judged by a perspective or by weights, never by both, and never by nothing', () => {
    const weighed = reduce(start, { do: 'weigh', weights: { x: 1, y: 2 } });
    const named = reduce(weighed, { do: 'judge-by', perspective: 'q', original });
    expect(situationOf(named)).toEqual({ facts: {}, perspective: 'q' });
    expect(situationOf(reduce(named, { do: 'judge-by', perspective: 'p', original }))).toEqual({ facts: {} });
    expect(reduce(start, { do: 'weigh', weights: { x: 0, y: 0 } })).toBe(start);
  });

  it('sets a copy beside, changes one of the two, and puts one away', () => {
    const two = reduce(reduce(start, state('aid', 5)), { do: 'set-beside' });
    expect(two).toMatchObject({ on: 'b', a: { facts: { aid: 5 } }, b: { facts: { aid: 5 } } });
    const changed = reduce(two, state('aid', 9));
    expect(changed).toMatchObject({ a: { facts: { aid: 5 } }, b: { facts: { aid: 9 } } });
    const onA = reduce(reduce(changed, { do: 'work-on', on: 'a' }), state('aid', 1));
    expect(onA).toMatchObject({ a: { facts: { aid: 1 } }, b: { facts: { aid: 9 } } });
    expect(reduce(onA, { do: 'put-away', keep: 'b' })).toMatchObject({
      on: 'a',
      a: { facts: { aid: 9 } },
      b: null,
    });
    expect(reduce(start, { do: 'work-on', on: 'b' })).toBe(start);
  });
});
