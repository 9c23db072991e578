import type { Program } from '../engine/program.js';
import { addToHistogram, emptyHistogram, type Histogram } from './histogram.js';
import type { ScoredBlock } from './over-situations.js';

/** Weighted counts over situations, by option; all but the extremes are divided by `mass` in the end. */
export interface Tally {
  mass: number;
  /** By option and rank, a tied group sharing its ranks equally. */
  ranks: Float64Array[];
  excluded: Float64Array;
  beatsBaseline: Float64Array;
  /** By option a and option b: a above b, a tie half; excluded options below all others. */
  above: Float64Array[];
  /** Scores, 0 where it is excluded. */
  scores: Float64Array;
  histograms: Histogram[];
  worst: Float64Array;
  /** How far the score falls short of the best option's. */
  regret: Float64Array;
  maxRegret: Float64Array;
  /** By option and criterion, the weights where it comes first, a tie shared; and in how many rows it does. */
  firstWeights: Float64Array[];
  hits: Float64Array;
}

/** A tally of nothing. */
export function emptyTally({ options, criteria }: Program): Tally {
  const each = () => new Float64Array(options.length);
  return {
    mass: 0,
    ranks: options.map(each),
    excluded: each(),
    beatsBaseline: each(),
    above: options.map(each),
    scores: each(),
    histograms: options.map(emptyHistogram),
    worst: each().fill(Number.POSITIVE_INFINITY),
    regret: each(),
    maxRegret: each(),
    firstWeights: options.map(() => new Float64Array(criteria.length)),
    hits: each(),
  };
}

/** Adds a block of situations. `candidates` are the options that are not left out. */
export function addToTally(
  tally: Tally,
  candidates: readonly number[],
  block: ScoredBlock,
  ranks: readonly Uint16Array[],
): void {
  const { masses, rows } = block;
  const sharing = new Uint16Array(ranks.length + 2);
  for (let row = 0; row < rows; row += 1) {
    const mass = masses[row]!;
    if (mass === 0) continue;
    tally.mass += mass;
    sharing.fill(0);
    for (const o of candidates) sharing[ranks[o]![row]!]! += 1;
    addRanks(tally, candidates, ranks, sharing, row, mass);
    addScores(tally, candidates, block.scores, ranks, row, mass);
    if (block.weights) addWeights(tally, candidates, block.weights, ranks, sharing[1]!, row, mass);
  }
}

function addRanks(
  { ranks: counts, excluded, above }: Tally,
  candidates: readonly number[],
  ranks: readonly Uint16Array[],
  sharing: Uint16Array,
  row: number,
  mass: number,
): void {
  for (const a of candidates) {
    const rank = ranks[a]![row]!;
    if (rank === 0) excluded[a]! += mass;
    else {
      const tied = sharing[rank]!;
      for (let r = 0; r < tied; r += 1) counts[a]![rank - 1 + r]! += mass / tied;
    }
    for (const b of candidates) {
      if (b <= a) continue;
      const other = ranks[b]![row]!;
      if (rank === other) above[a]![b]! += mass / 2;
      else if (rank !== 0 && (other === 0 || rank < other)) above[a]![b]! += mass;
    }
  }
}

/** The baseline is always ranked, at 0, so the best score is at least that. */
function addScores(
  tally: Tally,
  candidates: readonly number[],
  scores: readonly Float64Array[],
  ranks: readonly Uint16Array[],
  row: number,
  mass: number,
): void {
  let best = 0;
  for (const o of candidates) if (ranks[o]![row] !== 0 && scores[o]![row]! > best) best = scores[o]![row]!;
  for (const o of candidates) {
    const score = ranks[o]![row] === 0 ? 0 : scores[o]![row]!;
    tally.scores[o]! += mass * score;
    if (score > 0) tally.beatsBaseline[o]! += mass;
    addToHistogram(tally.histograms[o]!, score, mass);
    if (score < tally.worst[o]!) tally.worst[o] = score;
    tally.regret[o]! += mass * (best - score);
    if (best - score > tally.maxRegret[o]!) tally.maxRegret[o] = best - score;
  }
}

function addWeights(
  { firstWeights, hits }: Tally,
  candidates: readonly number[],
  weights: readonly Float64Array[],
  ranks: readonly Uint16Array[],
  tied: number,
  row: number,
  mass: number,
): void {
  for (const o of candidates) {
    if (ranks[o]![row] !== 1) continue;
    hits[o]! += mass / tied;
    for (let c = 0; c < weights.length; c += 1) firstWeights[o]![c]! += (mass / tied) * weights[c]![row]!;
  }
}
