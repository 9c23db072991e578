import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalise } from '../../src/mcda/weights.js';
import type { Fact, Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { diffRuleSets } from '../../src/proofs/diff.js';
import { type Traced, traced } from '../../src/proofs/traced.js';
import { changedRuleSet, pairArbitrary } from '../support/changed.js';
import { rulesArbitrary } from '../support/random.js';

type Situation = Map<string, Value>;

/** Numbers on each threshold that a random rule can have, and between; and the neutral one that a codebook can have. */
const NUMBERS = [0, 0.1, 0.2, 0.35, 0.4, 0.5, 0.65, 0.8, 0.85, 0.9, 1];

/** The values of a fact that both rule sets know. */
function valuesOf({ domain }: Fact, other: Fact): Value[] {
  const knows = (one: Fact['domain'], value: Value) =>
    one.kind === 'number'
      ? Number(value) >= one.low && Number(value) <= one.high
      : one.values.includes(value);
  return (domain.kind === 'number' ? NUMBERS : domain.values).filter(value =>
    [domain, other.domain].every(one => knows(one, value)),
  );
}

/** Every situation of both, one by one; a fact that one side derives is as that derives it. */
function everySituation([a, b]: [RuleSet, RuleSet]): Situation[] {
  let all: Situation[] = [new Map()];
  for (const fact of a.facts.values()) {
    const other = b.facts.get(fact.id)!;
    if (fact.derive && other.derive) continue;
    const isDerived = fact.derive !== undefined || other.derive !== undefined;
    all = all.flatMap(one =>
      valuesOf(fact, other)
        // The only fact that is ever stated on one side and derived on the other.
        .filter(value => !isDerived || value === (one.get('colour') === 'red'))
        .map(value => new Map(one).set(fact.id, value)),
    );
  }
  return all;
}

/** How a rule set stands in a situation, by each perspective. */
async function standing(ruleSet: RuleSet, situation: Situation): Promise<Record<string, Traced>> {
  const own = new Map([...situation].filter(([id]) => !ruleSet.facts.get(id)!.derive));
  const of = [...ruleSet.perspectives].map(
    async ([id, { weights }]) => [id, await traced(ruleSet, own, normalise(weights))] as const,
  );
  return Object.fromEntries(await Promise.all(of));
}

function leaderOf({ options, level }: Traced): string {
  return [...options].sort().reduce((x, y) => (level(y) > level(x) ? y : x));
}

function isSame(a: Traced, b: Traced, criteria: readonly string[]): boolean {
  const cell = (one: Traced, option: string, criterion: string) =>
    Math.max(-100, Math.min(100, one.points(option, criterion)));
  const isOut = (one: Traced, option: string) => one.level(option) === Number.NEGATIVE_INFINITY;
  return a.options.every(
    option =>
      isOut(a, option) === isOut(b, option) &&
      criteria.every(criterion => cell(a, option, criterion) === cell(b, option, criterion)),
  );
}

/** What trying every situation finds: how few facts have to differ from the neutral ones for cells, and each leader, to differ. */
async function bruteForce(
  pair: [RuleSet, RuleSet],
): Promise<{ nearest: Record<string, number>; isNone: boolean }> {
  const [a, b] = pair;
  const nearest: Record<string, number> = {};
  let isNone = true;
  const neutral = (id: string) => {
    const [own, other] = [b.facts.get(id)!, a.facts.get(id)!];
    return valuesOf(own, other).includes(own.neutral) ? own.neutral : other.neutral;
  };
  for (const one of everySituation(pair)) {
    const [x, y] = await Promise.all(pair.map(ruleSet => standing(ruleSet, one)));
    if (!x!.p!.isPossible || !y!.p!.isPossible) continue;
    isNone = false;
    const away = [...one].filter(([id, value]) => value !== neutral(id)).length;
    const found = (key: string) => {
      nearest[key] = Math.min(nearest[key] ?? away, away);
    };
    if (!isSame(x!.p!, y!.p!, [...a.criteria.keys()])) found('cells');
    for (const id of ['p', 'q']) if (leaderOf(x![id]!) !== leaderOf(y![id]!)) found(id);
  }
  return { nearest, isNone };
}

it('says of two rule sets what trying every situation does, with situations of as few facts', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(pairArbitrary, async pair => {
      const { situations, equivalent, difference, leaders, example } = await diffRuleSets(...pair);
      const { nearest, isNone } = await bruteForce(pair);
      expect(situations === 'none').toBe(isNone);
      // Of no situation nothing is claimed.
      expect(equivalent).toBe(isNone ? 'undecided' : !('cells' in nearest));
      expect(difference?.differs.length).toBe(nearest.cells);
      for (const { perspective, verdict, example } of leaders) {
        expect([perspective, verdict]).toEqual([perspective, perspective in nearest ? 'differs' : 'same']);
        expect(example?.differs.length).toBe(nearest[perspective]);
        if (!isNone) seen.add(`${equivalent} ${verdict}`);
      }
      const { p = 99, q = 99 } = nearest;
      expect(example?.differs.length ?? 99).toBe(Math.min(p, q));
    }),
    { numRuns: 60 },
  );
  expect([...seen].sort()).toEqual(['false differs', 'false same', 'true differs', 'true same']);
}, 240_000);

it('two rule sets in different words that mean the same are equivalent', async () => {
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, async rules => {
      const doubled = rules.rules!.map(rule => ({ ...rule, when: { not: { not: rule.when } } }));
      const told = await diffRuleSets(
        changedRuleSet(rules, 0),
        changedRuleSet({ ...rules, rules: doubled }, 0),
      );
      expect(told.equivalent).toBe(told.situations === 'none' ? 'undecided' : true);
      expect(told.leaders.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
    }),
    { numRuns: 40 },
  );
}, 120_000);
