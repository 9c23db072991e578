import { blockEvaluator, type RowBits } from '../engine/block.js';
import { setColumn } from '../engine/columns.js';
import { indices, type Program } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import { type BlockCells, type BlockWeights, blockCells, cellWeigher } from '../mcda/block-cells.js';
import { blockGates } from '../mcda/block-gates.js';
import { type BlockScores, blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { type Belief, beliefs } from './belief.js';
import { type Drawing, drawnBlocks } from './draws.js';
import { groupsInPlay } from './in-play.js';
import { LATTICE_POINTS } from './lattice.js';
import { paceOf, type Watching } from './pace.js';
import { type RegionSpace, regionBlocks, regionSpace, type SituationBlock } from './regions.js';
import { type KnownWeights, weightDraw } from './weight-draws.js';

/** What may be asked of an analysis of all that a scenario holds possible. */
export interface SituationOptions extends Watching {
  /** Up to how many regions all are visited; a million unless it is said. */
  exactUpTo?: number;
  /** The seed of what is drawn past that; 1 unless it is said. */
  seed?: number;
  /** How many replicates of 4,093 draws; 16 unless it is said, at least 2. */
  replicates?: number;
}

/** What is taken as uncertain: facts unless it is said otherwise, weights and the strength of evidence if it is said. */
export interface Uncertainties {
  /** Whether facts that are not certain are; if not, each is as the point reading has it. */
  facts?: boolean;
  weights?: KnownWeights;
  /** How near weights are to the given ones, where they are near: see `weightDraw`. 50 unless it is said. */
  concentration?: number;
  /** Whether each rule's points may be off by the share that the rule set gives for the strength of its evidence. */
  evidence?: boolean;
}

/**
 * Why there is no answer: numbers that are unknown and have no prior; a scenario in which nothing is possible; or one in
 * which nothing that was drawn is.
 */
export type NoSituations = { withoutPrior: string[] } | { impossible: true } | { noneDrawn: number };

/** That nothing which was visited is possible: for certain where all was. */
export function nothingPossible({ draws }: Visited): NoSituations {
  return draws === null ? { impossible: true } : { noneDrawn: draws };
}

/** A block of situations with the scores of all options; those that are left out are marked as excluded. */
export interface ScoredBlock extends SituationBlock, BlockScores {}

/** A block of situations with the cells of all options, to be weighed in whatever ways. */
export interface UnweighedBlock extends SituationBlock {
  cells: BlockCells;
  excluded: readonly RowBits[];
}

/** How the situations were gone through, for a result to say. */
export interface Visited {
  exact: boolean;
  regions: number;
  draws: number | null;
  seed: number | null;
  /** Over how many replicates to average. */
  replicates: number;
}

/** All that a scenario holds possible, ready to be gone through as often as is wanted. */
export interface Situations {
  space: RegionSpace;
  known: readonly Belief[];
  visited: Visited;
  /** Blocks with scores, under the given weights or those that are drawn. */
  scored(): AsyncGenerator<ScoredBlock>;
  /** The same situations and strengths of evidence before any weights, in so many replicates: one where that is exact. */
  unweighed(): { replicates: number; blocks: AsyncGenerator<UnweighedBlock> };
}

/** Goes through what is uncertain: every region while only facts are and there are few, else draws in replicates. */
export function overSituations(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  appraisal: Appraisal,
  options: SituationOptions & Uncertainties,
): NoSituations | Situations {
  const { facts = true, exactUpTo = 1_000_000, seed = 1, replicates = 16 } = options;
  const roots = program.rules.map(({ node }) => node);
  const { known, withoutPrior } = neededBeliefs(program, ruleSet, scenario, roots);
  if (facts && withoutPrior.length > 0) return { withoutPrior };
  const space = facts ? regionSpace(program, ruleSet.facts, known, roots) : { axes: [], count: 1 };
  if (space.count === 0) return { impossible: true };
  const weights = new Map(Object.entries(appraisal.weights));
  const drawing: Drawing = {
    facts: facts ? { axes: space.axes } : { kept: keptSteps(program, ruleSet, scenario) },
    ...(drawsWeights(options) && {
      weights: weightDraw(options.weights, weights, options.concentration ?? 50),
    }),
    ...(options.evidence && { spreads: ruleSet.rules.map(({ evidence }) => ruleSet.evidence[evidence]) }),
    ...{ seed, replicates },
  };
  const isFew = (how: Drawing) => !how.weights && !how.spreads && (!facts || space.count <= exactUpTo);
  const every = (kept: Drawing['facts']) =>
    'kept' in kept ? pointBlock(program, kept.kept) : regionBlocks(program, space);
  const visited: Visited = isFew(drawing)
    ? { exact: true, regions: space.count, draws: null, seed: null, replicates: 1 }
    : { exact: false, regions: space.count, draws: replicates * LATTICE_POINTS, seed, replicates };
  const { weights: _, ...unweighed } = drawing;
  const blocks = (how: Drawing) =>
    paced(isFew(how) ? every(how.facts) : drawnBlocks(program, how), visited, options);
  return {
    space,
    known,
    visited,
    scored: () => scoredBlocks(program, scenario, weights, blocks(drawing)),
    unweighed: () => ({
      replicates: isFew(unweighed) ? 1 : replicates,
      blocks: unweighedBlocks(program, scenario, blocks(unweighed)),
    }),
  };
}

/** Facts in the space of which the scenario says nothing, and what was assumed of them. */
export function assumedIn({ known, space }: Situations): { fact: string; how: 'prior' | 'equal' }[] {
  const varies = new Set(space.axes.filter(({ steps }) => steps.length > 1).map(({ fact }) => fact));
  return known.flatMap(({ fact, assumed }) => (assumed && varies.has(fact) ? [{ fact, how: assumed }] : []));
}

/** What is believed of every stated fact; a number without a prior is only missed where some rule tells its values apart. */
function neededBeliefs(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  roots: readonly number[],
): ReturnType<typeof beliefs> {
  const { known, withoutPrior } = beliefs(ruleSet, scenario);
  if (withoutPrior.length === 0) return { known, withoutPrior };
  const groups = groupsInPlay(program, ruleSet.facts, [...roots, ...program.impossible]);
  const stated = program.facts.filter(({ derive }) => !derive);
  const isIdle = (id: string) => groups[stated.findIndex(fact => fact.id === id)]!.length === 1;
  const idle = stated.filter(({ id }) => withoutPrior.includes(id) && isIdle(id));
  const alike = idle.map(({ id, steps }) => ({
    fact: id,
    masses: Array.from({ length: steps }, () => 1 / steps),
  }));
  return {
    known: [...known, ...alike].sort((a, b) => byId(a.fact, b.fact)),
    withoutPrior: withoutPrior.filter(id => !isIdle(id)),
  };
}

/** The point reading as a block of one row. */
function* pointBlock(program: Program, kept: readonly (readonly number[])[]): Generator<SituationBlock> {
  const columns = kept.map((steps, i) => setColumn([steps], program.facts[i]!.steps));
  const truths = blockEvaluator(program)(columns, 0, 1);
  yield { truths, masses: Float64Array.of(1), rows: 1, replicate: 0, columns };
}

function drawsWeights(
  options: Uncertainties,
): options is Uncertainties & { weights: Exclude<KnownWeights, 'fixed'> } {
  return options.weights !== undefined && options.weights !== 'fixed';
}

/** The steps of each stated fact in the point reading. */
function keptSteps(program: Program, ruleSet: RuleSet, scenario: Scenario): number[][] {
  const { point } = statedReadings(ruleSet, scenario);
  return program.facts.flatMap(({ id, derive }) => (derive ? [] : [indices(point.get(id)!)]));
}

async function* paced(
  blocks: Iterable<SituationBlock>,
  { regions, draws }: Visited,
  watching: Watching,
): AsyncGenerator<SituationBlock> {
  const pace = paceOf(watching, draws ?? regions);
  let done = 0;
  for (const block of blocks) {
    yield block;
    done += block.rows;
    const pause = pace(done);
    if (pause) await pause;
  }
}

async function* scoredBlocks(
  program: Program,
  scenario: Scenario,
  given: Weights,
  blocks: AsyncIterable<SituationBlock>,
): AsyncGenerator<ScoredBlock> {
  const score = blockScorer(program, given);
  const cellsOf = blockCells(program);
  const gates = blockGates(program);
  const weigh = cellWeigher(program);
  const fixed: BlockWeights = [...given.values()];
  for await (const block of blocks) {
    const { truths, rows, weights, strengths } = block;
    const { scores, excluded } =
      weights || strengths
        ? {
            scores: weigh(cellsOf(truths, rows, strengths), weights ?? fixed, rows),
            excluded: gates(truths),
          }
        : score(truths, rows);
    yield { ...block, scores, excluded: leaveOut(program, scenario, excluded) };
  }
}

async function* unweighedBlocks(
  program: Program,
  scenario: Scenario,
  blocks: AsyncIterable<SituationBlock>,
): AsyncGenerator<UnweighedBlock> {
  const cellsOf = blockCells(program);
  const gates = blockGates(program);
  for await (const block of blocks) {
    const { truths, rows, strengths } = block;
    const excluded = leaveOut(program, scenario, gates(truths));
    yield { ...block, cells: cellsOf(truths, rows, strengths), excluded };
  }
}

/** Marks options that are left out as excluded everywhere. */
function leaveOut(
  program: Program,
  { leaveOut }: Scenario,
  excluded: readonly RowBits[],
): readonly RowBits[] {
  program.options.forEach((id, o) => {
    if (leaveOut.has(id)) excluded[o]!.fill(0xffffffff);
  });
  return excluded;
}
