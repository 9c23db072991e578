import type { Goal } from './goals.js';
import { APART_FROM } from './level.js';
import type { Near } from './near.js';
import { gainOf, isChanged, placesOf, rankingOf, type TwoSided } from './side-goals.js';
import type { Views } from './sums.js';

/** Whether something may hold in some situation of a row, or of those near one. */
type May = (views: Views, row: number, near: Near | undefined) => boolean;

/** The leader, of those that tie the first by id, is not the same option on both sides. `ids` are those of both, in order. */
export function leaderDiffers(two: TwoSided, ids: readonly string[]): Goal {
  const [first, second] = (['a', 'b'] as const).map(side =>
    rankingOf(
      two,
      side,
      ids.filter(id => placesOf(two, id)[side] >= 0),
    ),
  ) as [ReturnType<typeof rankingOf>, ReturnType<typeof rankingOf>];
  const isJudgedAnew = two.weights.a.some((weight, i) => weight !== two.weights.b[i]);
  const changed = new Set(ids.filter(id => isJudgedAnew || isChanged(two, placesOf(two, id))));
  const leads = (x: string): May => {
    const others = ids.filter(z => z !== x && placesOf(two, z).a >= 0);
    return (views, row, near) => {
      if (first.mustBeOut(x, views, row)) return false;
      const at = others.findIndex(z => !first.mayNotBeBefore(z, x, views, row, near));
      // What stood in the way here most likely does so nearby: it is asked first.
      if (at > 0) others.unshift(...others.splice(at, 1));
      return at < 0;
    };
  };
  /**
   * On the second side y is before x, which it was not on the first. So what y gains on x from the first side to the second
   * is above 0: a sum of four scores in which all that has not changed cancels. (That it gains nothing, and that rounding to a
   * billionth alone turns the two round, is not looked for.)
   */
  const overtakes = (y: string, x: string): May => {
    if (placesOf(two, y).a < 0) return (views, row, near) => second.mayBeBefore(y, x, views, row, near);
    const gain = gainOf(two, [
      ['a', x, 1],
      ['a', y, -1],
      ['b', y, 1],
      ['b', x, -1],
    ]);
    return (views, row, near) => {
      const isGain =
        first.mayBeOut(y, views, row) ||
        second.mayBeOut(x, views, row) ||
        gain(views, row, near).high > APART_FROM;
      return (
        isGain && second.mayBeBefore(y, x, views, row, near) && first.mayNotBeBefore(y, x, views, row, near)
      );
    };
  };
  const ways = ids
    .filter(x => placesOf(two, x).a >= 0)
    .flatMap((x): { leads: May; falls: May }[] => {
      if (placesOf(two, x).b < 0) return [{ leads: leads(x), falls: () => true }];
      // Of two options with nothing changed neither overtakes the other.
      const rivals = ids.filter(
        y => y !== x && placesOf(two, y).b >= 0 && (changed.has(x) || changed.has(y)),
      );
      if (rivals.length === 0) return [];
      const all = rivals.map(y => overtakes(y, x));
      return [{ leads: leads(x), falls: (...at) => all.some(one => one(...at)) }];
    });
  return {
    may: (views, row, near) =>
      ways.some(({ leads, falls }) => falls(views, row, near) && leads(views, row, near)),
    holds: (views, row) => first.leader(views, row) !== second.leader(views, row),
  };
}
