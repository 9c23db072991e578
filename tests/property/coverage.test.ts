import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverageOf, type SeenSituation } from '../../src/cases/coverage.js';
import { possibilities } from '../../src/cases/possible.js';
import { evaluate } from '../../src/engine/evaluate.js';
import { withDerived } from '../../src/engine/settle.js';
import { type Condition, partsOf } from '../../src/model/condition.js';
import type { Steps } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { CoveredComparison, CoveredRule } from '../../src/model/test-result.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary } from '../support/random.js';

/*
 * Coverage by definition, with nothing from `src/cases/`: a comparison decides where its truth turned round, and no other,
 * turns the truth of the whole round. 0 is false, 1 unknown, 2 true.
 */
type Sets = ReadonlyMap<string, Steps>;

/** Kleene's logic, with the truth of one comparison, counted from the left, turned round. */
function truthOf(condition: Condition, sets: Sets, turned = -1): number {
  let next = 0;
  const truth = (one: Condition): number => {
    if (one.kind === 'leaf') {
      const set = sets.get(one.fact)!;
      const own = (set & ~one.steps) === 0n ? 2 : (set & one.steps) === 0n ? 0 : 1;
      return next++ === turned ? 2 - own : own;
    }
    const parts = partsOf(one).map(truth);
    if (one.kind === 'not') return 2 - parts[0]!;
    return one.kind === 'any' ? Math.max(...parts) : Math.min(...parts);
  };
  return truth(condition);
}

const leaves = (one: Condition): Condition[] => (one.kind === 'leaf' ? [one] : partsOf(one).flatMap(leaves));

/** How many of the situations show each thing of a rule: itself, then its comparisons. */
function shown(when: Condition, situations: readonly Sets[]) {
  const times = (holds: (sets: Sets) => boolean) => situations.filter(holds).length;
  const outcome = (wanted: number) => times(sets => truthOf(when, sets) === wanted);
  const turns = (i: number, sets: Sets) =>
    truthOf(when, sets) !== 1 && truthOf(when, sets, i) === 2 - truthOf(when, sets);
  return {
    rule: { yes: outcome(2), no: outcome(0) },
    comparisons: leaves(when).map((leaf, i) => ({
      yes: times(sets => truthOf(leaf, sets) === 2),
      no: times(sets => truthOf(leaf, sets) === 0),
      decidesYes: times(sets => truthOf(leaf, sets) === 2 && turns(i, sets)),
      decidesNo: times(sets => truthOf(leaf, sets) === 0 && turns(i, sets)),
    })),
  };
}

async function seen(ruleSet: RuleSet, stated: Sets): Promise<SeenSituation> {
  const facts = await withDerived(ruleSet, stated);
  const readings = { point: facts, possible: facts };
  return { readings, outcomes: await evaluate(ruleSet, readings) };
}

const statedFacts = (ruleSet: RuleSet) => [...ruleSet.facts.values()].filter(({ derive }) => !derive);

/** Every situation of a rule set, possible or not. */
function everySituation(ruleSet: RuleSet): Sets[] {
  return statedFacts(ruleSet).reduce<Map<string, Steps>[]>(
    (rows, { id, steps }) =>
      rows.flatMap(row => steps.map((_, step) => new Map([...row, [id, 1n << BigInt(step)]]))),
    [new Map()],
  );
}

const counts = ({ yes, no, decidesYes, decidesNo }: CoveredComparison) => ({
  yes,
  no,
  decidesYes,
  decidesNo,
});

it('counts what situations show as the definition has it, whatever they leave open', async () => {
  const seed = fc.array(fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rulesArbitrary, seed, async (rules, rows) => {
      const ruleSet = withRules(rules);
      const situations = await Promise.all(
        rows.map(row => {
          const sets = statedFacts(ruleSet).map(({ id, steps }, i) => {
            const all = (1 << steps.length) - 1;
            return [id, BigInt((row[i]! % all) + 1)] as const;
          });
          return seen(ruleSet, new Map(sets));
        }),
      );
      const coverage = coverageOf(ruleSet, situations);
      ruleSet.rules.forEach(({ when }, r) => {
        const wanted = shown(
          when,
          situations.map(({ readings }) => readings.point),
        );
        const { yes, no, comparisons } = coverage.rules[r]!;
        expect({ rule: { yes, no }, comparisons: comparisons.map(counts) }).toEqual(wanted);
      });
    }),
    { numRuns: 60 },
  );
});

const OUTCOMES = ['yes', 'no', 'decidesYes', 'decidesNo'] as const;

/** What is said to be impossible of a rule and its comparisons. */
const impossibleOf = ({ impossible, comparisons }: CoveredRule) => [
  impossible,
  ...comparisons.map(one => one.impossible),
];

/** What no possible situation shows. */
function neverShown(when: Condition, possible: readonly Sets[]) {
  const { rule, comparisons } = shown(when, possible);
  return [rule, ...comparisons].map(times =>
    OUTCOMES.filter(key => (times as Record<string, number>)[key] === 0),
  );
}

/** Random rules of which up to three conditions are of other rules, and can never hold. */
const boundedArbitrary = fc
  .tuple(rulesArbitrary, rulesArbitrary, fc.nat(3))
  .map(([rules, others, n]) => ({ ...rules, impossible: others.rules!.slice(0, n).map(({ when }) => when) }));

it.each([
  ['search', { goals: 1_000_000, parts: 0 }],
  ['regions', { goals: 0, parts: 1_000_000 }],
])('proves by %s exactly what no possible situation shows, and counts all else', async (by, effort) => {
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(boundedArbitrary, async rules => {
      const ruleSet = withRules(rules);
      const all: Sets[] = [];
      for (const stated of everySituation(ruleSet)) all.push(await withDerived(ruleSet, stated));
      const possible = all.filter(sets => ruleSet.impossible.every(({ when }) => truthOf(when, sets) === 0));
      const coverage = coverageOf(ruleSet, [], possibilities(ruleSet, { ...effort }));
      const wanted = ruleSet.rules.map(({ when }) => neverShown(when, possible));
      if (coverage.undecided > 0) {
        // A single search may look at so many goals and no more; what it then says is true, and is not all.
        expect(by).toBe('search');
        const claimed = coverage.rules.flatMap(rule => impossibleOf(rule));
        claimed.forEach((outcomes, i) => {
          expect(wanted.flat()[i]).toEqual(expect.arrayContaining([...outcomes]));
        });
        return;
      }
      decided += 1;
      expect(coverage.rules.map(impossibleOf)).toEqual(wanted);
      const total = coverage.rules.reduce((sum, { comparisons }) => sum + 2 + 4 * comparisons.length, 0);
      expect(coverage.impossible).toBe(wanted.flat(2).length);
      expect(coverage.obligations).toBe(total - coverage.impossible);
      for (const { fact, steps, levels } of coverage.facts) {
        const values = ruleSet.facts.get(fact)!.steps;
        const occurs = (step: number) => possible.some(sets => sets.get(fact) === 1n << BigInt(step));
        const never = levels.flatMap((_, step) => (occurs(step) ? [] : [values[step]]));
        expect(levels.filter(one => one.impossible).map(({ is }) => ({ value: is }))).toEqual(never);
        expect(steps.every(one => one.impossible)).toBe(possible.length === 0);
      }
    }),
    { numRuns: 40 },
  );
  expect(decided).toBeGreaterThan(30);
});
