import { focusOn } from '../engine/focus.js';
import { indices, type Program } from '../engine/program.js';
import { statedReadings } from '../engine/settle.js';
import { type BlockCells, blockCells } from '../mcda/block-cells.js';
import { blockGates } from '../mcda/block-gates.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RobustDominance } from '../model/robustness.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import type { Belief } from './belief.js';
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
 * For each pair of options of which one dominates the other on the best estimates, whether it does in every situation that
 * the scenario holds possible: it is never excluded, and wherever the other is not excluded either, at least as good on every
 * criterion and better on one. Exact over the regions of the facts that the rules of these two read; null where there are too
 * many to visit and none that was refutes it. Pairs of few regions go first, and each takes from `limits.all` only what it
 * visits. Weights and probabilities play no part. Ends with the reason of the signal when that is given.
 */
export async function dominanceOverRegions(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  { dominance }: Appraisal,
  { signal }: Pick<Watching, 'signal'> = {},
  limits = LIMITS,
): Promise<RobustDominance[]> {
  const found = new Map<string, boolean | null>();
  const pace = paceOf({ ...(signal && { signal }) }, limits.all);
  let left = limits.all;
  for (const pair of openPairs(program, ruleSet, scenario, dominance)) {
    const { everywhere, visited } = await search(pair, Math.min(left, limits.each), pace);
    left -= visited;
    found.set(keyOf(pair), everywhere);
  }
  return dominance.map(({ over, under, certainty }) => ({
    ...{ over, under },
    everywhere: certainty === 'certain' ? true : found.get(keyOf({ over, under }))!,
  }));
}

function keyOf({ over, under }: { over: string; under: string }): string {
  return `${over} ${under}`;
}

/** The pairs that their ranges do not settle, those of the fewest regions first. */
function openPairs(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  dominance: Appraisal['dominance'],
): Pair[] {
  const possible = possibleFacts(program, ruleSet, scenario);
  return dominance
    .filter(({ certainty }) => certainty === 'possible')
    .map(({ over, under }) => {
      const pair = focusOn(program, new Set([over, under, ruleSet.baseline]));
      const roots = pair.rules.map(({ node }) => node);
      return { over, under, program: pair, space: regionSpace(pair, ruleSet.facts, possible, roots) };
    })
    .sort((a, b) => a.space.count - b.space.count);
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
  const isRefuted = refuter(program, over, under);
  let visited = 0;
  for (const block of regionBlocks(program, space)) {
    visited += block.rows;
    await pace(visited);
    if (isRefuted(block)) return { everywhere: false, visited };
    if (visited >= most) break;
  }
  return { everywhere: visited >= space.count ? true : null, visited };
}

/** Whether some possible situation of a block has the first option excluded, or the second ranked and not dominated. */
function refuter(program: Program, over: string, under: string): (block: SituationBlock) => boolean {
  const cellsOf = blockCells(program);
  const gates = blockGates(program);
  const [a, b] = [program.options.indexOf(over), program.options.indexOf(under)];
  return ({ truths, masses, rows }) => {
    const cells = cellsOf(truths, rows);
    const excluded = gates(truths);
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
