import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beliefs } from '../../src/analysis/belief.js';
import { withValues } from '../../src/analysis/flips.js';
import { sensitivity } from '../../src/analysis/sensitivity.js';
import { appraise } from '../../src/appraise.js';
import { impossibleIn } from '../../src/engine/evaluate.js';
import { settle, statedReadings } from '../../src/engine/settle.js';
import { loadScenario } from '../../src/load.js';
import type { Appraisal } from '../../src/model/appraisal.js';
import type { Value } from '../../src/model/fact.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import type { Scenario } from '../../src/model/scenario.js';
import { stepOf } from '../../src/model/steps.js';
import { withRules } from '../support/appraising.js';
import { rulesArbitrary, saidArbitrary } from '../support/random.js';
import { DOMAIN, scenarioData, textOf } from '../support/written.js';

/** The margin of an option in an appraisal, an option that is excluded scoring 0. */
function marginOf({ ranking, excluded }: Appraisal, leader: string): number {
  const scores = new Map([
    ...ranking.map(({ option, score }) => [option, score] as const),
    ...excluded.map(({ option }) => [option, 0] as const),
  ]);
  const others = [...scores].filter(([option]) => option !== leader).map(([, score]) => score);
  return scores.get(leader)! - (others.length > 0 ? Math.max(...others) : 0);
}

/** An appraisal with some facts at these values; undefined where that is impossible. */
async function appraisedWith(ruleSet: RuleSet, scenario: Scenario, values: Map<string, Value>) {
  const changed = withValues(ruleSet, scenario, values);
  if ((await impossibleIn(ruleSet, await settle(ruleSet, changed))).length > 0) return undefined;
  return appraise(ruleSet, changed);
}

const random = async (
  check: (ruleSet: RuleSet, scenario: Scenario, appraisal: Appraisal) => Promise<void>,
  numRuns: number,
) =>
  fc.assert(
    fc.asyncProperty(rulesArbitrary, saidArbitrary, async (rules, said) => {
      const ruleSet = withRules(rules);
      const { scenario } = await loadScenario(textOf('s.yaml', scenarioData(said)), ruleSet);
      fc.pre(scenario !== undefined);
      await check(ruleSet, scenario!, await appraise(ruleSet, scenario!));
    }),
    { numRuns },
  );

it('one fact at a time spans what appraising every value of it spans, and its extremes are reached as they say', async () => {
  await random(async (ruleSet, scenario, appraisal) => {
    const { facts, leader, margin } = await sensitivity(ruleSet, scenario, appraisal);
    expect(margin).toBeCloseTo(marginOf(appraisal, leader), 9);
    const { possible } = statedReadings(ruleSet, scenario);
    for (const [fact, values] of Object.entries(DOMAIN)) {
      const margins: number[] = [];
      const open: number[] = [];
      const { steps } = ruleSet.facts.get(fact)!;
      for (const value of values) {
        const one = await appraisedWith(ruleSet, scenario, new Map([[fact, value]]));
        if (!one) continue;
        margins.push(marginOf(one, leader));
        if (stepOf(steps, value) & possible.get(fact)!) open.push(marginOf(one, leader));
      }
      const found = facts.find(one => one.fact === fact);
      if (!found) {
        expect(Math.max(...margins) - Math.min(...margins)).toBeLessThan(1e-9);
        continue;
      }
      expect([found.codebook.low.margin, found.codebook.high.margin]).toEqual([
        expect.closeTo(Math.min(...margins), 7),
        expect.closeTo(Math.max(...margins), 7),
      ]);
      const width = (of: readonly number[]) => Math.max(...of) - Math.min(...of);
      if (found.possible === null) expect(open.length === 0 || width(open) < 1e-9).toBe(true);
      else
        expect([found.possible.low.margin, found.possible.high.margin]).toEqual([
          expect.closeTo(Math.min(...open), 7),
          expect.closeTo(Math.max(...open), 7),
        ]);
      for (const end of [found.codebook, found.possible].flatMap(range =>
        range ? [range.low, range.high] : [],
      )) {
        const one = await appraisedWith(ruleSet, scenario, new Map([[fact, end.value]]));
        expect([one!.ranking[0]!.option, marginOf(one!, leader)]).toEqual([
          end.leader,
          expect.closeTo(end.margin, 7),
        ]);
      }
    }
  }, 60);
}, 240_000);

it('one weight and one rule at a time are what appraising without them gives', async () => {
  await random(async (ruleSet, scenario, appraisal) => {
    const { weights, rules, leader } = await sensitivity(ruleSet, scenario, appraisal);
    for (const { criterion, none, all } of weights) {
      for (const [share, told] of [
        [0, none],
        [1, all],
      ] as const) {
        const one = await appraise(ruleSet, scenario, { weights: { [criterion]: share } });
        expect([one.ranking[0]!.option, marginOf(one, leader)]).toEqual([
          told.leader,
          expect.closeTo(told.margin, 7),
        ]);
      }
    }
    const fewer = (id: string) => ({ ...ruleSet, rules: ruleSet.rules.filter(rule => rule.id !== id) });
    for (const { id } of ruleSet.rules) {
      const one = await appraise(fewer(id), scenario);
      const told = rules.find(({ rule }) => rule === id);
      const margin = marginOf(one, leader);
      if (told)
        expect([one.ranking[0]!.option, margin]).toEqual([told.leader, expect.closeTo(told.margin, 7)]);
      else
        expect([one.ranking[0]!.option, margin]).toEqual([
          leader,
          expect.closeTo(marginOf(appraisal, leader), 7),
        ]);
    }
  }, 60);
}, 240_000);

