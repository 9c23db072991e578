import { type Program, programOf } from '../engine/program.js';
import { blockRanker, blockScorer } from '../mcda/block-scores.js';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import type { Robustness, RobustOption } from '../model/robustness.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { beliefs } from './belief.js';
import { LATTICE_POINTS } from './lattice.js';
import { regionSpace, visitRegions } from './regions.js';
import { drawSituations } from './situations.js';
import { addToTally, emptyTally, type Tally } from './tally.js';

/** What may be asked of an analysis of robustness. */
export interface RobustnessOptions {
  /** Up to how many regions all are visited; a million unless it is said. */
  exactUpTo?: number;
  /** The seed of what is drawn past that; 1 unless it is said. */
  seed?: number;
  /** How many replicates of 4,093 draws; 16 unless it is said, at least 2. */
  replicates?: number;
}

/** Why there is no answer: numbers that are unknown and have no prior, or a scenario that cannot be. */
export type NoRobustness = { withoutPrior: string[] } | { impossible: true };

/**
 * How often each option takes each rank over all that the scenario holds possible, as rank acceptability is defined by
 * Lahdelma & Salminen (2001, SMAA-2, Operations Research 49(3)), with facts as the uncertain part: exact over regions
 * while these are few, else estimated by a randomly shifted lattice, in replicates, with standard errors. Facts are taken
 * as independent, given that the situation is possible.
 */
export function robustness(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  { exactUpTo = 1_000_000, seed = 1, replicates = 16 }: RobustnessOptions = {},
): Robustness | NoRobustness {
  const { known, withoutPrior } = beliefs(ruleSet, scenario);
  const program = programOf(ruleSet);
  const roots = program.rules.map(({ node }) => node);
  if (withoutPrior.length > 0) return { withoutPrior };
  const space = regionSpace(program, ruleSet.facts, known, roots);
  const exact = space.count <= exactUpTo;
  const tallies = Array.from({ length: exact ? 1 : replicates }, () => emptyTally(program));
  const add = adder(program, appraisal, scenario);
  if (exact)
    visitRegions(program, space, ({ truths, masses, rows }) => add(tallies[0]!, truths, masses, rows));
  else {
    drawSituations(program, space, seed, replicates, ({ truths, possible, rows, replicate }) =>
      add(tallies[replicate]!, truths, possible, rows),
    );
  }
  if (tallies.some(({ mass }) => mass === 0)) return { impossible: true };
  const options = program.options
    .flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [robustOption(program, ruleSet, o, tallies)]))
    .sort(
      (a, b) =>
        b.acceptability[0]! - a.acceptability[0]! || b.expected - a.expected || byId(a.option, b.option),
    );
  return {
    format: 'robustness/1',
    manifest: appraisal.manifest,
    perspective: appraisal.perspective,
    exact,
    regions: space.count,
    draws: exact ? null : tallies.length * LATTICE_POINTS,
    seed: exact ? null : seed,
    assumed: known.flatMap(({ fact, assumed }) =>
      assumed && space.axes.find(axis => axis.fact === fact)!.steps.length > 1
        ? [{ fact, how: assumed }]
        : [],
    ),
    leader: appraisal.ranking[0]!.option,
    expectedLeader: [...options].sort((a, b) => b.expected - a.expected || byId(a.option, b.option))[0]!
      .option,
    options,
    pairwise: pairwise(program, options, tallies),
  };
}

/** Scores and ranks a block and adds it to a tally; options that are left out are nowhere. */
function adder(program: Program, { weights }: Appraisal, { leaveOut }: Scenario) {
  const score = blockScorer(program, new Map(Object.entries(weights)));
  const rank = blockRanker(program);
  const candidates = program.options.flatMap((id, o) => (leaveOut.has(id) ? [] : [o]));
  const gone = program.options.flatMap((id, o) => (leaveOut.has(id) ? [o] : []));
  return (tally: Tally, truths: Parameters<typeof score>[0], masses: Float64Array, rows: number): void => {
    const scored = score(truths, rows);
    for (const o of gone) scored.excluded[o]!.fill(0xffffffff);
    addToTally(tally, program, candidates, scored, rank(scored, rows), masses, rows);
  };
}

function robustOption(
  program: Program,
  ruleSet: RuleSet,
  o: number,
  tallies: readonly Tally[],
): RobustOption {
  const over = (of: (tally: Tally) => number) => mean(tallies.map(tally => of(tally) / tally.mass));
  const chance = (of: (tally: Tally) => number) => asProbability(over(of));
  const error = (of: (tally: Tally) => number) => standardError(tallies.map(tally => of(tally) / tally.mass));
  const ranks = program.options.map((_, rank) => (tally: Tally) => tally.ranks[o]![rank]!);
  const id = program.options[o]!;
  return {
    option: id,
    title: ruleSet.options.get(id)!.title,
    baseline: o === program.baseline,
    acceptability: ranks.map(chance),
    excluded: chance(tally => tally.excluded[o]!),
    beatsBaseline: chance(tally => tally.beatsBaseline[o]!),
    expected: over(tally => tally.scores[o]!),
    standardError:
      tallies.length === 1
        ? null
        : { acceptability: ranks.map(error), expected: error(tally => tally.scores[o]!) },
  };
}

function pairwise(
  program: Program,
  options: readonly RobustOption[],
  tallies: readonly Tally[],
): Robustness['pairwise'] {
  const places = options.map(({ option }) => program.options.indexOf(option));
  const above = (a: number, b: number): number =>
    a < b ? asProbability(mean(tallies.map(tally => tally.above[a]![b]! / tally.mass))) : 1 - above(b, a);
  const row = (a: number) =>
    places.filter(b => b !== a).map(b => [program.options[b]!, above(a, b)] as const);
  return Object.fromEntries(places.map(a => [program.options[a]!, Object.fromEntries(row(a))]));
}

/** What a sum of many small numbers leaves above 1 is no probability. */
function asProbability(x: number): number {
  return Math.min(1, Math.max(0, x));
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Of the mean of independent replicates. */
function standardError(values: readonly number[]): number {
  const m = mean(values);
  const variance = values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}
