import type { Program } from '../engine/program.js';
import { canPass, isSet } from './sums.js';
import type { BoundsOf } from './terms.js';
import type { Turn } from './turns.js';

interface Part {
  node: number;
  points: number;
  turn: Turn;
}

/**
 * Bounds of by how much the score of one option rises from the first view to the second, gates apart. Only rules that can
 * turn matter. A clamp moves as its cell does or not at all, so a cell that can reach it may as well not move.
 */
export function change(
  program: Program,
  weights: readonly number[],
  option: number,
  turnOf: (rule: number) => Turn,
): BoundsOf {
  const cells = program.criteria.flatMap((_, criterion) => {
    const own = option * program.criteria.length + criterion;
    const all = program.rules.flatMap(({ node, adds }, rule) =>
      adds.filter(({ cell }) => cell === own).map(({ points }) => ({ node, points, turn: turnOf(rule) })),
    );
    const parts = all.filter(({ turn }) => turn !== 'same');
    const weight = weights[criterion]!;
    return weight > 0 && parts.length > 0 ? [{ weight, parts, isClamped: canPass(all) }] : [];
  });
  const bounds = { low: 0, high: 0 };
  return (views, row) => {
    bounds.low = 0;
    bounds.high = 0;
    for (const { weight, parts, isClamped } of cells) {
      let [low, high] = [0, 0];
      for (const part of parts) {
        const [least, most] = turnRange(part, views, row);
        low += part.points * (part.points > 0 ? least : most);
        high += part.points * (part.points > 0 ? most : least);
      }
      bounds.low += weight * (isClamped ? Math.min(0, low) : low);
      bounds.high += weight * (isClamped ? Math.max(0, high) : high);
    }
    return bounds;
  };
}

/** The least and the greatest of -1 (ceases to hold), 0 and 1 (begins to). */
function turnRange({ node, turn }: Part, views: Parameters<BoundsOf>[0], row: number): [number, number] {
  const [before, after] = [views[0]!, views[1]!];
  const least = Number(isSet(after.must[node]!, row)) - Number(isSet(before.may[node]!, row));
  const most = Number(isSet(after.may[node]!, row)) - Number(isSet(before.must[node]!, row));
  return [turn === 'on' ? Math.max(0, least) : least, turn === 'off' ? Math.min(0, most) : most];
}
