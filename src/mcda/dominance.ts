import type { Cell, DecisionMatrix } from '../engine/matrix.js';
import type { Dominance } from '../model/appraisal.js';

type Row = ReadonlyMap<string, Pick<Cell, 'value' | 'low' | 'high'>>;

/**
 * Which options dominate which: at least as good on all criteria and better on one (Hwang & Yoon 1981). *Certain* if
 * that holds between the lows of the one and the highs of the other and no gate on the one is open, *possible* if only
 * between their values. Weights play no part. In order of the two ids.
 */
export function dominance(
  matrix: DecisionMatrix,
  options: readonly string[],
  hasOpenGate: (option: string) => boolean,
): Dominance[] {
  const pairs = options.flatMap(over =>
    options.filter(under => under !== over).map(under => ({ over, under })),
  );
  return pairs.flatMap(({ over, under }) => {
    const [a, b] = [matrix.get(over)!, matrix.get(under)!];
    if (!hasOpenGate(over) && dominates(a, b, 'low', 'high')) return { over, under, certainty: 'certain' };
    return dominates(a, b, 'value', 'value') ? { over, under, certainty: 'possible' } : [];
  });
}

function dominates(a: Row, b: Row, ofA: 'value' | 'low', ofB: 'value' | 'high'): boolean {
  const differences = [...a].map(([criterion, cell]) => cell[ofA] - b.get(criterion)![ofB]);
  return differences.every(d => d >= 0) && differences.some(d => d > 0);
}
