import { diagnostic } from '../../diagnostics/diagnostic.js';
import { quoteName } from '../../sql/codes.js';
import type { Duck } from './duckdb.js';
import { refuseTable, refuseUnreadable } from './refuse.js';
import type { TableColumn } from './source.js';

/** How CSV is looked into. */
interface Looking {
  /** As messages name the table, and one of its files. */
  name: string;
  nameOf(file: string): string;
  /** Whether every cell is kept as it is written. */
  plain: boolean;
  /** The columns that DuckDB finds in the files together, and those by the header of one. */
  columns(): Promise<TableColumn[]>;
  header(file: string): Promise<TableColumn[]>;
  /** What comes after `FROM`, with columns of these types. */
  from(columns: readonly TableColumn[]): string;
}

/**
 * The columns of CSV files: all text where cells are kept as they are written, else of the types that DuckDB takes them for,
 * as long as nothing is lost by that. It takes 31/12/2020 for a date that it cannot read afterwards, and a whole number of
 * twenty digits for a floating-point number.
 */
export async function csvColumns(
  duck: Duck,
  files: readonly string[],
  looking: Looking,
): Promise<TableColumn[]> {
  await refuseUnlike(files, looking);
  const found = await looking.columns();
  const plain = found.map((one): TableColumn => ({ ...one, type: 'VARCHAR', kind: 'text' }));
  const typed = found.filter(({ type }) => type !== 'VARCHAR');
  if (looking.plain || typed.length === 0) return plain;
  const lost = typed.map(one => `count_if(NOT coalesce(${isKept(one)}, true))`);
  const [row] = await duck
    .rows<{ lost: bigint[] }>(`SELECT [${lost.join(', ')}] AS lost FROM ${looking.from(plain)}`)
    .catch((error: unknown) => refuseUnreadable(error, looking.name));
  const changed = new Set(typed.filter((_, i) => Number(row!.lost[i]) > 0).map(({ name }) => name));
  return found.map((one, i) => (changed.has(one.name) ? plain[i]! : one));
}

/** Whether a cell is the same value as a type, and for numbers also the same digits; null where there is no value. */
function isKept({ name, type }: TableColumn): string {
  const text = quoteName(name);
  const cast = `TRY_CAST(${text} AS ${type})`;
  const read = `(${text} IS NULL OR ${cast} IS NOT NULL)`;
  if (/^(DATE|TIME.*|BOOLEAN)$/.test(type)) return read;
  const same = `CAST(${cast} AS VARCHAR) = ${text}`;
  if (type !== 'DOUBLE') return same;
  // Up to 15 digits come through a floating-point number, whatever noughts stand at their end.
  return `${read} AND (${same} OR regexp_full_match(${text}, '[+-]?(0|[1-9][0-9]*)?([.][0-9]*)?([eE][+-]?[0-9]+)?')
    AND length(regexp_replace(${text}, '[eE].*|[^0-9]', '', 'g')) <= 15)`;
}

/** Each file goes by its own header, but cells are taken by their place: so headers have to be the same. */
async function refuseUnlike(files: readonly string[], { nameOf, header }: Looking): Promise<void> {
  const [first, ...others] = files;
  if (others.length === 0) return;
  const namesOf = async (file: string) => (await header(file)).map(({ name }) => name);
  const wanted = await namesOf(first!);
  const spoken = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');
  for (const file of others) {
    const names = await namesOf(file);
    const at = Array.from({ length: Math.max(names.length, wanted.length) }, (_, i) => i).find(
      i => names[i] !== wanted[i],
    );
    if (at === undefined) continue;
    const [here, there] = [names, wanted].map(all => spoken(all.slice(at, at + 1)) || 'none');
    refuseTable([
      diagnostic(
        'table/unreadable',
        `\`${nameOf(file)}\` does not have the columns of \`${nameOf(first!)}\`: column ${at + 1} is ${here}, and there ${there}`,
        undefined,
        "give both the same header, or let --query go by names: `SELECT * FROM read_csv(['…', '…'], union_by_name = true)`",
      ),
    ]);
  }
}
