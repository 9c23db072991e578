import { type Program, programOf } from '../engine/program.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Fact } from '../model/fact.js';
import type { FactValue, Information } from '../model/information.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { asProbability, mean, standardError } from './means.js';
import { type NoSituations, overSituations, type SituationOptions } from './over-situations.js';
import type { Axis } from './regions.js';

/**
 * What it is worth to know each fact that is not certain: the expected value of partial perfect information, which is the
 * expected score of the option that is best given the fact, less that of the option that is best without it (Howard 1966,
 * IEEE Transactions on Systems Science and Cybernetics 2(1); recalled). An excluded option counts as 0. An estimate from
 * draws leans upwards by about its standard error where options are close.
 */
export function information(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: SituationOptions = {},
): Information | NoSituations {
  const program = programOf(ruleSet);
  const over = overSituations(program, ruleSet, scenario, appraisal, options);
  if (!('visit' in over)) return over;
  const { visited, visit, space } = over;
  const { replicates, ...how } = visited;
  const axes = space.axes.flatMap((axis, at) => (axis.steps.length > 1 ? [{ axis, at }] : []));
  const sums = Array.from({ length: replicates }, () =>
    emptySums(
      program,
      axes.map(({ axis }) => axis),
    ),
  );
  const candidates = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  const score = new Float64Array(program.options.length);
  visit(({ scores, excluded, weights, rows, columns, replicate }) => {
    const sum = sums[replicate]!;
    const steps = axes.map(({ axis, at }) => ({ column: columns[at]!, groupOf: groupOf(axis) }));
    for (let row = 0; row < rows; row += 1) {
      const weight = weights[row]!;
      if (weight === 0) continue;
      let best = 0;
      for (const o of candidates) {
        score[o] = (excluded[o]![row >> 5]! >>> (row & 31)) & 1 ? 0 : weight * scores[o]![row]!;
        best = Math.max(best, score[o]!);
        sum.scores[o]! += score[o]!;
      }
      sum.mass += weight;
      sum.best += best;
      for (let i = 0; i < steps.length; i += 1) {
        const group = steps[i]!.groupOf[steps[i]!.column[row]!]!;
        const given = sum.axes[i]!;
        given.masses[group]! += weight;
        const at = given.scores[group]!;
        for (const o of candidates) at[o]! += score[o]!;
      }
    }
  });
  if (sums.some(({ mass }) => mass === 0)) return { impossible: true };
  const leader = highest(
    totals(sums, sum => sum.scores),
    candidates,
  );
  const totalOf = sums.map(sum => (sum.best - Math.max(...candidates.map(o => sum.scores[o]!))) / sum.mass);
  return {
    format: 'information/1',
    manifest: appraisal.manifest,
    perspective: appraisal.perspective,
    ...how,
    expectedLeader: program.options[leader]!,
    expected: mean(sums.map(sum => sum.scores[leader]! / sum.mass)),
    total: Math.max(0, mean(totalOf)),
    totalError: standardError(totalOf),
    facts: axes
      .map(({ axis }, i) =>
        factValue(ruleSet.facts.get(axis.fact)!, axis, i, sums, candidates, leader, program),
      )
      .sort((a, b) => b.value - a.value || b.changesLeader - a.changesLeader || (a.fact < b.fact ? -1 : 1)),
    options: appraisal.options,
  };
}

/** Weighted sums of the scores of all options: in all, and given each group of each fact. */
interface Sums {
  mass: number;
  best: number;
  scores: Float64Array;
  axes: { masses: Float64Array; scores: Float64Array[] }[];
}

function emptySums({ options }: Program, axes: readonly Axis[]): Sums {
  return {
    mass: 0,
    best: 0,
    scores: new Float64Array(options.length),
    axes: axes.map(({ steps }) => ({
      masses: new Float64Array(steps.length),
      scores: steps.map(() => new Float64Array(options.length)),
    })),
  };
}

/** For each step that stands for a group, the place of the group. */
function groupOf({ steps }: Axis): Uint16Array {
  const groups = new Uint16Array(Math.max(...steps) + 1);
  steps.forEach((step, group) => {
    groups[step] = group;
  });
  return groups;
}

function factValue(
  fact: Fact,
  { groups }: Axis,
  i: number,
  sums: readonly Sums[],
  candidates: readonly number[],
  leader: number,
  { options }: Program,
): FactValue {
  const top = (scores: Float64Array) => Math.max(...candidates.map(o => scores[o]!));
  const values = sums.map(
    ({ axes, scores, mass }) =>
      (axes[i]!.scores.reduce((sum, given) => sum + top(given), 0) - top(scores)) / mass,
  );
  const answers = groups.map((steps, group) => ({
    is: sayGroup(fact, steps),
    probability: asProbability(mean(sums.map(({ axes, mass }) => axes[i]!.masses[group]! / mass))),
    leader:
      options[
        highest(
          totals(sums, sum => sum.axes[i]!.scores[group]!),
          candidates,
          leader,
        )
      ]!,
  }));
  const error = standardError(values);
  return {
    fact: fact.id,
    title: fact.title,
    value: Math.max(0, mean(values)),
    exact: error === null,
    standardError: error,
    changesLeader: asProbability(
      answers
        .filter(one => one.leader !== options[leader])
        .reduce((sum, { probability }) => sum + probability, 0),
    ),
    answers,
  };
}

function totals(sums: readonly Sums[], of: (sum: Sums) => Float64Array): Float64Array {
  return sums.map(of).reduce((a, b) => a.map((x, o) => x + b[o]!));
}

/** The option with the highest sum: at a tie the one preferred, else the first by id. */
function highest(scores: Float64Array, candidates: readonly number[], preferred = -1): number {
  const top = Math.max(...candidates.map(o => scores[o]!));
  const level = candidates.filter(o => top - scores[o]! <= 1e-9 * Math.max(1, Math.abs(top)));
  return level.includes(preferred) ? preferred : level[0]!;
}

/** Steps of a fact in words: `low or high`, `0.2 to 0.5`. */
function sayGroup(fact: Fact, steps: readonly number[]): string {
  const of = steps.map(step => fact.steps[step]!);
  const words = of.flatMap(step => ('value' in step ? [String(step.value)] : []));
  if (words.length > 0) return words.join(' or ');
  const [first, last] = [of[0]!, of.at(-1)!] as [{ low: number }, { high: number }];
  return first.low === last.high ? String(first.low) : `${first.low} to ${last.high}`;
}
