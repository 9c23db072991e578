import type { Program, ProgramRule } from '../engine/program.js';
import { rank } from '../mcda/rank.js';
import type { Weights } from '../mcda/weights.js';
import { round9 } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { RuleWithout } from '../model/sensitivity.js';

/** What the ranking is without each rule that fires: those without which another option leads first, then by the margin. */
export function rulesWithout(
  program: Program,
  { rules }: RuleSet,
  weights: Weights,
  fires: readonly boolean[],
  leader: string,
  candidates: readonly number[],
): RuleWithout[] {
  const firing = program.rules.filter((_, r) => fires[r]);
  const now = standing(program, firing, weights, leader, candidates).margin;
  const turns = (one: RuleWithout) => Number(one.leader !== leader);
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return firing
    .map(({ id }) => {
      const rest = firing.filter(other => other.id !== id);
      const without = standing(program, rest, weights, leader, candidates);
      return { rule: id, title: titles.get(id)!, ...without, change: round9(without.margin - now) };
    })
    .filter(({ change, leader: other }) => change !== 0 || other !== leader)
    .sort((a, b) => turns(b) - turns(a) || Math.abs(b.change) - Math.abs(a.change));
}

/** Who leads where just these rules fire, and the margin of an option then, excluded ones scoring 0. */
function standing(
  { options, criteria }: Program,
  firing: readonly ProgramRule[],
  weights: Weights,
  leader: string,
  candidates: readonly number[],
): { leader: string; margin: number } {
  const sums = new Map<number, number>();
  for (const { cell, points } of firing.flatMap(({ adds }) => adds))
    sums.set(cell, (sums.get(cell) ?? 0) + points);
  const out = new Set(firing.flatMap(({ gates }) => gates));
  const cell = (o: number, c: number) =>
    Math.max(-100, Math.min(100, sums.get(o * criteria.length + c) ?? 0));
  const score = (o: number) =>
    round9(criteria.reduce((sum, id, c) => sum + weights.get(id)! * cell(o, c), 0));
  const scores = new Map(candidates.map(o => [options[o]!, out.has(o) ? 0 : score(o)]));
  const others = [...scores].filter(([id]) => id !== leader).map(([, x]) => x);
  const [first] = rank(new Map([...scores].filter(([id]) => !out.has(options.indexOf(id)))));
  return {
    leader: first!.option,
    margin: round9(scores.get(leader)! - (others.length > 0 ? Math.max(...others) : 0)),
  };
}
