import { apportion, tenths } from './rounding.js';

/** Tenths as signed points with one decimal: `+27.0`, `-6.5`, and `0.0` without a sign. */
export function fromTenths(units: number): string {
  const size = Math.abs(units);
  return `${sign(units)}${Math.floor(size / 10)}.${size % 10}`;
}

/** A score or weighted points, signed, with one decimal. */
export function points(x: number): string {
  return fromTenths(tenths(x));
}

/** A whole number with its sign. */
export function whole(x: number): string {
  return `${sign(x)}${Math.abs(x)}`;
}

/** `+15..+27`, rounded outwards so that it is never narrower than what can happen; empty where nothing is open. */
export function range(low: number, high: number): string {
  return low === high ? '' : `${whole(outward(low, Math.floor))}..${whole(outward(high, Math.ceil))}`;
}

/** A share with two decimals. */
export function share(weight: number): string {
  return weight.toFixed(2);
}

/** Shares that sum to 1, rounded to two decimals so that they still do. */
export function shares(weights: Readonly<Record<string, number>>): Map<string, string> {
  const rounded = apportion(Object.values(weights), 100, 100);
  return new Map(Object.keys(weights).map((criterion, i) => [criterion, share(rounded[i]! / 100)]));
}

function outward(x: number, round: (x: number) => number): number {
  const nearest = Math.round(x);
  return (Math.abs(x - nearest) < 1e-6 ? nearest : round(x)) + 0;
}

function sign(x: number): string {
  if (x === 0) return '';
  return x > 0 ? '+' : '-';
}
