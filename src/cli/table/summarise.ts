import { diagnostic } from '../../diagnostics/diagnostic.js';
import { by } from '../../model/order.js';
import type { RuleSet } from '../../model/rule-set.js';
import type { TableGroup, TableSummary } from '../../model/table-summary.js';
import { quoteName, quoteText } from '../../sql/codes.js';
import { columnName } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import { unknownColumn } from './mapping.js';
import { refuseTable } from './refuse.js';
import type { Scoring } from './score-source.js';
import type { TableColumn, TableSource } from './source.js';

/** How many groups a summary may have. */
const MOST_GROUPS = 1000;

/** The columns to group by, or a stop where the table has no such column. */
export function groupColumns(source: TableSource, names: readonly string[]): TableColumn[] {
  const known = source.columns.map(({ name }) => name);
  return names.map(
    name =>
      source.columns.find(one => one.name === name) ?? refuseTable([unknownColumn(name, known, source.name)]),
  );
}

/** The query that counts rows by group, and all of them together, which come first and are marked. */
export function summarySql(scored: string, groups: readonly TableColumn[], judging: TableJudging): string {
  const keys = groups.map(keySql);
  const named = keys.map((sql, i) => `${sql} AS ${quoteName(`key ${i}`)}`);
  const names = keys.map((_, i) => quoteName(`key ${i}`));
  const figures = [
    'count(*) AS n',
    'sum(m::HUGEINT) AS margins',
    'count(m) AS margin_rows',
    'count_if(NOT r.leader_certain) AS undetermined',
    ...options(judging).flatMap(({ id, o }) => [
      `count_if(r.leader = ${quoteText(id)}) AS ${quoteName(`leads ${o}`)}`,
      `count_if(r.${quoteName(columnName(id, 'rank'))} IS NULL) AS ${quoteName(`excluded ${o}`)}`,
    ]),
  ];
  // Margins have nine decimals: summed as whole numbers, the order of rows makes no difference.
  const fit = `SELECT r, round(r.margin * 1e9) AS m${named.length > 0 ? `, ${named.join(', ')}` : ''} FROM (${scored}) WHERE r.reject = 0`;
  const sets = names.length > 0 ? ` GROUP BY GROUPING SETS ((), (${names.join(', ')}))` : '';
  const isAll = names.length > 0 ? `grouping(${names.join(', ')}) <> 0` : 'true';
  const order = [isAll, ...names].map((one, i) => (i === 0 ? 'is_all DESC' : `${one} NULLS LAST`));
  return `SELECT ${[...names, `${isAll} AS is_all`, ...figures].join(', ')} FROM (${fit})${sets} ORDER BY ${order.join(', ')} LIMIT ${MOST_GROUPS + 2}`;
}

/** A date stands for its year; text, numbers and the like for themselves. */
function keySql({ name, type }: TableColumn): string {
  return /^(DATE|TIMESTAMP.*)$/.test(type) ? `year(${quoteName(name)})` : quoteName(name);
}

function options({ program, leftOut }: TableJudging): { id: string; o: number }[] {
  return program.options.flatMap((id, o) => (leftOut.includes(o) ? [] : [{ id, o }]));
}

type Row = Record<string, unknown>;

/** The summary, from what that query gave and what was counted beside it. */
export function summaryOf(
  rows: readonly Row[],
  groups: readonly TableColumn[],
  about: Pick<TableSummary, 'manifest' | 'table' | 'rejected'> & {
    ruleSet: RuleSet;
    judging: TableJudging;
    scoring: Scoring;
  },
): TableSummary {
  const { ruleSet, judging, scoring, manifest, table, rejected } = about;
  if (rows.length > MOST_GROUPS + 1) {
    const named = groups.map(({ name }) => `\`${name}\``).join(' and ');
    const help = 'group by a column with fewer values; a date counts by its year';
    refuseTable([
      diagnostic('table/too-many-groups', `${named} makes more than ${MOST_GROUPS} groups`, undefined, help),
    ]);
  }
  const all = groupOf(rows[0] ?? { n: 0, margin_rows: 0 }, judging);
  const keyed = groups.length === 0 ? [] : rows.slice(1);
  const share = (n: number) => ratio(n, all.rows);
  const decided = scoring.decided!;
  const stated = judging.program.facts.filter(({ derive }) => !derive);
  const unknown = new Map(judging.columns.map((id, i) => [id, scoring.unknown[i]!]));
  return {
    ...{ format: 'table-summary/1', manifest, table },
    options: Object.fromEntries([...ruleSet.options].map(([id, { title }]) => [id, { title }])),
    rejected,
    all,
    by: groups.map(({ name }) => name),
    groups: keyed.map(row => ({
      key: groups.map((_, i) => (row[`key ${i}`] === null ? null : String(row[`key ${i}`]))),
      ...groupOf(row, judging),
    })),
    rules: ruleSet.rules
      .map(({ id, title }, i) => ({
        ...{ rule: id, title, fired: share(decided.fired[i]!), decides: share(decided.rules[i]!) },
      }))
      .sort((a, b) => b.decides - a.decides || b.fired - a.fired || by<typeof a>(one => one.rule)(a, b)),
    facts: stated
      .map(({ id }, i) => ({
        ...{ fact: id, title: ruleSet.facts.get(id)!.title, decides: share(decided.facts[i]!) },
        unknown: unknown.has(id) ? share(unknown.get(id)!) : null,
      }))
      .sort((a, b) => b.decides - a.decides || by<typeof a>(one => one.fact)(a, b)),
    against: null,
  };
}

function groupOf(row: Row, judging: TableJudging): TableGroup {
  const n = Number(row.n);
  const counted = Number(row.margin_rows);
  return {
    rows: n,
    margin: counted === 0 ? null : ratio(Number(row.margins) / 1e9, counted),
    undetermined: ratio(Number(row.undetermined), n),
    options: options(judging).map(({ id, o }) => ({
      option: id,
      leads: ratio(Number(row[`leads ${o}`]), n),
      excluded: ratio(Number(row[`excluded ${o}`]), n),
    })),
  };
}

/** To nine decimals; 0 of nothing. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1e9) / 1e9 + 0;
}
