/** First-order and total indices by factor, with the mean and the variance. */
export interface Sobol {
  mean: number;
  variance: number;
  first: number[];
  total: number[];
}

/**
 * Sobol' indices of a function on a grid, exactly: Var(E[Y | X_i]) / Var(Y), and E[Var(Y | X_~i)] / Var(Y) (Homma & Saltelli
 * 1996, Reliability Engineering & System Safety 52(1); recalled). `sizes` is how many values each factor has; `masses` and
 * `y` have one entry for each combination, the first factor fastest. Masses need not sum to 1, nor be products: where they
 * are not, factors depend on one another and the indices need not add up. All indices are NaN where the variance is 0.
 */
export function sobolOnGrid(sizes: readonly number[], masses: Float64Array, y: Float64Array): Sobol {
  const mass = sum(masses);
  const mean = masses.reduce((total, p, i) => total + p * y[i]!, 0) / mass;
  const centred = y.map(x => x - mean);
  const variance = masses.reduce((total, p, i) => total + p * centred[i]! ** 2, 0) / mass;
  let stride = 1;
  const each = sizes.map(size => {
    const indices = ofFactor(size, stride, masses, centred);
    stride *= size;
    return indices;
  });
  return {
    mean,
    variance,
    first: each.map(({ between }) => between / mass / variance),
    total: each.map(({ within }) => within / mass / variance),
  };
}

/** The mass-weighted variance between the values of one factor, and within them all others held. `y` has mean 0. */
function ofFactor(
  size: number,
  stride: number,
  masses: Float64Array,
  y: Float64Array,
): { between: number; within: number } {
  const groupMass = new Float64Array(size);
  const groupSum = new Float64Array(size);
  let within = 0;
  for (let start = 0; start < y.length; start += stride * size) {
    for (let offset = 0; offset < stride; offset += 1) {
      let mass = 0;
      let total = 0;
      let squares = 0;
      for (let value = 0; value < size; value += 1) {
        const i = start + offset + value * stride;
        const p = masses[i]!;
        mass += p;
        total += p * y[i]!;
        squares += p * y[i]! * y[i]!;
        groupMass[value]! += p;
        groupSum[value]! += p * y[i]!;
      }
      if (mass > 0) within += squares - (total * total) / mass;
    }
  }
  const between = groupSum.reduce(
    (sum, x, value) => sum + (groupMass[value]! > 0 ? (x * x) / groupMass[value]! : 0),
    0,
  );
  return { between, within };
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
