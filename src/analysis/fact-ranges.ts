import { BLOCK, blockEvaluator } from '../engine/block.js';
import { indices, type Program } from '../engine/program.js';
import { type BlockScores, blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import type { Appraisal } from '../model/appraisal.js';
import type { Fact, Value } from '../model/fact.js';
import { round9 } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Readings, Scenario } from '../model/scenario.js';
import type { Extreme, FactRange, Range } from '../model/sensitivity.js';
import { neutralStep } from './flip-axes.js';
import { groupsInPlay } from './in-play.js';
import { leaderAt, marginAt } from './margins.js';
import { impossibleAfter, movedColumns } from './moved.js';
import { witness } from './witness.js';

/** One fact at one of its groups of steps. */
interface Trial {
  fact: Fact;
  value: Value;
  isPossible: boolean;
  move: { axis: { place: number }; target: { step: number } }[];
}

/**
 * How far the leader's margin moves with one fact at a time, all others as the point reading has them: over what is possible
 * and over the whole codebook. Facts that no rule in play distinguishes are left out, as are impossible situations.
 */
export function factRanges(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  readings: Readings,
  appraisal: Appraisal,
  candidates: readonly number[],
): FactRange[] {
  const trials = trialsOf(program, ruleSet, scenario, readings);
  const leader = program.options.indexOf(appraisal.ranking[0]!.option);
  const found = new Map<Trial, Extreme>();
  forEachRow(program, new Map(Object.entries(appraisal.weights)), readings, trials, (trial, block, row) => {
    const margin = round9(marginAt(block, leader, candidates, row));
    found.set(trial, { margin, value: trial.value, leader: leaderAt(program, block, candidates, row) });
  });
  const facts = [...new Set(trials.map(({ fact }) => fact))];
  return facts
    .flatMap(fact => {
      const own = trials.filter(trial => trial.fact === fact && found.has(trial));
      const range = rangeOf(own.map(trial => found.get(trial)!));
      if (!range) return [];
      const possible = own.filter(({ isPossible }) => isPossible).map(trial => found.get(trial)!);
      return [
        {
          fact: fact.id,
          title: fact.title,
          now: appraisal.facts.find(one => one.fact === fact.id)!.point,
          possible: possible.length > 1 ? rangeOf(possible)! : null,
          codebook: range,
        },
      ];
    })
    .sort((a, b) => width(b.codebook) - width(a.codebook));
}

function width({ low, high }: Range): number {
  return high.margin - low.margin;
}

/** The lowest and the highest, the first of several; undefined of none. */
function rangeOf(extremes: readonly Extreme[]): Range | undefined {
  const [first] = extremes;
  if (!first) return undefined;
  const pick = (isBetter: (a: number, b: number) => boolean) =>
    extremes.reduce((best, one) => (isBetter(one.margin, best.margin) ? one : best), first);
  return { low: pick((a, b) => a < b), high: pick((a, b) => a > b) };
}

/** Every stated fact that matters at each of its groups of steps. */
function trialsOf(program: Program, ruleSet: RuleSet, scenario: Scenario, readings: Readings): Trial[] {
  const roots = [...program.rules.map(({ node }) => node), ...program.impossible];
  const groups = groupsInPlay(program, ruleSet.facts, roots);
  const stated = program.facts.filter(({ derive }) => !derive);
  return stated.flatMap(({ id }, place) => {
    const fact = ruleSet.facts.get(id)!;
    if (groups[place]!.length < 2) return [];
    const { statement } = scenario.facts.get(id)!;
    const possible = indices(readings.possible.get(id)!);
    const point = indices(readings.point.get(id)!);
    const near = point.length === 1 ? point[0]! : neutralStep(fact);
    return groups[place]!.map(group => {
      const open = group.filter(step => possible.includes(step));
      const isPossible = open.length > 0;
      const bounds = isPossible && statement.kind === 'between' ? statement : undefined;
      const value = witness(fact, isPossible ? open : group, near, bounds);
      return { fact, value, isPossible, move: [{ axis: { place }, target: { step: group[0]! } }] };
    });
  });
}

/** Evaluates the trials that are possible, block by block. */
function forEachRow(
  program: Program,
  weights: Weights,
  { point, possible }: Readings,
  trials: readonly Trial[],
  see: (trial: Trial, block: BlockScores, row: number) => void,
): void {
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const columns = movedColumns(program, point);
  const ruledOut = impossibleAfter<Trial['move']>(program, possible);
  for (let from = 0; from < trials.length; from += BLOCK) {
    const here = trials.slice(from, from + BLOCK);
    const moves = here.map(({ move }) => move);
    const gone = ruledOut(moves);
    const block = score(evaluate(columns(moves), 0, here.length), here.length);
    here.forEach((trial, row) => {
      if (!gone.has(trial.move)) see(trial, block, row);
    });
  }
}
