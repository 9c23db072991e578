import type { Program } from '../engine/program.js';
import { type BlockScores, blockScorer } from '../mcda/block-scores.js';
import type { Appraisal } from '../model/appraisal.js';
import type { RuleSet } from '../model/rule-set.js';
import type { Scenario } from '../model/scenario.js';
import { type Belief, beliefs } from './belief.js';
import { LATTICE_POINTS } from './lattice.js';
import { type RegionSpace, regionSpace, visitRegions } from './regions.js';
import { drawSituations } from './situations.js';

/** What may be asked of an analysis of all that a scenario holds possible. */
export interface SituationOptions {
  /** Up to how many regions all are visited; a million unless it is said. */
  exactUpTo?: number;
  /** The seed of what is drawn past that; 1 unless it is said. */
  seed?: number;
  /** How many replicates of 4,093 draws; 16 unless it is said, at least 2. */
  replicates?: number;
}

/** Why there is no answer: numbers that are unknown and have no prior, or a scenario that cannot be. */
export type NoSituations = { withoutPrior: string[] } | { impossible: true };

/** A block of situations with the scores of all options; those that are left out are marked as excluded. */
export interface ScoredBlock extends BlockScores {
  weights: Float64Array;
  rows: number;
  /** For each axis of the space the step in each situation. */
  columns: readonly Uint16Array[];
  /** Which of the independent replicates it is of: 0 where all regions are visited. */
  replicate: number;
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

/** Goes through all that a scenario holds possible: every region while there are few, else draws in replicates. */
export function overSituations(
  program: Program,
  ruleSet: RuleSet,
  scenario: Scenario,
  { weights }: Appraisal,
  { exactUpTo = 1_000_000, seed = 1, replicates = 16 }: SituationOptions,
):
  | NoSituations
  | {
      space: RegionSpace;
      known: readonly Belief[];
      visited: Visited;
      visit: (see: (block: ScoredBlock) => void) => void;
    } {
  const { known, withoutPrior } = beliefs(ruleSet, scenario);
  if (withoutPrior.length > 0) return { withoutPrior };
  const space = regionSpace(
    program,
    ruleSet.facts,
    known,
    program.rules.map(({ node }) => node),
  );
  const exact = space.count <= exactUpTo;
  const score = blockScorer(program, new Map(Object.entries(weights)));
  const gone = program.options.flatMap((id, o) => (scenario.leaveOut.has(id) ? [o] : []));
  const scored = (truths: Parameters<typeof score>[0], rows: number): BlockScores => {
    const found = score(truths, rows);
    for (const o of gone) found.excluded[o]!.fill(0xffffffff);
    return found;
  };
  return {
    space,
    known,
    visited: {
      exact,
      regions: space.count,
      draws: exact ? null : replicates * LATTICE_POINTS,
      seed: exact ? null : seed,
      replicates: exact ? 1 : replicates,
    },
    visit: see => {
      if (exact) {
        visitRegions(program, space, ({ truths, masses, rows, columns }) => {
          see({ ...scored(truths, rows), weights: masses, rows, columns, replicate: 0 });
        });
      } else {
        drawSituations(program, space, seed, replicates, ({ truths, possible, rows, columns, replicate }) => {
          see({ ...scored(truths, rows), weights: possible, rows, columns, replicate });
        });
      }
    },
  };
}
