import { signed } from '../report/rounding.js';

/** Points as they are written in a chart: a real minus sign, one decimal. */
export function signedPoints(x: number): string {
  return signed(x).replace('-', '−');
}
