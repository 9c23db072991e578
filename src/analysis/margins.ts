import type { Program } from '../engine/program.js';
import type { BlockScores } from '../mcda/block-scores.js';
import { isSet } from './moved.js';

/** The leader's margin in a row: its score less the highest other, an option that is excluded scoring 0. Where it is the only one, 0. */
export function marginAt(
  { scores, excluded }: BlockScores,
  leader: number,
  candidates: readonly number[],
  row: number,
): number {
  const scoreOf = (o: number) => (isSet(excluded[o]!, row) ? 0 : scores[o]![row]!);
  let other = candidates.length > 1 ? Number.NEGATIVE_INFINITY : 0;
  for (const o of candidates) if (o !== leader) other = Math.max(other, scoreOf(o));
  return scoreOf(leader) - other;
}

/** Who leads in a row: the first by id of those that are ranked and have the highest score. */
export function leaderAt(
  { options }: Program,
  { scores, excluded }: BlockScores,
  candidates: readonly number[],
  row: number,
): string {
  let first = -1;
  for (const o of candidates) {
    if (isSet(excluded[o]!, row)) continue;
    if (first < 0 || scores[o]![row]! > scores[first]![row]!) first = o;
  }
  return options[first]!;
}
