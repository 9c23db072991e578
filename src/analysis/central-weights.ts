import type { Program } from '../engine/program.js';
import { cellWeigher } from '../mcda/block-cells.js';
import { type Estimate, probability, ratio, total } from './means.js';
import type { Situations, UnweighedBlock } from './over-situations.js';
import type { Tally } from './tally.js';

/** The mean of the weights under which an option comes first, by criterion; null where there are too few to tell. */
export type CentralWeights = (Estimate & { criterion: string })[] | null;

/** In how many draws an option must come first for its central weights to be given. */
const FEWEST_HITS = 400;

/** The central weights of every option, as SMAA-2 defines them; null for all where weights were not drawn. */
export function centralWeights({ options, criteria }: Program, tallies: readonly Tally[]): CentralWeights[] {
  return options.map((_, o) => {
    const hits = tallies.map(tally => tally.hits[o]!);
    if (total(hits) < FEWEST_HITS) return null;
    return criteria.map((criterion, c) => ({
      criterion,
      ...ratio(
        tallies.map(({ firstWeights }) => firstWeights[o]![c]!),
        hits,
      ),
    }));
  });
}

/**
 * How likely each option is to come first under its central weights, facts and strengths of evidence being as uncertain as
 * they are; a tie is shared. Null for an option that has none.
 */
export async function confidenceFactors(
  program: Program,
  candidates: readonly number[],
  central: readonly CentralWeights[],
  over: Situations,
): Promise<(Estimate | null)[]> {
  const asked = candidates.filter(o => central[o] !== null);
  if (asked.length === 0) return program.options.map(() => null);
  const { replicates, blocks } = over.unweighed();
  const masses = Array.from({ length: replicates }, () => 0);
  const firsts = Array.from({ length: replicates }, () => new Float64Array(program.options.length));
  const weigh = cellWeigher(program);
  for await (const block of blocks) {
    const { rows, replicate, cells } = block;
    for (let row = 0; row < rows; row += 1) masses[replicate]! += block.masses[row]!;
    for (const o of asked) {
      const weights = central[o]!.map(({ value }) => value);
      firsts[replicate]![o]! += firstMass(o, candidates, block, weigh(cells, weights, rows));
    }
  }
  return program.options.map((_, o) =>
    asked.includes(o)
      ? probability(
          firsts.map(first => first[o]!),
          masses,
        )
      : null,
  );
}

/** The mass of the rows in which an option comes first. */
function firstMass(
  o: number,
  candidates: readonly number[],
  { masses, rows, excluded }: UnweighedBlock,
  scores: readonly Float64Array[],
): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const isOut = (option: number) => (excluded[option]![row >> 5]! >>> (row & 31)) & 1;
    if (masses[row] === 0 || isOut(o)) continue;
    const score = scores[o]![row]!;
    let tied = 1;
    for (const other of candidates) {
      if (other === o || isOut(other)) continue;
      const rival = scores[other]![row]!;
      if (rival > score) {
        tied = 0;
        break;
      }
      if (rival === score) tied += 1;
    }
    if (tied > 0) sum += masses[row]! / tied;
  }
  return sum;
}
