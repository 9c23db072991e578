import type { Program } from '../engine/program.js';
import { factsRead } from '../engine/reads.js';
import { isSet, type Views, widen } from './sums.js';
import type { BoundsOf, Part } from './terms.js';

/** Those situations of a row that differ from one in it, the nearest to neutral, in so few facts. */
export interface Near {
  /** How that one came out. */
  sure: Views;
  /** In how many facts others may differ from it, free ones not counted. */
  moves: number;
  /** What each fact can do in the row. */
  facts: Uint8Array;
}

/** What a fact can do: nothing, move from where it is neutral, or move freely because it is away from there already. */
export const STAYS = 0;
export const MOVES = 1;
export const FREE = 2;

/** With more moves than this the sum over all of a row is as good a bound. */
const MOST_MOVES = 8;

/**
 * Bounds of a sum of parts. Over a whole row each part that is open widens them. Over situations near one of them the sum
 * there is known, and only the facts that move can change it: by no more than the largest sums of all that hangs on each.
 */
export function boundsOf(program: Program, parts: readonly Part[]): BoundsOf {
  const reads = factsRead(program);
  const facts = parts.map(({ node }) => Uint16Array.from(reads[node]!));
  const up = new Float64Array(program.facts.length);
  const down = new Float64Array(program.facts.length);
  const bounds = { low: 0, high: 0 };
  return (views, row, near) => {
    bounds.low = 0;
    bounds.high = 0;
    for (let i = 0; i < parts.length; i += 1) {
      const { node, view, by } = parts[i]!;
      widen(bounds, by, views[view]!, node, row);
    }
    if (near === undefined || near.moves > MOST_MOVES || bounds.low === bounds.high) return bounds;
    up.fill(0);
    down.fill(0);
    let [low, high] = [0, 0];
    for (let i = 0; i < parts.length; i += 1) {
      const { node, view, by } = parts[i]!;
      const { must, may } = views[view]!;
      if (!isSet(may[node]!, row)) continue;
      const holds = isSet(near.sure[view]!.must[node]!, row);
      if (holds) {
        low += by;
        high += by;
      }
      if (isSet(must[node]!, row)) continue;
      const rises = by > 0 !== holds;
      if (hangsOn(facts[i]!, near.facts, FREE)) {
        if (rises) high += Math.abs(by);
        else low -= Math.abs(by);
      } else addTo(rises ? up : down, facts[i]!, near.facts, Math.abs(by));
    }
    bounds.high = Math.min(bounds.high, high + largest(up, near.moves));
    bounds.low = Math.max(bounds.low, low - largest(down, near.moves));
    return bounds;
  };
}

function hangsOn(facts: Uint16Array, kinds: Uint8Array, kind: number): boolean {
  for (let i = 0; i < facts.length; i += 1) if (kinds[facts[i]!] === kind) return true;
  return false;
}

function addTo(sums: Float64Array, facts: Uint16Array, kinds: Uint8Array, by: number): void {
  for (let i = 0; i < facts.length; i += 1) if (kinds[facts[i]!] === MOVES) sums[facts[i]!]! += by;
}

/** The sum of the few largest. */
function largest(sums: Float64Array, few: number): number {
  let total = 0;
  for (let n = 0; n < few; n += 1) {
    let at = 0;
    for (let i = 1; i < sums.length; i += 1) if (sums[i]! > sums[at]!) at = i;
    if (!(sums[at]! > 0)) return total;
    total += sums[at]!;
    sums[at] = 0;
  }
  return total;
}
