import type { Column } from './block.js';

/** A column of facts that need not be certain, from the steps that are possible in each row. */
export function setColumn(rows: readonly (readonly number[])[], steps: number): Column {
  const words = wordsFor(steps);
  const sets = new Uint32Array(rows.length * words);
  rows.forEach((possible, row) => {
    for (const step of possible) sets[row * words + (step >> 5)]! |= 1 << (step & 31);
  });
  return { sets, words };
}

/** How many words of 32 bits a set of so many steps takes. */
export function wordsFor(steps: number): number {
  return Math.max(1, Math.ceil(steps / 32));
}