interface Weighed {
  values: Map<string, Value>;
  mass: number;
  y: number;
}

/** Every situation that a scenario holds possible, its probability and the leader's margin. */
async function situations(
  ruleSet: RuleSet,
  scenario: Scenario,
  leader: string,
): Promise<Weighed[] | undefined> {
  let all = [{ values: new Map<string, Value>(), mass: 1 }];
  for (const { fact, masses } of beliefs(ruleSet, scenario).known) {
    const options = ruleSet.facts.get(fact)!.steps.flatMap((step, i) => {
      const value = 'value' in step ? step.value : (step.low + step.high) / 2;
      return masses[i]! > 0 ? [{ value, mass: masses[i]! }] : [];
    });
    all = all.flatMap(one =>
      options.map(({ value, mass }) => ({
        values: new Map(one.values).set(fact, value),
        mass: one.mass * mass,
      })),
    );
  }
  if (all.length > 60) return undefined;
  const found: Weighed[] = [];
  for (const { values, mass } of all) {
    const one = await appraisedWith(ruleSet, scenario, values);
    if (one) found.push({ values, mass, y: marginOf(one, leader) });
  }
  return found;
}

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const mean = (some: readonly Weighed[]) =>
  total(some.map(({ mass, y }) => mass * y)) / total(some.map(({ mass }) => mass));
const variance = (some: readonly Weighed[]) =>
  total(some.map(({ mass, y }) => mass * (y - mean(some)) ** 2)) / total(some.map(({ mass }) => mass));

function grouped(all: readonly Weighed[], key: (values: Map<string, Value>) => string): Weighed[][] {
  const groups = new Map<string, Weighed[]>();
  for (const one of all) groups.set(key(one.values), [...(groups.get(key(one.values)) ?? []), one]);
  return [...groups.values()];
}

it('indices are Var(E[Y|X]) and E[Var(Y|all but X)] over every situation, one by one, impossible ones left out', async () => {
  await random(async (ruleSet, scenario, appraisal) => {
    const { indices, noIndices, leader } = await sensitivity(ruleSet, scenario, appraisal);
    const all = await situations(ruleSet, scenario, leader);
    fc.pre(all !== undefined);
    if (indices === null) {
      expect(['impossible', 'no-variance']).toContain(noIndices!.why);
      expect(all!.length === 0 || variance(all!) < 1e-9).toBe(true);
      return;
    }
    const mass = total(all!.map(one => one.mass));
    expect([indices.mean, indices.variance]).toEqual([
      expect.closeTo(mean(all!), 7),
      expect.closeTo(variance(all!), 6),
    ]);
    for (const { fact, first, total: whole } of indices.facts) {
      const by = grouped(all!, values => String(values.get(fact)));
      const without = grouped(all!, values => JSON.stringify([...values].filter(([id]) => id !== fact)));
      const massOf = (some: Weighed[]) => total(some.map(one => one.mass)) / mass;
      const between = total(by.map(some => massOf(some) * (mean(some) - mean(all!)) ** 2));
      const within = total(without.map(some => massOf(some) * variance(some)));
      expect([first, whole]).toEqual([
        expect.closeTo(between / variance(all!), 6),
        expect.closeTo(within / variance(all!), 6),
      ]);
      if (!indices.coupled) expect(first).toBeLessThanOrEqual(whole + 1e-9);
    }
    if (!indices.coupled)
      expect(total(indices.facts.map(({ first }) => first))).toBeLessThanOrEqual(1 + 1e-9);
  }, 60);
}, 240_000);

it('estimated indices lie within four standard errors of the exact ones', async () => {
  await random(async (ruleSet, scenario, appraisal) => {
    const exact = (await sensitivity(ruleSet, scenario, appraisal)).indices;
    const drawn = (await sensitivity(ruleSet, scenario, appraisal, { exactUpTo: 0 })).indices;
    if (exact === null || drawn === null) {
      expect([exact, drawn]).toEqual([null, null]);
      return;
    }
    expect(drawn.coupled || !exact.coupled).toBe(true);
    expect([drawn.exact, drawn.draws]).toEqual([false, 16 * 4093]);
    for (const { fact, first, total } of exact.facts) {
      const other = drawn.facts.find(one => one.fact === fact)!;
      // Half of the interval is 2.131 standard errors wide.
      expect(Math.abs(other.first - first)).toBeLessThanOrEqual((4 / 2.131) * other.firstWithin! + 1e-2);
      expect(Math.abs(other.total - total)).toBeLessThanOrEqual((4 / 2.131) * other.totalWithin! + 1e-2);
    }
  }, 40);
}, 240_000);
