import { BLOCK, blockEvaluator, type Column } from '../engine/block.js';
import { indices, type Program } from '../engine/program.js';
import { blockScorer } from '../mcda/block-scores.js';
import type { Weights } from '../mcda/weights.js';
import type { Lead } from '../model/agreement.js';
import { round9 } from '../model/order.js';
import type { Readings, StepSets } from '../model/scenario.js';
import { isSet, packed } from './moved.js';

/** A mixture of readings: for each stated fact, in the order of the program, which of them it is taken from. */
export type Mix = readonly number[];

/** What leads in a mixture, and the margin of any one option: its score less the highest other, 0 where it is excluded. */
export interface MixLead extends Lead {
  marginOf: (option: string) => number;
}

/**
 * Judges mixtures of some readings of one situation, with best estimates as in each. Null for a mixture that is impossible
 * whatever is possible, as when a scenario is read.
 */
export function mixJudge(
  program: Program,
  weights: Weights,
  ranked: readonly number[],
  readings: readonly Readings[],
): (mixes: readonly Mix[]) => (MixLead | null)[] {
  const evaluate = blockEvaluator(program);
  const score = blockScorer(program, weights);
  const point = mixColumns(
    program,
    readings.map(({ point }) => point),
  );
  const ruledOut = impossibleMixes(program, readings);
  const judgeBlock = (mixes: readonly Mix[]): (MixLead | null)[] => {
    const truths = evaluate(point(mixes), 0, mixes.length);
    const { scores, excluded } = score(truths, mixes.length);
    const leads = mixes.map((_, row) =>
      leadOf(
        program,
        ranked.filter(o => !isSet(excluded[o]!, row)).map(o => [o, scores[o]![row]!] as const),
      ),
    );
    const suspects = mixes.filter((_, row) =>
      program.impossible.some(node => isSet(truths.must[node]!, row)),
    );
    const gone = ruledOut(suspects);
    return leads.map((lead, row) => (gone.has(mixes[row]!) ? null : lead));
  };
  return mixes => blocksOf(mixes).flatMap(judgeBlock);
}

function blocksOf<T>(list: readonly T[]): (readonly T[])[] {
  const blocks: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += BLOCK) blocks.push(list.slice(from, from + BLOCK));
  return blocks;
}

function leadOf(program: Program, scores: readonly (readonly [number, number])[]): MixLead {
  const sorted = [...scores].sort(([a, x], [b, y]) => y - x || a - b);
  const [first, second] = sorted;
  const tied = sorted.filter(([, score]) => score === first![1]);
  return {
    leader: program.options[first![0]]!,
    tied: tied.length > 1 ? tied.map(([o]) => program.options[o]!) : [],
    score: first![1],
    margin: second === undefined ? null : round9(first![1] - second[1]),
    marginOf: option => {
      const own = sorted.find(([o]) => program.options[o] === option)?.[1] ?? 0;
      const other = sorted.find(([o]) => program.options[o] !== option)?.[1] ?? 0;
      return own - other;
    },
  };
}

/** Those of some mixtures that cannot occur. */
function impossibleMixes(
  program: Program,
  readings: readonly Readings[],
): (mixes: readonly Mix[]) => ReadonlySet<Mix> {
  const evaluate = blockEvaluator(program);
  const columns = mixColumns(
    program,
    readings.map(({ possible }) => possible),
  );
  return mixes => {
    if (mixes.length === 0) return new Set();
    const { must } = evaluate(columns(mixes), 0, mixes.length);
    return new Set(mixes.filter((_, row) => program.impossible.some(node => isSet(must[node]!, row))));
  };
}

/** Columns of the stated facts, each row a mixture of these. Overwritten by the next call. */
function mixColumns(program: Program, sets: readonly StepSets[]): (mixes: readonly Mix[]) => Column[] {
  const stated = program.facts.filter(({ derive }) => !derive);
  const words = stated.map(({ id, steps }) => sets.map(set => packed(indices(set.get(id)!), steps)));
  const columns = words.map(([first]) => ({
    sets: new Uint32Array(first!.length * BLOCK),
    words: first!.length,
  }));
  return mixes => {
    columns.forEach(({ sets, words: size }, place) => {
      mixes.forEach((mix, row) => {
        sets.set(words[place]![mix[place]!]!, row * size);
      });
    });
    return columns;
  };
}
