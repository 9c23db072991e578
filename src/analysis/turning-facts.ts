import type { Turn } from '../model/agreement.js';
import { type Coded, ownMix, withFrom } from './coded.js';
import { setsOf } from './flip-moves.js';

/** How many mixtures to evaluate at most for one pair of codings. */
const BUDGET = 200_000;
/** How many sets to give of those that do. */
const MOST = 20;

/**
 * For each coding and each other that puts another option first: the smallest sets of facts which, taken from the other, put
 * that option first. All sets of a size are evaluated before larger ones, so that no smaller one does, while that stays
 * within a budget; past it one set is given of which no part can be left out one at a time.
 */
export function turningFacts(coded: Coded, leaders: readonly string[]): Turn[] {
  return leaders.flatMap((leader, from) =>
    leaders.flatMap((wanted, to) => (leader === wanted ? [] : [turnOf(coded, from, to, wanted)])),
  );
}

function turnOf(coded: Coded, from: number, to: number, leader: string): Turn {
  const { codings, facts, judge, takenAs } = coded;
  const places = facts.flatMap((_, place) => (takenAs(from, place) === takenAs(to, place) ? [] : [place]));
  const start = ownMix(coded, from);
  const turns = (sets: readonly (readonly number[])[]) => {
    const leads = judge(sets.map(set => withFrom(start, set, to)));
    return sets.filter((_, i) => leads[i]?.leader === leader);
  };
  const { sets, smallest } = smallestSets(places, turns);
  const named = sets.map(set => set.map(place => facts[place]!));
  return {
    ...{ from: codings[from]!.coder, to: codings[to]!.coder, leader },
    ...{ sets: named.slice(0, MOST), total: named.length, smallest },
  };
}

/** The sets of the first size of which any does, or one that is found by leaving out what is not needed. */
function smallestSets(
  places: readonly number[],
  turns: (sets: readonly (readonly number[])[]) => (readonly number[])[],
): { sets: (readonly number[])[]; smallest: boolean } {
  let tried = 0;
  for (let size = 1; size <= places.length; size += 1) {
    tried += setsOf(places.length, size);
    if (tried > BUDGET) break;
    const found = turns(subsets(places, size));
    if (found.length > 0) return { sets: found, smallest: true };
  }
  return { sets: [withoutNeedless(places, turns)], smallest: false };
}

function withoutNeedless(
  places: readonly number[],
  turns: (sets: readonly (readonly number[])[]) => (readonly number[])[],
): readonly number[] {
  let kept = places;
  for (const place of places) {
    const fewer = kept.filter(other => other !== place);
    if (turns([fewer]).length > 0) kept = fewer;
  }
  return kept;
}

/** Every subset of some size, in order of the places. */
function subsets(places: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return places.flatMap((place, i) => subsets(places.slice(i + 1), size - 1).map(rest => [place, ...rest]));
}
