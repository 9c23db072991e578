import type { Program } from '../engine/program.js';
import type { Goal } from './goals.js';
import { APART_FROM } from './level.js';
import { gainOf, placesOf } from './side-goals.js';
import { clamped, pointsOf, readerOf } from './standing.js';
import { addsOf, type Views } from './sums.js';

/** The points of an option on a criterion, after any clamp, are not the same on both sides. */
export function cellDiffers(program: Program, option: string, criterion: string): Goal {
  const at = program.criteria.indexOf(criterion);
  const alone = program.criteria.map((_, c) => Number(c === at));
  const two = { program, weights: { a: alone, b: alone } };
  const places = placesOf(two, option);
  const apart = gainOf(two, [
    ['a', option, 1],
    ['b', option, -1],
  ]);
  const [first, second] = [addsOf(program, places.a, at), addsOf(program, places.b, at)];
  return {
    may: (views, row, near) => {
      const { low, high } = apart(views, row, near);
      return low < -APART_FROM || high > APART_FROM;
    },
    holds: ([view], row) => clamped(pointsOf(first, view!, row)) !== clamped(pointsOf(second, view!, row)),
  };
}

/** An option is excluded on one side and not on the other; where a side does not have it, it is so there. */
export function standingDiffers(program: Program, option: string): Goal {
  const reader = readerOf(
    program,
    program.criteria.map(() => 1),
  );
  const { a, b } = placesOf({ program }, option);
  const must = (view: Views[number], place: number, row: number) =>
    place < 0 || reader.mustBeOut(view, place, row);
  const may = (view: Views[number], place: number, row: number) =>
    place < 0 || reader.mayBeOut(view, place, row);
  return {
    may: ([view], row) =>
      (may(view!, a, row) && !must(view!, b, row)) || (may(view!, b, row) && !must(view!, a, row)),
    holds: ([view], row) => must(view!, a, row) !== must(view!, b, row),
  };
}
