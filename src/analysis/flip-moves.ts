import type { FlipAxis, Target } from './flip-axes.js';

/** Facts moved together, each to a target. */
export type Move = readonly { axis: FlipAxis; target: Target }[];

/** What has to be looked at: moves that may do, and how many sets of axes are done with so far. */
export type Looked = { move: Move } | { done: number };

/**
 * Every way to move exactly so many facts, except where it is hopeless: then whole branches of axes are passed over. Tells
 * of every set of axes, moved or passed over, that it is done with.
 */
export function* movesOf(
  axes: readonly FlipAxis[],
  size: number,
  isHopeless: (chosen: readonly number[], from: number, more: number) => boolean,
  chosen: readonly number[] = [],
): Generator<Looked> {
  const more = size - chosen.length;
  const from = (chosen.at(-1) ?? -1) + 1;
  if (isHopeless(chosen, from, more)) {
    yield { done: setsOf(axes.length - from, more) };
    return;
  }
  if (more === 0) {
    for (const move of targetsOf(chosen.map(i => axes[i]!))) yield { move };
    yield { done: 1 };
    return;
  }
  for (let i = from; i <= axes.length - more; i += 1) yield* movesOf(axes, size, isHopeless, [...chosen, i]);
}

/** Every combination of targets of some axes. */
function* targetsOf([axis, ...rest]: readonly FlipAxis[]): Generator<Move> {
  if (axis === undefined) {
    yield [];
    return;
  }
  for (const target of axis.targets)
    for (const others of targetsOf(rest)) yield [{ axis, target }, ...others];
}

/** How many sets of k out of n there are. */
export function setsOf(n: number, k: number): number {
  let sets = 1;
  for (let i = 0; i < k; i += 1) sets = (sets * (n - i)) / (i + 1);
  return Math.max(0, Math.round(sets));
}
