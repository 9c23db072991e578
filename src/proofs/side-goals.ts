import type { Program } from '../engine/program.js';
import { byId } from '../model/order.js';
import { APART_FROM, LEVEL_UP_TO } from './level.js';
import type { Near } from './near.js';
import { onSide, SIDES, type Side } from './sides.js';
import { signedSum } from './signed-sum.js';
import { type Reader, readerOf } from './standing.js';
import { addsOf, type Views } from './sums.js';
import type { BoundsOf, Term } from './terms.js';

/** The program of a joint rule set, and by which weights each side is judged, by criterion. */
export interface TwoSided {
  program: Program;
  weights: Readonly<Record<Side, readonly number[]>>;
}

/** One option on both sides: its places in the program, -1 where a side does not have it. */
export type Places = Readonly<Record<Side, number>>;

/** The places of an option. */
export function placesOf({ program }: Pick<TwoSided, 'program'>, id: string): Places {
  const [a, b] = SIDES.map(side => program.options.indexOf(onSide(side, id))) as [number, number];
  return { a, b };
}

/** Whether an option has, condition by condition, other points or gates on one side than on the other. */
export function isChanged({ program }: TwoSided, { a, b }: Places): boolean {
  if (a < 0 || b < 0) return true;
  const gates = (place: number) =>
    program.rules.flatMap(({ node, gates }) => (gates.includes(place) ? [node] : [])).sort();
  if (gates(a).join() !== gates(b).join()) return true;
  return program.criteria.some((_, criterion) => {
    const points = new Map<number, number>();
    for (const [sign, place] of [
      [1, a],
      [-1, b],
    ] as const)
      for (const one of addsOf(program, place, criterion))
        points.set(one.node, (points.get(one.node) ?? 0) + sign * one.points);
    return [...points.values()].some(left => left !== 0);
  });
}

/** What is asked of one option against another of its side. */
interface Rival {
  id: string;
  place: number;
  /** By how much the other is ahead of it. */
  ahead: BoundsOf;
  /** Whether the other comes first at a tie, for its id does. */
  isFirstAtTie: boolean;
}

/** One side of a situation: which option may be ranked before which. */
interface Ranking {
  mayBeBefore(z: string, x: string, views: Views, row: number, near: Near | undefined): boolean;
  mayNotBeBefore(z: string, x: string, views: Views, row: number, near: Near | undefined): boolean;
  mustBeOut(x: string, views: Views, row: number): boolean;
  mayBeOut(x: string, views: Views, row: number): boolean;
  /** The leader, where all is certain. */
  leader(views: Views, row: number): string;
}

/** How options of one side rank. Excluded is last; the baseline never is. */
export function rankingOf({ program, weights }: TwoSided, side: Side, ids: readonly string[]): Ranking {
  const reader: Reader = readerOf(program, weights[side]);
  const places = new Map(ids.map(id => [id, program.options.indexOf(onSide(side, id))]));
  const rivals = new Map(ids.map(id => [id, new Map<string, Rival>()]));
  const rival = (z: string, x: string): Rival => {
    const known = rivals.get(z)!.get(x);
    if (known) return known;
    const terms = [
      [z, 1],
      [x, -1],
    ] as const;
    const ahead = gainOf(
      { program, weights },
      terms.map(([id, sign]) => [side, id, sign] as const),
    );
    const made = { id: z, place: places.get(z)!, ahead, isFirstAtTie: byId(z, x) < 0 };
    rivals.get(z)!.set(x, made);
    return made;
  };
  const mustBeOut = (x: string, views: Views, row: number) =>
    reader.mustBeOut(views[0]!, places.get(x)!, row);
  const mayBeOut = (x: string, views: Views, row: number) => reader.mayBeOut(views[0]!, places.get(x)!, row);
  return {
    mustBeOut,
    mayBeOut,
    mayBeBefore: (z, x, views, row, near) => {
      if (mustBeOut(z, views, row)) return false;
      if (mayBeOut(x, views, row)) return true;
      const { ahead, isFirstAtTie } = rival(z, x);
      return ahead(views, row, near).high > (isFirstAtTie ? -LEVEL_UP_TO : APART_FROM);
    },
    mayNotBeBefore: (z, x, views, row, near) => {
      if (mayBeOut(z, views, row)) return true;
      if (mustBeOut(x, views, row)) return false;
      const { ahead, isFirstAtTie } = rival(z, x);
      return ahead(views, row, near).low <= (isFirstAtTie ? -APART_FROM : LEVEL_UP_TO);
    },
    leader: (views, row) => {
      const ranked = ids.filter(id => !mustBeOut(id, views, row));
      const scores = ranked.map(id => reader.score(views[0]!, places.get(id)!, row));
      return ranked[scores.indexOf(Math.max(...scores))]!;
    },
  };
}

/** Bounds of a sum of scores of options of either side. */
export function gainOf(
  { program, weights }: TwoSided,
  parts: readonly (readonly [Side, string, 1 | -1])[],
): BoundsOf {
  const terms = parts.map(
    ([side, id, sign]): Term => ({
      ...{ option: program.options.indexOf(onSide(side, id)), view: 0, sign },
      weights: weights[side],
    }),
  );
  return signedSum(program, terms, () => true);
}
