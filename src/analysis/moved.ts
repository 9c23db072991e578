import { BLOCK, blockEvaluator, type Column } from '../engine/block.js';
import { wordsFor } from '../engine/columns.js';
import { indices, type Program } from '../engine/program.js';
import type { StepSets } from '../model/scenario.js';

/** Facts by their places in the program, and the step to which each is moved. At most a block of them at once. */
export type Moved = readonly { axis: { place: number }; target: { step: number } }[];

/** Those of some moves after which the situation is impossible whatever is possible. */
export function impossibleAfter<M extends Moved>(
  program: Program,
  possible: StepSets,
): (moves: readonly M[]) => ReadonlySet<M> {
  const evaluate = blockEvaluator(program);
  const columns = movedColumns(program, possible);
  return moves => {
    if (moves.length === 0) return new Set();
    const { must } = evaluate(columns(moves), 0, moves.length);
    return new Set(moves.filter((_, row) => program.impossible.some(node => isSet(must[node]!, row))));
  };
}

/** Columns of the stated facts as a reading has them, with the facts of each move at its target. Overwritten by the next call. */
export function movedColumns(program: Program, reading: StepSets): (moves: readonly Moved[]) => Column[] {
  const base = program.facts.flatMap(({ id, steps, derive }) =>
    derive ? [] : [packed(indices(reading.get(id)!), steps)],
  );
  const columns = base.map(words => ({
    sets: new Uint32Array(words.length * BLOCK),
    words: words.length,
  }));
  return moves => {
    columns.forEach(({ sets, words }, fact) => {
      for (let row = 0; row < moves.length; row += 1) sets.set(base[fact]!, row * words);
    });
    moves.forEach((move, row) => {
      for (const { axis, target } of move) {
        const { sets, words } = columns[axis.place]!;
        sets.fill(0, row * words, (row + 1) * words);
        sets[row * words + (target.step >> 5)] = 1 << (target.step & 31);
      }
    });
    return columns;
  };
}

/** A set of steps as words of bits. */
export function packed(steps: readonly number[], count: number): Uint32Array {
  const words = new Uint32Array(wordsFor(count));
  for (const step of steps) words[step >> 5]! |= 1 << (step & 31);
  return words;
}

/** Whether a row is in a set. */
export function isSet(bits: Uint32Array, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}
