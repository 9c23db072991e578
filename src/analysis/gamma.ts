/**
 * The quantiles of the gamma distribution with this shape and scale 1, at rising probabilities in (0, 1): for each its
 * root of P(a, x) = p by Halley's method, from the quantile before it or from a closed approximation, within a bracket.
 * Relative error about 1e-10; 0 throughout for a shape of 0.
 */
export function gammaQuantiles(shape: number, rising: Float64Array): Float64Array {
  if (shape === 0) return new Float64Array(rising.length);
  const logFront = logGamma(shape);
  let x = 0;
  return rising.map(p => {
    x = quantile(shape, p, x > 0 ? x : start(shape, p, logFront), logFront);
    return x;
  });
}

/** Where the left tail is thin the series starts with x^a / Gamma(a + 1); else Wilson and Hilferty's cube (1931; recalled). */
function start(shape: number, p: number, logFront: number): number {
  const tail = Math.exp((Math.log(p) + Math.log(shape) + logFront) / shape);
  if (tail < 0.1 * (shape + 1)) return tail;
  const z = 1.2 * (p - 0.5) * 2;
  return shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

function quantile(shape: number, p: number, from: number, logFront: number): number {
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let x = from;
  for (let i = 0; i < 200; i += 1) {
    const over = incompleteGamma(shape, x, logFront) - p;
    if (over > 0) high = x;
    else low = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logFront);
    const newton = over / density;
    const halley = newton / (1 - Math.min(1, Math.max(-1, newton * ((shape - 1) / x - 1))) / 2);
    const to = x - halley;
    const next = to > low && to < high ? to : high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-11 * next) return next;
    x = next;
  }
  return x;
}

/**
 * The regularised lower incomplete gamma function P(a, x): its power series (DLMF 8.7.1) up to x = a + 1, past that one less
 * the continued fraction of Q(a, x) (DLMF 8.9.2) by Lentz's method. `logFront` is the logarithm of Gamma(a).
 */
export function incompleteGamma(a: number, x: number, logFront = logGamma(a)): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logFront);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  const TINY = 1e-300;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || TINY);
    c = b + an / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * value;
}

/** The logarithm of Gamma(x) for x above 0: Stirling's series (DLMF 5.11.1) after shifting the argument to at least 10. */
export function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z += 1) shift += Math.log(z);
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}
