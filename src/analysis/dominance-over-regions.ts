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
import { regionBlocks, regionSpace } from './regions.js';

/** How many regions are visited for all pairs together. */
const MOST_REGIONS = 1_000_000;

/**
 * For each pair of options of which one dominates the other on the best estimates, whether it does in every situation that
 * the scenario holds possible: it is never excluded, and wherever the other is not excluded either, at least as good on every
 * criterion and better on one. Exact over the regions of the facts that the rules of these two read; null where there are too
 * many of them. Weights and probabilities play no part.
 */
export function dominanceOverRegions(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  { dominance }: Appraisal,
): RobustDominance[] {
  const possible = possibleFacts(program, ruleSet, scenario);
  let left = MOST_REGIONS;
  return dominance.map(({ over, under, certainty }) => {
    if (certainty === 'certain') return { over, under, everywhere: true };
    const pair = focusOn(program, new Set([over, under, ruleSet.baseline]));
    const roots = pair.rules.map(({ node }) => node);
    const space = regionSpace(pair, ruleSet.facts, possible, roots);
    if (space.count > left) return { over, under, everywhere: null };
    left -= space.count;
    return { over, under, everywhere: holdsIn(pair, space, over, under) };
  });
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

function holdsIn(
  program: Program,
  space: ReturnType<typeof regionSpace>,
  over: string,
  under: string,
): boolean {
  const cellsOf = blockCells(program);
  const gates = blockGates(program);
  const [a, b] = [program.options.indexOf(over), program.options.indexOf(under)];
  for (const { truths, masses, rows } of regionBlocks(program, space)) {
    const cells = cellsOf(truths, rows);
    const excluded = gates(truths);
    for (let row = 0; row < rows; row += 1) {
      if (masses[row] === 0) continue;
      if (isSet(excluded[a]!, row)) return false;
      if (!isSet(excluded[b]!, row) && !dominatesAt(cells, a, b, row)) return false;
    }
  }
  return true;
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
