/**
 * Rounds parts to one decimal so that they still add up to their rounded total: the largest remainders are rounded up
 * (Hamilton's method). The total is the sum of the parts, rounded.
 */
export function roundParts(parts: readonly number[]): number[] {
  const tenths = parts.map(part => part * 10);
  const total = Math.round(tenths.reduce((a, b) => a + b, 0) + EPSILON);
  const floors = tenths.map(part => Math.floor(part + EPSILON));
  const missing = total - floors.reduce((a, b) => a + b, 0);
  const byRemainder = tenths
    .map((part, i) => ({ i, remainder: part - floors[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const raised = new Set(byRemainder.slice(0, missing).map(({ i }) => i));
  return floors.map((floor, i) => (floor + (raised.has(i) ? 1 : 0)) / 10);
}

const EPSILON = 1e-7;

/** A number with its sign and one decimal; 0 without a sign. */
export function signed(x: number, decimals = 1): string {
  const text = Math.abs(x).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${x < 0 ? '-' : '+'}${text}`;
}
