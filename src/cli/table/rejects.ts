import type { RuleSet } from '../../model/rule-set.js';
import type { TableMap } from '../../model/table-map.js';
import { codeSql, codesOf, quoteName, quoteText } from '../../sql/codes.js';
import type { TableJudging } from '../../table/judging.js';
import type { Duck } from './duckdb.js';
import { type RecordLine, type RowLines, recordLines, rowLines } from './record-lines.js';
import { MISFIT, RESULT, type Scoring } from './score-source.js';
import type { TableSource } from './source.js';

/** Why a row of a table was not scored. */
export interface Reject {
  file: string;
  /** The line of a CSV or JSON lines file in which the row starts; else the row. From 1. */
  line: number;
  column: string;
  reason: string;
}

/** Rows that could not be taken apart, as DuckDB keeps them while it reads CSV. */
interface Unread {
  file: string;
  line: bigint;
  column: string | null;
  kind: string;
  message: string;
}

/** By the number that DuckDB gives the record. */
type Unreads = Map<number, Reject>;

/** How many rows could not be taken apart in the scans so far: each line once. */
export async function unreadRows(duck: Duck, { format }: TableSource): Promise<number> {
  if (format !== 'csv' || !(await keepsRejects(duck))) return 0;
  const [found] = await duck.rows<{ n: bigint }>(
    'SELECT count(*) AS n FROM (SELECT DISTINCT file_path, line FROM reject_errors JOIN reject_scans USING (scan_id, file_id))',
  );
  return Number(found?.n ?? 0);
}

/** Whether a scan has come to its end: before that there are no tables of rejects. */
async function keepsRejects(duck: Duck): Promise<boolean> {
  return (await duck.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors'")).length > 0;
}

async function unreadOf(duck: Duck, source: TableSource, scoring: Scoring, file: string): Promise<Unreads> {
  if (source.format !== 'csv') return new Map();
  if (!(await keepsRejects(duck)))
    await duck.rows(`SELECT count(COLUMNS(*)) FROM ${source.from(source.files, scoring.asText)}`);
  const found = await duck.rows<Unread>(
    `SELECT DISTINCT ON (line) file_path AS file, line, column_name AS column, error_type AS kind, error_message AS message
     FROM reject_errors JOIN reject_scans USING (scan_id, file_id) WHERE file_path = ${quoteText(file)} ORDER BY line, column_idx`,
  );
  return new Map(
    found.map(({ line, column, kind, message }) => {
      const reason = WORDS[kind] ?? message.split('\n')[0]!;
      return [Number(line), { file: source.nameOf(file), line: Number(line), column: column ?? '', reason }];
    }),
  );
}

const WORDS: Record<string, string> = {
  'MISSING COLUMNS': 'it has fewer cells than the table has columns',
  'TOO MANY COLUMNS': 'it has more cells than the table has columns',
  'INVALID ENCODING': 'it is no text in UTF-8',
  'UNQUOTED VALUE': 'a quotation mark is not closed',
  'LINE SIZE OVER MAXIMUM': 'it is longer than a line may be',
};

const cell = (i: number) => `cell_${i}`;

/** The lines of a file's rows; a row of Parquet has none, and is told by its number. */
function linesOf(path: string, { format, delimiter, columns }: TableSource, unread: Unreads): RowLines {
  const isCsv = format === 'csv';
  const records =
    format === 'parquet'
      ? none()
      : recordLines(path, { blanks: isCsv && columns.length === 1, ...(isCsv && { delimiter }) });
  return rowLines(records, { header: isCsv, unread: new Set(unread.keys()) });
}

async function* none(): AsyncGenerator<RecordLine> {}

/** Takes out records that could not be taken apart, with the lines that they start in. */
function taken(records: readonly RecordLine[], unread: Unreads): Reject[] {
  return records.map(({ number, line }) => {
    const reject = { ...unread.get(number)!, line };
    unread.delete(number);
    return reject;
  });
}

/** Every rejected row in order, file by file: the table is read once more, as rows are counted only for this. */
export async function* rejectsOf(
  duck: Duck,
  source: TableSource,
  scoring: Scoring,
  about: { ruleSet: RuleSet; map: TableMap; judging: TableJudging },
): AsyncGenerator<Reject> {
  const { ruleSet, map, judging } = about;
  const readings = judging.columns.map(id => map.columns.get(id)!);
  const columns = [...new Set(readings.map(({ column }) => column))];
  const kinds = new Map(source.columns.map(({ name, kind }) => [name, kind]));
  const wrong = readings.map(reading => {
    const fact = ruleSet.facts.get(reading.fact)!;
    const kind = source.format === 'csv' ? 'text' : kinds.get(reading.column)!;
    return `CASE WHEN ${codeSql(reading, fact, kind)} = ${codesOf(fact).misfit} THEN ${quoteText(reading.fact)} END`;
  });
  for (const path of source.files) {
    const file = source.nameOf(path);
    const unread = await unreadOf(duck, source, scoring, path);
    const lines = linesOf(path, source, unread);
    const cells = columns.map((name, i) => `CAST(${quoteName(name)} AS VARCHAR) AS ${cell(i)}`);
    const sql = `SELECT * FROM (SELECT row_number() OVER () AS row, ${RESULT}.reject AS mark, concat_ws(' ', ${wrong.join(', ')}) AS facts,
      ${cells.join(', ')} FROM (${scoring.query([path], columns)})) WHERE mark <> 0`;
    const stream = await duck.connection.stream(sql);
    for await (const rows of stream.yieldRowObjectJs()) {
      for (const row of rows) {
        const { line, before } = await lines.ofRow(Number(row.row));
        yield* taken(before, unread);
        if (Number(row.mark) !== MISFIT) {
          const { because } = ruleSet.impossible[Number(row.mark) - 1]!;
          yield { file, line, column: '', reason: `these facts cannot occur together: ${because}` };
          continue;
        }
        for (const id of String(row.facts).split(' ')) {
          const { column } = map.columns.get(id)!;
          const value = row[cell(columns.indexOf(column))];
          yield { file, line, column, reason: `\`${value}\` is no value of \`${id}\`` };
        }
      }
    }
    yield* taken(await lines.others(), unread);
    yield* unread.values(); // Of a file that is packed in a way that only DuckDB reads.
  }
}
