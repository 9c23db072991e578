import type { RuleSet } from '../../model/rule-set.js';
import type { TableMap } from '../../model/table-map.js';
import { quoteName, quoteText } from '../../sql/codes.js';
import { DIALECTS } from '../../sql/dialect.js';
import { namer } from '../../sql/names.js';
import { statementOf } from '../../sql/statement.js';
import { columnName } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import { EXIT, Stop } from '../io.js';
import { whyUnsayable } from '../sql.js';
import { MISFIT, RESULT } from './score-source.js';
import type { TableSource } from './source.js';

/** The table under a name that no step of the statement has. */
const TABLE = 'demarche rows';

/**
 * Every row of a table with its `RESULT`, as `Scoring.query` gives them, from the statement that `demarche sql` writes.
 * Which of the impossible combinations a rejected row makes it does not tell.
 */
export function sqlRows(
  source: TableSource,
  { ruleSet, map, judging }: { ruleSet: RuleSet; map: TableMap; judging: TableJudging },
  keep: readonly string[],
): string {
  const kinds = new Map(source.columns.map(({ name, kind }) => [name, kind]));
  const keys = keep.map((_, i) => `demarche kept ${i}`);
  const statement = statementOf(ruleSet, judging, {
    ...{ dialect: 'duckdb', table: [TABLE], keys, wide: true, map },
    kindOf: column => (source.format === 'csv' ? 'text' : kinds.get(column)),
  });
  if (typeof statement !== 'string') throw new Stop(EXIT.usage, whyUnsayable(statement, 'duckdb'));
  const asText = new Set([...map.columns.values()].map(({ column }) => column));
  // Under other names, lest a column be called as one of the statement's own.
  const named = keep.map((name, i) => `, ${quoteName(name)} AS ${quoteName(keys[i]!)}`).join('');
  const table = `SELECT *${named} FROM ${source.from(source.files, asText)}`;
  const kept = keep.map((name, i) => `${quoteName(keys[i]!)} AS ${quoteName(name)}, `).join('');
  const ranked = statement.trimEnd().replace(/;$/, '');
  return `SELECT ${kept}${resultSql(judging)} AS ${RESULT} FROM (WITH ${quoteName(TABLE)} AS (${table}) SELECT * FROM (${ranked}\n))`;
}

/** The columns of a row in the types that the evaluator gives. */
function resultSql({ program, leftOut }: TableJudging): string {
  const name = namer(DIALECTS.duckdb);
  const options = program.options.filter((_, o) => !leftOut.includes(o));
  const rejected = `CASE WHEN problem IS NOT NULL THEN ${MISFIT} WHEN impossible THEN 1 ELSE 0 END::USMALLINT`;
  const fields: [string, string][] = [
    ['reject', rejected],
    ['leader', `leader::ENUM (${program.options.map(quoteText).join(', ')})`],
    ['margin', 'margin'],
    ['may_lead', 'may_lead::USMALLINT'],
    ['leader_certain', 'leader_certain'],
    ...options.flatMap(id =>
      ['rank', 'score', 'low', 'high'].map((of): [string, string] => {
        const column = quoteName(name(id, of));
        return [columnName(id, of), of === 'rank' ? `${column}::USMALLINT` : column];
      }),
    ),
  ];
  return `struct_pack(${fields.map(([key, sql]) => `${quoteName(key)} := ${sql}`).join(', ')})`;
}
