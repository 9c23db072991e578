// Finds the generator of the rank-1 lattice in src/analysis/lattice.ts: of all Korobov vectors (1, a, a^2, …) mod N the one
// with the least P_2, the worst-case error over periodic functions with square-integrable mixed second derivatives, where
// dimension j counts 1/j^2. Prints a. Takes some seconds; run it only to change N.
const N = 4093;
const DIMENSIONS = 64;

const bernoulli = x => x * x - x + 1 / 6;
const kernel = Float64Array.from({ length: N }, (_, i) => 2 * Math.PI ** 2 * bernoulli(i / N));
let best = { a: 0, error: Number.POSITIVE_INFINITY };
for (let a = 2; a < N; a += 1) {
  const z = Array.from({ length: DIMENSIONS }, () => 1);
  for (let j = 1; j < DIMENSIONS; j += 1) z[j] = (z[j - 1] * a) % N;
  let sum = 0;
  for (let i = 0; i < N; i += 1) {
    let product = 1;
    for (let j = 0; j < DIMENSIONS; j += 1) product *= 1 + kernel[(i * z[j]) % N] / (j + 1) ** 2;
    sum += product;
  }
  const error = sum / N - 1;
  if (error < best.error) best = { a, error };
}
console.log(best);
