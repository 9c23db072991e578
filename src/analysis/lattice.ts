import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Points of one lattice, a prime. */
export const LATTICE_POINTS = 4093;
/** Made by scripts/lattice.js, for up to 64 dimensions. */
const GENERATOR = 450;

/**
 * A rank-1 lattice of Korobov's form, x_ij = frac(i a^j / N + shift_j), with a random shift for each replicate: every
 * replicate is an unbiased estimate, and how replicates differ tells its standard error (Cranley & Patterson 1976, SIAM
 * Journal on Numerical Analysis 13(6); L'Ecuyer & Lemieux 2000, Management Science 46(9); both recalled). Gives, for each
 * replicate, a function from a dimension to its column of N points in [0, 1).
 */
export function shiftedLattices(seed: number, replicates: number): ((dimension: number) => Float64Array)[] {
  const stream = xoroshiro128plus(seed);
  return Array.from({ length: replicates }, () => {
    const random = stream.clone();
    stream.jump();
    const shifts: number[] = [];
    return dimension => {
      while (shifts.length <= dimension) shifts.push(uniformFloat64(random));
      return column(dimension, shifts[dimension]!);
    };
  });
}

function column(dimension: number, shift: number): Float64Array {
  let power = 1;
  for (let j = 0; j < dimension; j += 1) power = (power * GENERATOR) % LATTICE_POINTS;
  return Float64Array.from({ length: LATTICE_POINTS }, (_, i) => {
    const x = ((i * power) % LATTICE_POINTS) / LATTICE_POINTS + shift;
    return x - Math.floor(x);
  });
}
