import { regionSpace } from '../analysis/regions.js';
import { witness } from '../analysis/witness.js';
import type { Program } from '../engine/program.js';
import type { Fact, Value } from '../model/fact.js';
import { byId } from '../model/order.js';
import { membersOf, stepOf } from '../model/steps.js';

/** The groups of steps of one fact that nothing in play tells apart, seen from its neutral value. */
export interface Groups {
  fact: string;
  /** One step of each group, and the value that stands for it. */
  steps: readonly number[];
  values: readonly Value[];
  /** How far each is from the neutral one, in groups; 0 for that itself, 1 for any other of unordered values. */
  distances: readonly number[];
  /** All groups, the nearest first, the lower at a tie. */
  order: readonly number[];
  /** The nearest of a set of groups, given as bits. */
  cheapest(bits: number): number;
}

/** How far a situation is from the neutral one: in facts, then in steps, then by the ids of the facts. */
export interface Cost {
  facts: number;
  steps: number;
  ids: readonly string[];
}

/** Whether one situation is nearer to the neutral one than another. */
export function isLess(a: Cost, b: Cost): boolean {
  return (a.facts - b.facts || a.steps - b.steps || byId(a.ids.join(' '), b.ids.join(' '))) < 0;
}

/**
 * The groups of each stated fact of a program that its rules, impossible conditions and these roots tell apart, without those
 * that are impossible whatever else is so. Those of the facts in `apart` have one step each.
 */
export function groupsOf(
  program: Program,
  facts: ReadonlyMap<string, Fact>,
  roots: readonly number[],
  apart: ReadonlySet<string> = new Set(),
): Groups[] {
  const alike = program.facts.flatMap(({ id, steps, derive }) =>
    derive ? [] : [{ fact: id, masses: Array.from({ length: steps }, () => 1) }],
  );
  const { axes } = regionSpace(program, facts, alike, roots);
  return axes.map(({ fact: id, groups }) =>
    groupsFrom(facts.get(id)!, apart.has(id) ? groups.flat().map(step => [step]) : groups),
  );
}

function groupsFrom(fact: Fact, groups: readonly (readonly number[])[]): Groups {
  const [neutral] = membersOf(fact.steps, stepOf(fact.steps, fact.neutral));
  const at = fact.steps.indexOf(neutral!);
  const home = groups.findIndex(steps => steps.includes(at));
  const isOrdered = fact.domain.kind !== 'values';
  const away = (group: number) => (group === home ? 0 : isOrdered && home >= 0 ? Math.abs(group - home) : 1);
  const distances = groups.map((_, group) => away(group));
  const order = groups.map((_, group) => group).sort((a, b) => distances[a]! - distances[b]! || a - b);
  return {
    fact: fact.id,
    steps: groups.map(([first]) => first!),
    values: groups.map((steps, group) => (group === home ? fact.neutral : witness(fact, steps, at))),
    distances,
    order,
    cheapest: bits => order.find(group => (bits >>> group) & 1)!,
  };
}
