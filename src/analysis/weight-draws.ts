import type { Weights } from '../mcda/weights.js';
import { gammaQuantiles } from './gamma.js';

/** What is known of the weights: they themselves; that they are near these; only their order; or nothing. */
export type KnownWeights = 'fixed' | 'near' | 'order' | 'any';

/** Weights by criterion, for each point of a lattice of which it gets the columns. They sum to 1 in each row. */
export type WeightDraw = (pointsOf: (dimension: number) => Float64Array) => Float64Array[];

/**
 * How to draw weights, in order of the criteria. `near`: the Dirichlet distribution with the given weights as its mean and
 * `concentration` as the sum of its parameters, so that a weight w has the standard deviation
 * sqrt(w (1 - w) / (concentration + 1)) and one of 0 stays 0. `any`: uniform over all weights. `order`: uniform over those
 * that have the order of the given ones; where these are equal, no order is known. From gamma variables, divided by their
 * sum (Devroye 1986, Non-Uniform Random Variate Generation, XI.4; recalled).
 */
export function weightDraw(
  how: Exclude<KnownWeights, 'fixed'>,
  weights: Weights,
  concentration: number,
): WeightDraw {
  const means = [...weights.values()];
  if (how === 'near') {
    return pointsOf => normalised(means.map((mean, i) => gammas(mean * concentration, pointsOf(i))));
  }
  const flat: WeightDraw = pointsOf =>
    normalised(means.map((_, i) => pointsOf(i).map(point => -Math.log1p(-point))));
  return how === 'any' ? flat : pointsOf => ordered(flat(pointsOf), groupsOf(means));
}

/** Gamma variables of this shape, one for each point, by inversion. */
function gammas(shape: number, points: Float64Array): Float64Array {
  const rising = [...points.keys()].sort((a, b) => points[a]! - points[b]!);
  const least = 0.5 / points.length ** 2; // No point is so near to 0 but by rounding, where a quantile is not defined.
  const quantiles = gammaQuantiles(
    shape,
    Float64Array.from(rising, at => Math.max(least, points[at]!)),
  );
  const column = new Float64Array(points.length);
  rising.forEach((at, i) => {
    column[at] = quantiles[i]!;
  });
  return column;
}

function normalised(columns: Float64Array[]): Float64Array[] {
  const sums = columns[0]!.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0));
  return columns.map(column => column.map((x, row) => x / sums[row]!));
}

/** The places of equal weights together, the greatest first. */
function groupsOf(weights: readonly number[]): number[][] {
  const different = [...new Set(weights)].sort((a, b) => b - a);
  return different.map(weight => weights.flatMap((w, i) => (w === weight ? [i] : [])));
}

/** In each row the same numbers, the greatest for the first group; inside a group in the order in which they were. */
function ordered(columns: readonly Float64Array[], groups: readonly (readonly number[])[]): Float64Array[] {
  const out = columns.map(({ length }) => new Float64Array(length));
  for (let row = 0; row < columns[0]!.length; row += 1) {
    const here = columns.map(column => column[row]!);
    const falling = [...here].sort((a, b) => b - a);
    let from = 0;
    for (const group of groups) {
      const mine = falling.slice(from, from + group.length);
      const places = [...group].sort((a, b) => here[b]! - here[a]!);
      places.forEach((place, i) => {
        out[place]![row] = mine[i]!;
      });
      from += group.length;
    }
  }
  return out;
}
