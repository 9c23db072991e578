import type { Robustness, RobustOption } from '../model/robustness.js';
import { csv } from './csv.js';
import { safely } from './layout.js';
import { MADE_FROM, madeFromCells } from './manifest.js';

const COLUMNS = ['option', 'figure', 'of', 'value', 'standard-error'];

/** A row for each figure of each option, with its standard error: 0 where it is exact. */
export function robustnessCsv(result: Robustness): string {
  const told = safely(result);
  const made = madeFromCells(told.manifest);
  const rows = told.options.flatMap(one =>
    figures(one, told).map(({ figure, of = '', value, error }) => ({
      ...{ option: one.option, figure, of, value, 'standard-error': error ?? 0, ...made },
    })),
  );
  return csv(rows, [...COLUMNS, ...MADE_FROM]);
}

interface Figure {
  figure: string;
  of?: string | number;
  value: number;
  error?: number | null | undefined;
}

/** Every figure of an option. Extremes are what was met, and have no error. */
function figures(one: RobustOption, { pairwise, pairwiseError }: Robustness): Figure[] {
  const { standardError: error, quantiles, option } = one;
  const rival = (other: string) => pairwiseError && pairwiseError[option]![other];
  return [
    ...one.acceptability.map((value, i) => ({
      ...{ figure: 'rank', of: i + 1, value, error: error?.acceptability[i] },
    })),
    { figure: 'excluded', value: one.excluded, error: error?.excluded },
    { figure: 'beats-baseline', value: one.beatsBaseline, error: error?.beatsBaseline },
    { figure: 'expected', value: one.expected, error: error?.expected },
    { figure: 'score', of: '5%', value: quantiles.p5, error: error?.quantiles.p5 },
    { figure: 'score', of: '50%', value: quantiles.p50, error: error?.quantiles.p50 },
    { figure: 'score', of: '95%', value: quantiles.p95, error: error?.quantiles.p95 },
    { figure: 'worst', value: one.worst },
    { figure: 'expected-regret', value: one.expectedRegret, error: error?.expectedRegret },
    { figure: 'max-regret', value: one.maxRegret },
    ...Object.entries(one.centralWeights ?? {}).map(([of, value]) => ({
      ...{ figure: 'central-weight', of, value, error: error?.centralWeights?.[of] },
    })),
    ...(one.confidence === null
      ? []
      : [{ figure: 'confidence', value: one.confidence, error: error?.confidence }]),
    ...Object.entries(pairwise[option]!).map(([of, value]) => ({
      ...{ figure: 'above', of, value, error: rival(of) },
    })),
  ];
}
