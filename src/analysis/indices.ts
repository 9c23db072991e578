import type { Program } from '../engine/program.js';
import type { Weights } from '../mcda/weights.js';
import type { RuleSet } from '../model/rule-set.js';
import type { FactIndex, Indices, NoIndices } from '../model/sensitivity.js';
import { marginAt } from './margins.js';
import type { Estimate } from './means.js';
import { assumedIn, type NoSituations, type Situations } from './over-situations.js';
import type { Watching } from './pace.js';
import { sobolOnGrid } from './sobol.js';
import { sobolOfDraws } from './sobol-draws.js';

/** Below this a variance, in points squared, is what arithmetic leaves of none. */
const LEAST = 1e-12;

/** Sobol' indices of the leader's margin: exact over regions, else estimated. */
export async function indicesOf(
  program: Program,
  { facts }: RuleSet,
  over: Situations | NoSituations,
  weights: Weights,
  leader: number,
  candidates: readonly number[],
  watching: Watching,
): Promise<{ indices: Indices | null; noIndices: NoIndices | null }> {
  const none = (why: NoIndices): { indices: null; noIndices: NoIndices } => ({
    indices: null,
    noIndices: why,
  });
  if ('withoutPrior' in over) return none({ why: 'without-prior', facts: over.withoutPrior });
  if (!('scored' in over)) return none({ why: 'impossible', facts: [] });
  const { axes } = over.space;
  const { exact, regions, draws, seed, replicates } = over.visited;
  const found = exact
    ? await onGrid(over, leader, candidates)
    : await sobolOfDraws(program, over, weights, leader, candidates, watching);
  if (found.mass === 0) return none({ why: exact ? 'impossible' : 'none-drawn', facts: [] });
  if (found.variance < LEAST) return none({ why: 'no-variance', facts: [] });
  const within = ({ error }: Estimate) => (error === null ? null : error * studentQuantile(replicates - 1));
  const each = axes.flatMap(({ fact, steps }, i): FactIndex[] => {
    const [first, total] = [found.first[i]!, found.total[i]!];
    if (steps.length < 2) return [];
    return [
      {
        ...{ fact, title: facts.get(fact)!.title, first: first.value, total: total.value },
        ...{ firstWithin: within(first), totalWithin: within(total) },
      },
    ];
  });
  const { variance, varianceError, mean, meanError, coupled } = found;
  return {
    indices: {
      ...{ exact, regions, draws, seed, variance, varianceError, mean, meanError },
      ...{ coupled, assumed: assumedIn(over) },
      facts: each.sort((a, b) => b.total - a.total),
    },
    noIndices: null,
  };
}

async function onGrid(over: Situations, leader: number, candidates: readonly number[]) {
  const { axes, count } = over.space;
  const y = new Float64Array(count);
  const masses = new Float64Array(count);
  let at = 0;
  for await (const block of over.scored()) {
    masses.set(block.masses.subarray(0, block.rows), at);
    for (let row = 0; row < block.rows; row += 1) y[at + row] = marginAt(block, leader, candidates, row);
    at += block.rows;
  }
  const exact = (value: number): Estimate => ({ value, error: null });
  const { first, total, ...rest } = sobolOnGrid(
    axes.map(({ steps }) => steps.length),
    masses,
    y,
  );
  return {
    ...rest,
    ...{ varianceError: null, meanError: null },
    mass: masses.reduce((a, b) => a + b, 0),
    coupled: masses.includes(0),
    first: first.map(exact),
    total: total.map(exact),
  };
}

/** The 97.5th percentile of Student's t by degrees of freedom, as tables give it; between two, that of the lower. */
const STUDENT: readonly (readonly [number, number])[] = [
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [7, 2.365],
  [10, 2.228],
  [15, 2.131],
  [20, 2.086],
  [30, 2.042],
  [60, 2.0],
];

function studentQuantile(freedom: number): number {
  return STUDENT.filter(([df]) => df <= freedom).at(-1)![1];
}
