import type { RowBits } from '../engine/block.js';
import { focusOn } from '../engine/focus.js';
import { indices, type Program } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import { type BlockCells, blockCells } from '../mcda/block-cells.js';
import { blockGates } from '../mcda/block-gates.js';
import type { Appraisal } from '../model/appraisal.js';
import { byId } from '../model/order.js';
import type { RobustDominance } from '../model/robustness.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { Belief } from './belief.js';
import { drawnBlocks } from './draws.js';
import { isSet } from './moved.js';
import { paceOf, type Watching } from './pace.js';
import { type RegionSpace, regionBlocks, regionSpace, type SituationBlock } from './regions.js';

/** How many regions are visited at most, of one pair and of all together. Refuting a pair seldom takes more than a few. */
const LIMITS = { each: 200_000, all: 1_000_000 };

/** Two options of which one dominates the other on the best estimates, with the rules and the regions of these two alone. */
interface Pair {
  over: string;
  under: string;
  program: Program;
  space: RegionSpace;
}

/**
 * The pairs of ranked options of which one dominates the other in every situation that the scenario holds possible: it is
 * never excluded, and wherever the other is not excluded either, at least as good on every criterion and better on one. Also
 * those of which that holds on the best estimates only, and those of which it stays open. Most pairs are refuted by situations
 * drawn at random; the rest is exact over the regions of the facts that the rules of the two read, and null where these are
 * too many to visit and none that was refutes it. Pairs of few regions go first, and each takes from `limits.all` only what
 * it visits. Weights and probabilities play no part. Ends with the reason of the signal when that is given.
 */
export async function dominanceOverRegions(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  { dominance, ranking }: Appraisal,
  { signal }: Pick<Watching, 'signal'> = {},
  limits = LIMITS,
): Promise<RobustDominance[]> {
  signal?.throwIfAborted();
  const possible = possibleFacts(program, ruleSet, scenario);
  const onEstimates = new Map(dominance.map(one => [keyOf(one), one.certainty]));
  const pairs = ranking
    .flatMap(({ option: over }) => ranking.map(({ option: under }) => ({ over, under })))
    .filter(({ over, under }) => over !== under)
    .sort((a, b) => byId(a.over, b.over) || byId(a.under, b.under));
  const open = unrefuted(
    program,
    regionSpace(program, ruleSet.facts, possible, allRoots(program)),
    pairs.filter(pair => onEstimates.get(keyOf(pair)) !== 'certain'),
  );
  const found = new Map<string, boolean | null>();
  const pace = paceOf({ ...(signal && { signal }) }, limits.all);
  let left = limits.all;
  for (const pair of byRegions(program, ruleSet, possible, open)) {
    const { everywhere, visited } = await search(pair, Math.min(left, limits.each), pace);
    left -= visited;
    found.set(keyOf(pair), everywhere);
  }
  return pairs.flatMap(pair => {
    const key = keyOf(pair);
    const everywhere = onEstimates.get(key) === 'certain' || (found.has(key) ? found.get(key)! : false);
    return everywhere !== false || onEstimates.has(key) ? [{ ...pair, everywhere }] : [];
  });
}

type Options = Pick<RobustDominance, 'over' | 'under'>;

function keyOf({ over, under }: Options): string {
  return `${over} ${under}`;
}

/** The pairs that no situation out of some thousand that are drawn refutes. */
function unrefuted(program: Program, space: RegionSpace, pairs: readonly Options[]): readonly Options[] {
  if (space.count === 0) return pairs;
  let open = pairs.map(pair => ({ pair, isRefuted: refuter(program, pair) }));
  const cellsOf = blockCells(program);
  const gates = blockGates(program);
  for (const block of drawnBlocks(program, { facts: { axes: space.axes }, seed: 1, replicates: 1 })) {
    const told = { ...block, cells: cellsOf(block.truths, block.rows), excluded: gates(block.truths) };
    open = open.filter(({ isRefuted }) => !isRefuted(told));
  }
  return open.map(({ pair }) => pair);
}

/** Each pair with the rules and regions of its own, those of the fewest regions first. */
function byRegions(
  program: Program,
  ruleSet: RuleSet,
  possible: readonly Belief[],
  pairs: readonly Options[],
): Pair[] {
  return pairs
    .map(({ over, under }) => {
      const pair = focusOn(program, new Set([over, under, ruleSet.baseline]));
      const space = regionSpace(pair, ruleSet.facts, possible, allRoots(pair));
      return { over, under, program: pair, space };
    })
    .sort((a, b) => a.space.count - b.space.count);
}

function allRoots({ rules }: Program): number[] {
  return rules.map(({ node }) => node);
}

/** Every possible step of each stated fact, all alike: only whether they are possible matters. */
function possibleFacts(program: Program, ruleSet: RuleSet, scenario: Scenario): Belief[] {
  const { possible } = statedReadings(ruleSet, scenario);
  return program.facts.flatMap(({ id, steps, derive }) => {
    if (derive) return [];
    const open = new Set(indices(possible.get(id)!));
    return [{ fact: id, masses: Array.from({ length: steps }, (_, step) => Number(open.has(step))) }];
  });
}

/** Visits regions until one refutes that the first of the pair dominates, there are no more, or `most` are visited. */
async function search(
  { program, space, over, under }: Pair,
  most: number,
  pace: ReturnType<typeof paceOf>,
): Promise<{ everywhere: boolean | null; visited: number }> {
  if (most <= 0) return { everywhere: null, visited: 0 };
  const isRefuted = refuter(program, { over, under });
  const cellsOf = blockCells(program);
  const gates = blockGates(program);
  let visited = 0;
  for (const block of regionBlocks(program, space)) {
    visited += block.rows;
    await pace(visited);
    const told = { ...block, cells: cellsOf(block.truths, block.rows), excluded: gates(block.truths) };
    if (isRefuted(told)) return { everywhere: false, visited };
    if (visited >= most) break;
  }
  return { everywhere: visited >= space.count ? true : null, visited };
}

/** Situations with the cells and the exclusion of every option. */
type JudgedBlock = SituationBlock & { cells: BlockCells; excluded: readonly RowBits[] };

/** Whether some possible situation of a block has the first option excluded, or the second ranked and not dominated. */
function refuter({ options }: Program, { over, under }: Options): (block: JudgedBlock) => boolean {
  const [a, b] = [options.indexOf(over), options.indexOf(under)];
  return ({ masses, rows, cells, excluded }) => {
    for (let row = 0; row < rows; row += 1) {
      if (masses[row] === 0) continue;
      if (isSet(excluded[a]!, row)) return true;
      if (!isSet(excluded[b]!, row) && !dominatesAt(cells, a, b, row)) return true;
    }
    return false;
  };
}

function dominatesAt(cells: BlockCells, a: number, b: number, row: number): boolean {
  let better = false;
  for (let c = 0; c < cells[a]!.length; c += 1) {
    const difference = (cells[a]![c]?.[row] ?? 0) - (cells[b]![c]?.[row] ?? 0);
    if (difference < 0) return false;
    if (difference > 0) better = true;
  }
  return better;
}
