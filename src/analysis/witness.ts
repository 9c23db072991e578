import type { Fact, Step, Value } from '../model/fact.js';

/**
 * One value that stands for some neighbouring steps: for words the one nearest to a step, the lower at a tie; for numbers
 * the shortest decimal, within bounds if any are given.
 */
export function witness(
  fact: Fact,
  steps: readonly number[],
  near: number,
  bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
): Value {
  const of = steps.map(step => fact.steps[step]!);
  if (!of.every(isWord)) return shortestWithin(of as readonly Stretch[], bounds);
  const best = [...steps].sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b)[0]!;
  return (fact.steps[best] as { value: Value }).value;
}

type Stretch = Exclude<Step, { value: Value }>;

function isWord(step: Step): step is { value: Value } {
  return 'value' in step;
}

/** The decimal with the fewest digits inside neighbouring stretches, the lowest of these. */
function shortestWithin(stretches: readonly Stretch[], bounds: { low: number; high: number }): number {
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  const inside = (x: number) =>
    x >= bounds.low &&
    x <= bounds.high &&
    (first.lowOpen ? x > first.low : x >= first.low) &&
    (last.highOpen ? x < last.high : x <= last.high);
  const low = Math.max(first.low, bounds.low);
  for (let digits = 0; digits <= 17; digits += 1) {
    const unit = 10 ** digits;
    const from = Math.floor(low * unit);
    for (const at of [from, from + 1]) {
      const x = Number((at / unit).toFixed(digits));
      if (inside(x)) return x;
    }
  }
  return low;
}
