import { type Program, programOf } from '../engine/program.js';
import { blockRanker } from '../mcda/block-scores.js';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import type { Over, Robustness, RobustOption } from '../model/robustness.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { type CentralWeights, centralWeights, confidenceFactors } from './central-weights.js';
import { tiedForFirst } from './contenders.js';
import { dominanceOverRegions } from './dominance-over-regions.js';
import { asScore, type Estimate, probability, ratio, total } from './means.js';
import {
  assumedIn,
  type NoSituations,
  nothingPossible,
  overSituations,
  type SituationOptions,
  type Uncertainties,
} from './over-situations.js';
import { quantilesOf } from './quantiles.js';
import { addToTally, emptyTally, type Tally } from './tally.js';

/**
 * How often each option takes each rank over all that is taken as uncertain, as rank acceptability, central weights and
 * confidence factors are defined by Lahdelma & Salminen (2001, SMAA-2, Operations Research 49(3); Tervonen & Lahdelma 2007,
 * European Journal of Operational Research 178(2), on how to compute them). Exact over regions where only facts are
 * uncertain and these are few, else estimated by randomly shifted lattices, in replicates, with standard errors. Facts are
 * taken as independent, given that the situation is possible.
 */
export async function robustness(
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: SituationOptions & Uncertainties = {},
): Promise<Robustness | NoSituations> {
  const program = programOf(ruleSet);
  const over = overSituations(program, ruleSet, scenario, appraisal, options);
  if (!('scored' in over)) return over;
  const { visited } = over;
  const { replicates, ...how } = visited;
  const tallies = Array.from({ length: replicates }, () => emptyTally(program));
  const rank = blockRanker(program);
  const candidates = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [] : [o]));
  for await (const block of over.scored())
    addToTally(tallies[block.replicate]!, candidates, block, rank(block, block.rows));
  if (total(tallies.map(({ mass }) => mass)) === 0) return nothingPossible(visited);

  const central = centralWeights(program, tallies);
  const confidence = await confidenceFactors(program, candidates, central, over);
  const ranked = candidates
    .map(o => robustOption(program, ruleSet, o, tallies, central[o]!, confidence[o]!))
    .sort(
      (a, b) =>
        b.acceptability[0]! - a.acceptability[0]! || b.expected - a.expected || byId(a.option, b.option),
    );
  return {
    format: 'robustness/1',
    manifest: appraisal.manifest,
    perspective: appraisal.perspective,
    over: overOf(options),
    ...how,
    assumed: assumedIn(over),
    leader: appraisal.ranking[0]!.option,
    tied: tiedForFirst(appraisal),
    expectedLeader: expectedLeader(ranked, appraisal.ranking[0]!.option),
    choices: {
      maximin: least(ranked, ({ worst }) => -worst),
      minimaxRegret: least(ranked, ({ maxRegret }) => maxRegret),
    },
    options: ranked,
    ...pairwise(program, candidates, tallies),
    // Where points are uncertain, what holds as they stand proves nothing.
    dominance: options.evidence
      ? []
      : await dominanceOverRegions(program, ruleSet, scenario, appraisal, options),
    criteria: appraisal.criteria,
  };
}

function overOf({
  facts = true,
  weights = 'fixed',
  concentration = 50,
  evidence = false,
}: Uncertainties): Over {
  return { facts, weights, concentration: weights === 'near' ? concentration : null, evidence };
}

/** The highest expected score: of several that are level today's leader if no gate excludes it, else doing nothing. */
function expectedLeader(options: readonly RobustOption[], leader: string): string {
  const highest = Math.max(...options.map(({ expected }) => expected));
  const level = options.filter(({ expected }) => highest - expected < 1e-9);
  const first =
    level.find(({ option, excluded }) => option === leader && excluded === 0) ??
    level.find(({ baseline }) => baseline);
  return first?.option ?? level.map(({ option }) => option).sort(byId)[0]!;
}

/** The options of which a figure is the least, within arithmetic, by id; none that is always excluded. */
function least(options: readonly RobustOption[], of: (option: RobustOption) => number): string[] {
  const open = options.filter(({ excluded }) => excluded < 1);
  const lowest = Math.min(...open.map(of));
  return open
    .filter(one => of(one) - lowest < 1e-9)
    .map(({ option }) => option)
    .sort(byId);
}

function robustOption(
  program: Program,
  ruleSet: RuleSet,
  o: number,
  tallies: readonly Tally[],
  central: CentralWeights,
  confidence: Estimate | null,
): RobustOption {
  const masses = tallies.map(({ mass }) => mass);
  const mean = (of: (tally: Tally) => number): Estimate => ratio(tallies.map(of), masses);
  const likely = (of: (tally: Tally) => number): Estimate => probability(tallies.map(of), masses);
  const ranks = program.options.map((_, rank) => likely(({ ranks }) => ranks[o]![rank]!));
  const excluded = likely(({ excluded }) => excluded[o]!);
  const beatsBaseline = likely(tally => tally.beatsBaseline[o]!);
  const expected = mean(({ scores }) => scores[o]!);
  const regret = mean(tally => tally.regret[o]!);
  const quantiles = quantilesOf(tallies.map(({ histograms }) => histograms[o]!));
  return {
    option: program.options[o]!,
    title: ruleSet.options.get(program.options[o]!)!.title,
    baseline: o === program.baseline,
    acceptability: ranks.map(({ value }) => value),
    excluded: excluded.value,
    beatsBaseline: beatsBaseline.value,
    expected: asScore(expected.value),
    quantiles: quantiles.value,
    worst: Math.min(...tallies.map(({ worst }) => worst[o]!)),
    expectedRegret: regret.value,
    maxRegret: Math.max(...tallies.map(({ maxRegret }) => maxRegret[o]!)),
    centralWeights: central && Object.fromEntries(central.map(({ criterion, value }) => [criterion, value])),
    confidence: confidence?.value ?? null,
    standardError:
      expected.error === null
        ? null
        : {
            acceptability: ranks.map(({ error }) => error!),
            excluded: excluded.error!,
            beatsBaseline: beatsBaseline.error!,
            expected: expected.error,
            quantiles: quantiles.error!,
            expectedRegret: regret.error!,
            centralWeights:
              central && Object.fromEntries(central.map(({ criterion, error }) => [criterion, error!])),
            confidence: confidence?.error ?? null,
          },
  };
}

function pairwise(
  program: Program,
  candidates: readonly number[],
  tallies: readonly Tally[],
): Pick<Robustness, 'pairwise' | 'pairwiseError'> {
  const masses = tallies.map(({ mass }) => mass);
  const above = (a: number, b: number): Estimate => {
    const [first, second] = a < b ? [a, b] : [b, a];
    const { value, error } = probability(
      tallies.map(tally => tally.above[first]![second]!),
      masses,
    );
    return { value: a < b ? value : 1 - value, error };
  };
  const table = (of: (estimate: Estimate) => number) =>
    Object.fromEntries(
      candidates.map(a => {
        const others = candidates.filter(b => b !== a);
        return [
          program.options[a]!,
          Object.fromEntries(others.map(b => [program.options[b]!, of(above(a, b))])),
        ];
      }),
    );
  return {
    pairwise: table(({ value }) => value),
    pairwiseError: tallies.length === 1 ? null : table(({ error }) => error!),
  };
}
