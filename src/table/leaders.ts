import { BLOCK, type RowBits } from '../engine/block.js';
import type { Program } from '../engine/program.js';
import { round9 } from '../model/order.js';

/** Who leads each row of a block. Overwritten by the next call. */
export interface Leaders {
  /** The index of the leader: of several with the same score the first by id. */
  leader: Uint16Array;
  /** Its score less the highest other score; NaN where no other option is ranked. */
  margin: Float64Array;
  /** How many options may lead within what is not known, those that lead among them. */
  mayLead: Uint16Array;
  /** 1 where nothing unknown can change who leads: one option alone may, or all that may are level for certain; else 0. */
  certain: Uint8Array;
}

interface Scored {
  scores: readonly Float64Array[];
  lows: readonly Float64Array[];
  highs: readonly Float64Array[];
  excluded: readonly RowBits[];
}

/** Gates over all that is possible: those that must hold, and those that may. */
interface Gated {
  must: readonly RowBits[];
  may: readonly RowBits[];
}

/**
 * Finds leaders. An option may lead where its high is at least the low of every other option that no gate may exclude, and
 * no gate is certain to exclude it: the `mayLead` of an appraisal.
 */
export function leaderFinder(program: Program): (scored: Scored, gates: Gated, rows: number) => Leaders {
  const options = program.options.length;
  const found = {
    leader: new Uint16Array(BLOCK),
    margin: new Float64Array(BLOCK),
    mayLead: new Uint16Array(BLOCK),
    certain: new Uint8Array(BLOCK),
  };
  return ({ scores, lows, highs, excluded }, { must, may }, rows) => {
    for (let row = 0; row < rows; row += 1) {
      const word = row >> 5;
      const bit = 1 << (row & 31);
      let best = Number.NEGATIVE_INFINITY;
      let second = Number.NEGATIVE_INFINITY;
      let leader = 0;
      // The highest two lows of options that no gate may exclude.
      let least = Number.NEGATIVE_INFINITY;
      let nextLeast = Number.NEGATIVE_INFINITY;
      let sure = -1;
      for (let option = 0; option < options; option += 1) {
        if (excluded[option]![word]! & bit) continue;
        const score = scores[option]![row]!;
        if (score > best) {
          second = best;
          best = score;
          leader = option;
        } else if (score > second) second = score;
        if (may[option]![word]! & bit) continue;
        const low = lows[option]![row]!;
        if (low > least) {
          nextLeast = least;
          least = low;
          sure = option;
        } else if (low > nextLeast) nextLeast = low;
      }
      let count = 0;
      let certain = 1;
      for (let option = 0; option < options; option += 1) {
        if (must[option]![word]! & bit) continue;
        if (highs[option]![row]! < (option === sure ? nextLeast : least)) continue;
        count += 1;
        if ((excluded[option]![word]! | may[option]![word]!) & bit) certain = 0;
        else if (lows[option]![row]! < best || highs[option]![row]! > best) certain = 0;
      }
      found.leader[row] = leader;
      found.margin[row] = second === Number.NEGATIVE_INFINITY ? Number.NaN : round9(best - second);
      found.mayLead[row] = count;
      found.certain[row] = count === 1 ? 1 : certain;
    }
    return found;
  };
}
