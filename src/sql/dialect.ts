/** The dialects that a statement can be written in. */
export const DIALECT_IDS = [
  'duckdb',
  'postgresql',
  'clickhouse',
  'spark',
  'trino',
  'bigquery',
  'snowflake',
] as const;

export type DialectId = (typeof DIALECT_IDS)[number];

/** What differs from dialect to dialect; everything else that a statement holds is common to all. */
export interface Dialect {
  id: DialectId;
  title: string;
  /** Whether the tests run statements on the engine, or only parse them. */
  held: 'run' | 'parsed';
  /** The mark around names, and how a mark, or a backslash, is written inside one. */
  name: { mark: '"' | '`'; escapes: Escapes };
  /** How an apostrophe, or a backslash, is written inside a text. */
  text: Escapes;
  /** Types to cast to; either takes NULL. */
  types: { text: string; real: string };
  /** What stands before and after a value to read it as a number. Where it is none, some give NULL, others end the statement. */
  number: readonly [before: string, after: string];
  /** What stands before and after the digits of a floating-point number: without it some read an exact decimal. */
  real: readonly [before: string, after: string];
  /** One and nothing, of a signed type: where a 1 is an unsigned byte, sums with minus signs have no common type. */
  bits: readonly [one: string, zero: string];
  /** What ends each step, so that the planner does not write it anew wherever the next one uses it. */
  fence: string;
  /** How many bytes of a name are kept. */
  nameBytes: number;
  /** How many columns a step may have; none where no limit is near. */
  mostColumns?: number;
  /** How many arguments GREATEST may have; none where no limit is near. */
  mostArguments?: number;
}

/** What replaces a character that would end, or change, what it stands in. */
type Escapes = Readonly<Record<string, string>>;

const COMMON = {
  name: { mark: '"', escapes: { '"': '""' } },
  text: { "'": "''" },
  types: { text: 'VARCHAR', real: 'DOUBLE' },
  number: ['TRY_CAST(', ' AS DOUBLE)'],
  real: ['', 'e0'],
  bits: ['1', '0'],
  fence: '',
  nameBytes: 120,
} as const satisfies Partial<Dialect>;

const BACKSLASHED = { '\\': '\\\\', "'": "\\'" } as const;

/** Every dialect, by id. */
export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  duckdb: { ...COMMON, id: 'duckdb', title: 'DuckDB', held: 'run' },
  postgresql: {
    ...COMMON,
    id: 'postgresql',
    title: 'PostgreSQL',
    held: 'run',
    types: { text: 'text', real: 'double precision' },
    number: ['CAST(', ' AS double precision)'],
    // A number with a point or an exponent is a decimal.
    real: ['', '::float8'],
    // Steps would be written into one another, and grow from each to the next.
    fence: 'OFFSET 0',
    nameBytes: 63,
    mostColumns: 1600,
  },
  clickhouse: {
    ...COMMON,
    id: 'clickhouse',
    title: 'ClickHouse',
    held: 'run',
    name: { mark: '"', escapes: { '\\': '\\\\', '"': '\\"' } },
    text: BACKSLASHED,
    // A type takes no NULL unless it says so.
    types: { text: 'Nullable(String)', real: 'Nullable(Float64)' },
    number: ['CAST(', ' AS Nullable(Float64))'],
    bits: ['toInt32(1)', 'toInt32(0)'],
  },
  spark: {
    ...COMMON,
    id: 'spark',
    title: 'Spark SQL',
    held: 'parsed',
    name: { mark: '`', escapes: { '`': '``' } },
    // Two apostrophes end one text and start the next.
    text: BACKSLASHED,
    types: { text: 'STRING', real: 'DOUBLE' },
  },
  trino: { ...COMMON, id: 'trino', title: 'Trino', held: 'parsed', mostArguments: 127 },
  bigquery: {
    ...COMMON,
    id: 'bigquery',
    title: 'BigQuery',
    held: 'parsed',
    name: { mark: '`', escapes: { '\\': '\\\\', '`': '\\`' } },
    text: BACKSLASHED,
    types: { text: 'STRING', real: 'FLOAT64' },
    number: ['SAFE_CAST(', ' AS FLOAT64)'],
  },
  snowflake: {
    ...COMMON,
    id: 'snowflake',
    title: 'Snowflake',
    held: 'parsed',
    text: { '\\': '\\\\', "'": "''" },
    types: { text: 'VARCHAR', real: 'FLOAT' },
    // TRY_CAST takes nothing but text there.
    number: ['CAST(', ' AS FLOAT)'],
    real: ['', '::FLOAT'],
  },
};

/** A name between marks, whatever is in it. */
export function quoted(name: string, { name: { mark, escapes } }: Dialect): string {
  return `${mark}${escaped(name, escapes)}${mark}`;
}

/** A text between apostrophes, whatever is in it. */
export function textLiteral(text: string, dialect: Dialect): string {
  return `'${escaped(text, dialect.text)}'`;
}

function escaped(text: string, escapes: Escapes): string {
  return [...text].map(letter => (Object.hasOwn(escapes, letter) ? escapes[letter] : letter)).join('');
}

/** A floating-point number, with all the digits that tell it from its neighbours. */
export function realLiteral(value: number, { real: [before, after] }: Dialect): string {
  const [, sign, digits, power] = /^(-?)([\d.]+)(?:e\+?(-?\d+))?$/.exec(String(shortened(value)))!;
  // What has an exponent already cannot take another.
  const number = power === undefined ? `${digits}${after}` : `${digits}e${power}${after.replace(/^e0/, '')}`;
  return sign === '' ? `${before}${number}` : `(-${before}${number})`;
}

/** A million and its like as people write them in a statement. */
function shortened(value: number): string {
  const text = String(value);
  return /^10{6,}$/.test(text) ? `1e${text.length - 1}` : text;
}
