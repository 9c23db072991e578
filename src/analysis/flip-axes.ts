import { indices, type Program } from '../engine/program.js';
import type { Fact, Value } from '../model/fact.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario } from '../model/scenario.js';
import { beliefs } from './belief.js';
import { groupsInPlay } from './in-play.js';
import { witness } from './witness.js';

/** A stated fact, by its place in the program, and what a flip may make of it. */
export interface FlipAxis {
  place: number;
  fact: Fact;
  targets: readonly Target[];
}

/** Steps that nothing in play tells apart, to which a flip may move a fact, and the value that stands for them. */
export interface Target {
  step: number;
  value: Value;
  /** Whether the scenario holds it possible, so that the fact would only be settled. */
  settles: boolean;
  /** How likely that is; null where nothing says. */
  probability: number | null;
  /** How many groups of steps away it is: 0 inside what the scenario reads now, 1 between unordered values. */
  distance: number;
}

/** What a flip may do to each fact that matters: settle it on a possible value, or move it as its codebook allows. */
export function flipAxes(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  readings: Readings,
): FlipAxis[] {
  const { known } = beliefs(ruleSet, scenario);
  const roots = [...program.rules.map(({ node }) => node), ...program.impossible];
  const groups = groupsInPlay(program, ruleSet.facts, roots);
  const stated = program.facts.filter(({ derive }) => !derive);
  return stated.flatMap(({ id }, place) => {
    const fact = ruleSet.facts.get(id)!;
    const { statement } = scenario.facts.get(id)!;
    const seen: Seen = {
      now: indices(readings.point.get(id)!),
      possible: indices(readings.possible.get(id)!),
      masses: known.find(one => one.fact === id)?.masses,
      ...(statement.kind === 'between' && { bounds: statement }),
    };
    const targets = groups[place]!.flatMap(group => target(fact, group, groups[place]!, seen) ?? []);
    return targets.length > 0 ? [{ place, fact, targets }] : [];
  });
}

/** A fact as the scenario reads it: the steps of its best estimate, those that are possible, and how likely each is. */
interface Seen {
  now: readonly number[];
  possible: readonly number[];
  masses: readonly number[] | undefined;
  bounds?: { low: number; high: number };
}

function target(
  fact: Fact,
  group: readonly number[],
  groups: readonly (readonly number[])[],
  { now, possible, masses, bounds }: Seen,
): Target | undefined {
  if (now.every(step => group.includes(step))) return undefined;
  const open = group.filter(step => possible.includes(step));
  const settles = open.length > 0;
  if (!settles && !mayMove(fact, group, now)) return undefined;
  const steps = settles ? open : group;
  const near = now.length === 1 ? now[0]! : neutralStep(fact);
  const value = witness(fact, steps, near, settles ? bounds : undefined);
  const probability = masses ? group.reduce((sum, step) => sum + masses[step]!, 0) : null;
  return { step: steps[0]!, value, settles, probability, distance: distanceOf(fact, group, groups, now) };
}

/** Whether the codebook lets a flip move the fact there: anywhere, only up or down from where it is, or nowhere. */
function mayMove({ change }: Fact, group: readonly number[], now: readonly number[]): boolean {
  if (change === 'up') return group[0]! > now.at(-1)!;
  if (change === 'down') return group.at(-1)! < now[0]!;
  return change === 'any';
}

function distanceOf(
  fact: Fact,
  group: readonly number[],
  groups: readonly (readonly number[])[],
  now: readonly number[],
): number {
  if (group.some(step => now.includes(step))) return 0;
  if (fact.domain.kind === 'values') return 1;
  const at = groups.indexOf(group);
  const here = groups.flatMap((one, i) => (one.some(step => now.includes(step)) ? [i] : []));
  return Math.min(...here.map(i => Math.abs(i - at)));
}

/** The step of the neutral value. */
export function neutralStep({ steps, neutral }: Fact): number {
  const at = steps.findIndex(step =>
    'value' in step ? step.value === neutral : step.low <= Number(neutral) && Number(neutral) <= step.high,
  );
  return Math.max(0, at);
}
