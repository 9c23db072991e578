import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/evaluate-conditions.js';
import type { Condition } from '../../../src/model/condition.js';

/** Whether a fact of two steps, 1 and 2, is the second. */
const leaf = (fact: string): Condition => ({ kind: 'leaf', fact, operator: 'equal', value: true, steps: 2n });
const truths = async (facts: [string, bigint][], ...conditions: Condition[]) =>
  (await prepare(conditions)(new Map(facts))).map(({ truth }) => truth);

describe('conditions', () => {
  it('are traced in their own shape, part by part', async () => {
    const both: Condition = { kind: 'all', of: [leaf('a'), { kind: 'not', of: leaf('b') }] };
    const [traced] = await prepare([both])(
      new Map([
        ['a', 2n],
        ['b', 3n],
      ]),
    );
    expect(traced).toMatchObject({
      truth: 'unknown',
      parts: [{ truth: 'true' }, { truth: 'unknown', parts: [{ truth: 'unknown' }] }],
    });
  });

  it('come back in the order in which they were given', async () => {
    expect(
      await truths(
        [
          ['a', 2n],
          ['b', 1n],
        ],
        leaf('b'),
        leaf('a'),
      ),
    ).toEqual(['false', 'true']);
  });

  it('may be none', async () => {
    expect(await truths([])).toEqual([]);
  });
});

describe("json-rules-engine's silent traps", () => {
  it('a fact that is not given is refused rather than undefined', async () => {
    await expect(truths([['a', 1n]], leaf('b'))).rejects.toThrow('Undefined fact: b');
  });

  it('a property that every object inherits is not read as a fact', async () => {
    await expect(truths([], leaf('constructor'))).rejects.toThrow('Undefined fact: constructor');
    const everywhere = Object.prototype as unknown as Record<string, unknown>;
    everywhere.polluted = 2n;
    const found = await truths([], leaf('polluted')).catch(String);
    delete everywhere.polluted;
    expect(found).toContain('Undefined fact: polluted');
  });

  // One engine keeps whether it runs in itself, so that the end of one run would end another that began in its midst.
  it('runs of one engine do not end each other, however far apart they begin', async () => {
    const both: Condition = { kind: 'all', of: [leaf('a'), { kind: 'any', of: [leaf('b'), leaf('a')] }] };
    for (let turns = 0; turns < 30; turns += 1) {
      const evaluate = prepare([both, leaf('a')]);
      const first = evaluate(
        new Map([
          ['a', 2n],
          ['b', 1n],
        ]),
      );
      for (let i = 0; i < turns; i += 1) await Promise.resolve();
      const second = evaluate(
        new Map([
          ['a', 1n],
          ['b', 2n],
        ]),
      );
      const found = (await Promise.all([first, second])).map(list => list.map(({ truth }) => truth));
      expect(found).toEqual([
        ['true', 'true'],
        ['false', 'false'],
      ]);
    }
  });

  it('a run that fails does not stop the runs after it', async () => {
    const evaluate = prepare([leaf('a')]);
    const [failed, after] = await Promise.allSettled([evaluate(new Map()), evaluate(new Map([['a', 2n]]))]);
    expect([failed.status, after.status]).toEqual(['rejected', 'fulfilled']);
  });
});
