import type { Between } from '../model/fact.js';
import { logGamma } from './gamma.js';

/**
 * The probability that a number in a closed interval is at most x (docs/meaning.md, 4.9): uniform; triangular where a likely
 * value is given; PERT, which is a beta distribution with lambda 4 (Malcolm, Roseboom, Clark & Fazar 1959, Operations
 * Research 7(5)). An interval of one point has all its mass there.
 */
export function cumulative({ low, high, likely, shape }: Between, x: number): number {
  if (x >= high) return 1;
  if (x <= low) return 0;
  const t = (x - low) / (high - low);
  if (likely === undefined || shape === 'uniform') return t;
  const mode = (likely - low) / (high - low);
  return shape === 'pert' ? incompleteBeta(t, 1 + 4 * mode, 1 + 4 * (1 - mode)) : triangular(t, mode);
}

/** Of the triangular distribution from 0 to 1 with this mode (Kotz & van Dorp 2004, Beyond Beta, ch. 1). */
function triangular(t: number, mode: number): number {
  return t <= mode ? (t * t) / mode : 1 - ((1 - t) * (1 - t)) / (1 - mode);
}

/**
 * The regularised incomplete beta function I_x(a, b) for a, b of at least 1, by the continued fraction of DLMF 8.17.22,
 * evaluated by Lentz's method; relative error about 1e-13.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b)) / a;
  const term = (n: number): number => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  return front / continuedFraction(term);
}

/** 1 + d_1 / (1 + d_2 / (1 + …)) by the modified Lentz method (Press et al., Numerical Recipes, 5.2). */
function continuedFraction(term: (n: number) => number): number {
  const TINY = 1e-300;
  let value = 1;
  let c = 1;
  let d = 0;
  for (let n = 1; n < 500; n += 1) {
    d = 1 / (1 + term(n) * d || TINY);
    c = 1 + term(n) / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
