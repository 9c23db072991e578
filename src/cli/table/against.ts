import { stat } from 'node:fs/promises';
import { checkTableMap } from '../../checks/table-map.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { TableMap } from '../../model/table-map.js';
import type { TableChange } from '../../model/table-summary.js';
import { quoteName } from '../../sql/codes.js';
import { openRuleSet } from '../input.js';
import { duckMessage } from './duckdb.js';
import { judgeTable } from './judge-table.js';
import { fitMapping, unknownColumn } from './mapping.js';
import type { OpenTable } from './open-table.js';
import { refuseTable } from './refuse.js';
import { RESULT, type Scoring, scoringIn } from './score-source.js';
import { openSource } from './source.js';

/** Who leads there and here, and in how many rows; null where a row is not scored. */
interface Pair {
  there: string | null;
  here: string | null;
  n: bigint;
}

/** Holds a table against another version of the rule set, which is a folder, or a table of results, joined by the id column. */
export async function changeAgainst(
  other: string,
  open: OpenTable,
  scoring: Scoring,
  map: TableMap,
): Promise<TableChange> {
  const isFolder = (await stat(other).catch(() => undefined))?.isDirectory() === true;
  const pairs = isFolder ? await byRuleSet(other, open, scoring) : await byResults(other, open, scoring, map);
  const count = (wanted: (pair: Pair) => boolean) =>
    pairs.filter(wanted).reduce((sum, { n }) => sum + Number(n), 0);
  const rows = count(({ here, there }) => here !== null && there !== null);
  const moved = pairs.filter(({ here, there }) => here !== null && there !== null && here !== there);
  const changed = moved.reduce((sum, { n }) => sum + Number(n), 0);
  return {
    with: other,
    rows,
    onlyHere: count(({ there }) => there === null),
    onlyThere: count(({ here }) => here === null),
    changed: rows === 0 ? 0 : Math.round((changed / rows) * 1e9) / 1e9,
    moves: moved.map(({ here, there, n }) => ({ there: there!, here: here!, rows: Number(n) })),
  };
}

const ORDER = 'ORDER BY n DESC, there, here';

async function byRuleSet(
  folder: string,
  { duck, source, mapping, asked, io }: OpenTable,
  here: Scoring,
): Promise<Pair[]> {
  const ruleSet = await openRuleSet(folder, asked, io);
  if (mapping.authored) {
    const problems = checkTableMap(mapping.authored, ruleSet);
    if (problems.length > 0) refuseTable(problems);
  }
  const map = fitMapping({ ...mapping, ruleSet }, source.columns, source.name);
  const judging = await judgeTable(ruleSet, folder, map, asked, io);
  const there = await scoringIn(duck, source, { ruleSet, map, judging, wanted: {}, threads: 1, name: 1 });
  const asText = new Set([...here.asText, ...there.asText]);
  const coded = `SELECT ${here.parts.coded}, ${there.parts.coded} FROM ${source.from(source.files, asText)}`;
  const scored = `SELECT ${here.parts.call} AS r, ${there.parts.call} AS q FROM (${coded})`;
  const leader = (r: string) => `CASE WHEN ${r}.reject = 0 THEN ${r}.leader::VARCHAR END`;
  return duck.rows(
    `SELECT here, there, count(*) AS n FROM (SELECT ${leader('r')} AS here, ${leader('q')} AS there FROM (${scored}))
     WHERE here IS NOT NULL OR there IS NOT NULL GROUP BY here, there ${ORDER}`,
  );
}

async function byResults(
  file: string,
  { duck, source, io }: OpenTable,
  scoring: Scoring,
  { id }: TableMap,
): Promise<Pair[]> {
  if (id === undefined)
    return refuseTable([
      diagnostic(
        'table/not-joined',
        'no column tells rows apart',
        undefined,
        'name one as `id` in the mapping file',
      ),
    ]);
  const other = await openSource(duck, { data: [file] }, io);
  const names = other.columns.map(({ name }) => name);
  const lacking = [id, 'leader'].filter(name => !names.includes(name));
  if (lacking.length > 0) refuseTable(lacking.map(name => unknownColumn(name, names, file)));
  const key = `${quoteName(id)}::VARCHAR AS id`;
  const hereSql = `SELECT ${key}, ${RESULT}.leader::VARCHAR AS here FROM (${scoring.query(source.files, [id])}) WHERE ${RESULT}.reject = 0`;
  const thereSql = `SELECT ${key}, leader::VARCHAR AS there FROM ${other.from(other.files, new Set())}`;
  try {
    const [repeated] = await duck.rows<{ id: string }>(
      `SELECT id FROM (SELECT id, 0 AS side FROM (${hereSql}) UNION ALL SELECT id, 1 FROM (${thereSql})) GROUP BY id, side HAVING count(*) > 1 ORDER BY id LIMIT 1`,
    );
    if (repeated)
      refuseTable([
        diagnostic(
          'table/not-joined',
          `the id \`${repeated.id}\` stands in several rows`,
          undefined,
          'name a column as `id` that tells every row apart',
        ),
      ]);
    return await duck.rows(
      `SELECT here, there, count(*) AS n FROM (${hereSql}) FULL JOIN (${thereSql}) USING (id) GROUP BY here, there ${ORDER}`,
    );
  } catch (error) {
    if (error instanceof Error && 'exit' in error) throw error;
    return refuseTable([
      diagnostic('table/unreadable', `\`${file}\` cannot be held against: ${duckMessage(error)}`),
    ]);
  } finally {
    await other.forget();
  }
}
