import { signed } from '../report/rounding.js';

/** Points with their sign, as they are written on a page and in a chart: a real minus sign. */
export function points(x: number, decimals: 0 | 1 = 1): string {
  return signed(x, decimals).replace('-', '−');
}
