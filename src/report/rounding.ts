/** Rounded to one decimal, halves away from 0; never minus zero. The only way in which a score is rounded to be shown. */
export function round1(x: number): number {
  return (Math.sign(x) * Math.floor(Math.abs(x) * 10 + 0.5 + EPSILON)) / 10 + 0;
}

/**
 * Rounds parts to one decimal so that they still add up to the total as it is shown, by default their rounded sum: what
 * rounding down leaves over goes to the largest remainders (Hamilton's method).
 */
export function roundParts(
  parts: readonly number[],
  total: number = round1(parts.reduce((a, b) => a + b, 0)),
): number[] {
  const tenths = parts.map(part => part * 10);
  const rounded = tenths.map(part => Math.floor(part + EPSILON));
  const left = Math.round(total * 10) - rounded.reduce((a, b) => a + b, 0);
  const byRemainder = tenths
    .map((part, i) => ({ i, remainder: part - rounded[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let n = 0; n < Math.abs(left) && byRemainder.length > 0; n += 1) {
    const { i } = left > 0 ? byRemainder[n % parts.length]! : byRemainder.at(-1 - (n % parts.length))!;
    rounded[i]! += Math.sign(left);
  }
  return rounded.map(part => part / 10);
}

/** How far the first of a ranking is ahead of the second, as their scores are shown. */
export function shownMargin([first, second]: readonly { score: number }[]): number {
  return second === undefined ? 0 : round1(round1(first!.score) - round1(second.score));
}

const EPSILON = 1e-7;

/** A number with its sign and one decimal, or none; 0 without a sign. */
export function signed(x: number, decimals: 0 | 1 = 1): string {
  const text = (decimals === 1 ? round1(Math.abs(x)) : Math.abs(x)).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${x < 0 ? '-' : '+'}${text}`;
}
