import { type Program, programOf } from '../engine/program.js';
import { blockRanker } from '../mcda/block-scores.js';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import type { Robustness, RobustOption } from '../model/robustness.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { asProbability, mean, standardError } from './means.js';
import { type NoSituations, overSituations, type SituationOptions } from './over-situations.js';
import { addToTally, emptyTally, type Tally } from './tally.js';

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
  options: SituationOptions = {},
): Robustness | NoSituations {
  const program = programOf(ruleSet);
  const over = overSituations(program, ruleSet, scenario, appraisal, options);
  if (!('visit' in over)) return over;
  const { visited, visit, known, space } = over;
  const { replicates, ...how } = visited;
  const tallies = Array.from({ length: replicates }, () => emptyTally(program));
  const rank = blockRanker(program);
  const candidates = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  visit(block => {
    const { weights, rows, replicate } = block;
    addToTally(tallies[replicate]!, program, candidates, block, rank(block, rows), weights, rows);
  });
  if (tallies.some(({ mass }) => mass === 0)) return { impossible: true };
  const ranked = candidates
    .map(o => robustOption(program, ruleSet, o, tallies))
    .sort(
      (a, b) =>
        b.acceptability[0]! - a.acceptability[0]! || b.expected - a.expected || byId(a.option, b.option),
    );
  return {
    format: 'robustness/1',
    manifest: appraisal.manifest,
    perspective: appraisal.perspective,
    ...how,
    assumed: known.flatMap(({ fact, assumed }) =>
      assumed && space.axes.find(axis => axis.fact === fact)!.steps.length > 1
        ? [{ fact, how: assumed }]
        : [],
    ),
    leader: appraisal.ranking[0]!.option,
    expectedLeader: [...ranked].sort((a, b) => b.expected - a.expected || byId(a.option, b.option))[0]!
      .option,
    options: ranked,
    pairwise: pairwise(program, candidates, tallies),
  };
}

function robustOption(
  program: Program,
  ruleSet: RuleSet,
  o: number,
  tallies: readonly Tally[],
): RobustOption {
  const each = (of: (tally: Tally) => number) => tallies.map(tally => of(tally) / tally.mass);
  const chance = (of: (tally: Tally) => number) => asProbability(mean(each(of)));
  const ranks = program.options.map((_, rank) => (tally: Tally) => tally.ranks[o]![rank]!);
  const score = (tally: Tally) => tally.scores[o]!;
  const id = program.options[o]!;
  const error = standardError(each(score));
  return {
    option: id,
    title: ruleSet.options.get(id)!.title,
    baseline: o === program.baseline,
    acceptability: ranks.map(chance),
    excluded: chance(tally => tally.excluded[o]!),
    beatsBaseline: chance(tally => tally.beatsBaseline[o]!),
    expected: mean(each(score)),
    standardError:
      error === null ? null : { acceptability: ranks.map(of => standardError(each(of))!), expected: error },
  };
}

function pairwise(
  program: Program,
  candidates: readonly number[],
  tallies: readonly Tally[],
): Robustness['pairwise'] {
  const above = (a: number, b: number): number =>
    a < b ? asProbability(mean(tallies.map(tally => tally.above[a]![b]! / tally.mass))) : 1 - above(b, a);
  const row = (a: number) =>
    candidates.filter(b => b !== a).map(b => [program.options[b]!, above(a, b)] as const);
  return Object.fromEntries(candidates.map(a => [program.options[a]!, Object.fromEntries(row(a))]));
}
