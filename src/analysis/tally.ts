import type { Program } from '../engine/program.js';
import type { BlockScores } from '../mcda/block-scores.js';

/** Weighted counts over situations; all are divided by `mass` in the end. */
export interface Tally {
  mass: number;
  /** By option and rank, a tied group sharing its ranks equally. */
  ranks: Float64Array[];
  excluded: Float64Array;
  scores: Float64Array;
  beatsBaseline: Float64Array;
  /** By option a and option b: a above b, a tie half; excluded options below all others. */
  above: Float64Array[];
}

/** A tally of nothing. */
export function emptyTally({ options }: Program): Tally {
  const each = () => new Float64Array(options.length);
  return {
    mass: 0,
    ranks: options.map(each),
    excluded: each(),
    scores: each(),
    beatsBaseline: each(),
    above: options.map(each),
  };
}

/** Adds a block of situations with their weights. `candidates` are the options that are not left out. */
export function addToTally(
  tally: Tally,
  program: Program,
  candidates: readonly number[],
  { scores }: BlockScores,
  ranks: readonly Uint16Array[],
  weights: Float64Array,
  rows: number,
): void {
  const sharing = new Uint16Array(program.options.length + 2);
  for (let row = 0; row < rows; row += 1) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    tally.mass += weight;
    sharing.fill(0);
    for (const o of candidates) sharing[ranks[o]![row]!]! += 1;
    for (const a of candidates) {
      const rank = ranks[a]![row]!;
      if (rank === 0) tally.excluded[a]! += weight;
      else {
        const score = scores[a]![row]!;
        const tied = sharing[rank]!;
        for (let r = 0; r < tied; r += 1) tally.ranks[a]![rank - 1 + r]! += weight / tied;
        tally.scores[a]! += weight * score;
        if (score > 0) tally.beatsBaseline[a]! += weight;
      }
      for (const b of candidates) {
        if (b <= a) continue;
        const other = ranks[b]![row]!;
        if (rank === other) tally.above[a]![b]! += weight / 2;
        else if (rank !== 0 && (other === 0 || rank < other)) tally.above[a]![b]! += weight;
      }
    }
  }
}
