/** A probability as a share of a hundred. What is not 0 or 1 never looks like it; only what is exact is 0% or 100% flatly. */
function share(p: number, exact: boolean): string {
  if (p > 0 && p < 0.001) return '<0.1%';
  if (p > 0.999 && p < 1) return '>99.9%';
  return `${(100 * p).toFixed(exact && (p === 0 || p === 1) ? 0 : 1)}%`;
}

/** A figure with its standard error on a line below it, `±0.04`: 0 where all replicates agree; none where it is exact. */
export function estimate(figure: string, error: number | null | undefined): string {
  return typeof error === 'number' ? `${figure}\n±${errorWords(error)}` : figure;
}

/** A share with its standard error in points of a hundred. */
export function shareEstimate(p: number, exact: boolean, error: number | null | undefined): string {
  return estimate(share(p, exact), typeof error === 'number' ? 100 * error : undefined);
}

/** The same on one line, for what is no table for a terminal. */
export function onOneLine(cell: string): string {
  return cell.replaceAll('\n', ' ');
}

/** A standard error to two decimals; what is not 0 never looks like it. */
function errorWords(error: number): string {
  return error > 0 && error < 0.005 ? '<0.01' : error.toFixed(2);
}
