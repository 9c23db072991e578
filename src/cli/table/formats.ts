/** The formats of tables. */
export const TABLE_FORMATS = ['csv', 'parquet', 'jsonl'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What scores rows: the compiled evaluator, or the statement of `demarche sql` inside DuckDB. */
export const ENGINES = ['evaluator', 'sql'] as const;
export type Engine = (typeof ENGINES)[number];
