/** What a chart shows, without how it is drawn: the same numbers stand in a table beside it. */
export type Chart = RankingChart | BarsChart | HeatMapChart | SharesChart | SpansChart | BumpChart;

/** Options from the first to the last: what speaks for and against each, its score and how far that may move. In points. */
export interface RankingChart {
  kind: 'ranking';
  rows: { label: string; pro: number; contra: number; score: number; low: number; high: number }[];
}

/** One bar a row, to either side of 0. In points. */
export interface BarsChart {
  kind: 'bars';
  rows: { label: string; value: number }[];
}

/** A table of points from -100 to +100, the larger the darker. */
export interface HeatMapChart {
  kind: 'heat-map';
  columns: string[];
  rows: { label: string; values: number[] }[];
}

/** Shares of a whole, from 0 to 1, in the order of `parts`; the last part stands apart from the others. */
export interface SharesChart {
  kind: 'shares';
  parts: string[];
  rows: { label: string; shares: number[] }[];
}

/** A stretch of the way from 0 to 1, and where things stand now. */
export interface SpansChart {
  kind: 'spans';
  rows: { label: string; low: number; high: number; now: number }[];
}

/** Ranks by column; null where there is none. The strong rows are those to follow. */
export interface BumpChart {
  kind: 'bump';
  columns: string[];
  rows: { label: string; ranks: (number | null)[]; strong: boolean }[];
}
