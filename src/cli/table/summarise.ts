import { diagnostic } from '../../diagnostics/diagnostic.js';
import { byId } from '../../model/order.js';
import type { RuleSet } from '../../model/rule-set.js';
import type { TableGroup, TableSummary } from '../../model/table-summary.js';
import { quoteName, quoteText } from '../../sql/codes.js';
import type { Decided } from '../../table/deciders.js';
import { columnName } from '../../table/frames.js';
import type { TableJudging } from '../../table/judging.js';
import type { Duck } from './duckdb.js';
import { unknownColumn } from './mapping.js';
import { refuseTable, refuseUnreadable } from './refuse.js';
import { GROUP, type Groups, RESULT, type Scoring } from './score-source.js';
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

/** The groups that rows fall into, and the values that make each: numbered in order of these. */
export interface Grouped extends Groups {
  keys: readonly (readonly (string | null)[])[];
}

/** Finds the groups of a table, or stops where they are too many. */
export async function groupsOf(
  duck: Duck,
  source: TableSource,
  columns: readonly TableColumn[],
  asText: ReadonlySet<string>,
): Promise<Grouped> {
  const number = quoteName(GROUP);
  if (columns.length === 0)
    return { count: 1, join: `CROSS JOIN (SELECT 0::USMALLINT AS ${number})`, keys: [] };
  const sql = columns.map(keySql);
  const names = columns.map((_, i) => quoteName(`demarche key ${i}`));
  const order = names.map(name => `${name} NULLS LAST`).join(', ');
  const distinct = `SELECT DISTINCT ${sql.map((one, i) => `${one} AS ${names[i]}`).join(', ')} FROM ${source.from(source.files, asText)} LIMIT ${MOST_GROUPS + 1}`;
  try {
    await duck.rows(
      `CREATE OR REPLACE TEMP TABLE demarche_groups AS SELECT *, (row_number() OVER (ORDER BY ${order}) - 1)::USMALLINT AS ${number} FROM (${distinct})`,
    );
  } catch (error) {
    refuseUnreadable(error, source.name);
  }
  const rows = await duck.rows<Row>(
    `SELECT ${names.map((name, i) => `${name}::VARCHAR AS k${i}`).join(', ')} FROM demarche_groups ORDER BY ${number}`,
  );
  if (rows.length > MOST_GROUPS) {
    const named = columns.map(({ name }) => `\`${name}\``).join(' and ');
    const help = 'group by a column with fewer values; a date counts by its year';
    refuseTable([
      diagnostic('table/too-many-groups', `${named} makes more than ${MOST_GROUPS} groups`, undefined, help),
    ]);
  }
  const alike = sql.map((one, i) => `${one} IS NOT DISTINCT FROM ${names[i]}`).join(' AND ');
  return {
    count: Math.max(1, rows.length),
    join: `JOIN demarche_groups ON ${alike}`,
    keys: rows.map(row => names.map((_, i) => row[`k${i}`] as string | null)),
  };
}

/** A date stands for its year; text, numbers and the like for themselves. */
function keySql({ name, type }: TableColumn): string {
  return /^(DATE|TIMESTAMP.*)$/.test(type) ? `year(${quoteName(name)})` : quoteName(name);
}

/** The query that counts rows by group, and all of them together, which come first. */
export function summarySql(scored: string, judging: TableJudging): string {
  const number = quoteName(GROUP);
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
  const fit = `SELECT ${RESULT} AS r, round(${RESULT}.margin * 1e9) AS m, ${number} FROM (${scored}) WHERE ${RESULT}.reject = 0`;
  return `SELECT ${number} AS g, ${figures.join(', ')} FROM (${fit}) GROUP BY GROUPING SETS ((), (${number})) ORDER BY grouping(${number}) DESC, g`;
}

function options({ program, leftOut }: TableJudging): { id: string; o: number }[] {
  return program.options.flatMap((id, o) => (leftOut.includes(o) ? [] : [{ id, o }]));
}

type Row = Record<string, unknown>;

/** The summary, from what that query gave and what was counted beside it. */
export function summaryOf(
  rows: readonly Row[],
  columns: readonly TableColumn[],
  { keys }: Grouped,
  about: Pick<TableSummary, 'manifest' | 'table' | 'rejected'> & {
    ruleSet: RuleSet;
    judging: TableJudging;
    scoring: Scoring;
  },
): TableSummary {
  const { ruleSet, judging, scoring, manifest, table, rejected } = about;
  const decided = scoring.decided!;
  const all = figuresOf(rows[0] ?? { n: 0, margin_rows: 0 }, judging);
  const together = addedUp(decided);
  const titles = new Map(ruleSet.rules.map(({ id, title }) => [id, title]));
  const unknown = new Map(judging.columns.map((id, i) => [id, ratio(scoring.unknown[i]!, all.rows)]));
  const hasGroups = keys.length > 0;
  return {
    ...{ format: 'table-summary/1', manifest, table },
    options: Object.fromEntries([...ruleSet.options].map(([id, { title }]) => [id, { title }])),
    rejected,
    all,
    by: columns.map(({ name }) => name),
    groups: (hasGroups ? rows.slice(1) : []).map(row => {
      const figures = figuresOf(row, judging);
      const own = decided[Number(row.g)]!;
      return {
        ...{ key: [...keys[Number(row.g)]!], ...figures },
        rules: decidingRules(own, figures.rows, ruleSet).filter(({ decides }) => decides > 0),
        facts: decidingFacts(own, figures.rows, judging).filter(({ decides }) => decides > 0),
      };
    }),
    rules: decidingRules(together, all.rows, ruleSet).map(one => ({
      ...{ ...one, title: titles.get(one.rule)! },
    })),
    facts: decidingFacts(together, all.rows, judging).map(one => ({
      ...{ ...one, title: ruleSet.facts.get(one.fact)!.title, unknown: unknown.get(one.fact) ?? null },
    })),
    against: null,
  };
}

/** In which share of rows each rule fires and decides: the most decisive first. */
function decidingRules({ fired, rules }: Decided, rows: number, ruleSet: RuleSet) {
  return ruleSet.rules
    .map(({ id }, i) => ({ rule: id, fired: ratio(fired[i]!, rows), decides: ratio(rules[i]!, rows) }))
    .sort((a, b) => b.decides - a.decides || b.fired - a.fired || byId(a.rule, b.rule));
}

/** In which share of rows each stated fact is read by a rule that decides: the most decisive first. */
function decidingFacts({ facts }: Decided, rows: number, { program }: TableJudging) {
  return program.facts
    .filter(({ derive }) => !derive)
    .map(({ id }, i) => ({ fact: id, decides: ratio(facts[i]!, rows) }))
    .sort((a, b) => b.decides - a.decides || byId(a.fact, b.fact));
}

/** What was counted in all groups together. */
function addedUp(groups: readonly Decided[]): Decided {
  const sum = (of: keyof Decided) =>
    groups[0]![of].map((_, i) => groups.reduce((total, counts) => total + counts[of][i]!, 0));
  return { fired: sum('fired'), rules: sum('rules'), facts: sum('facts') };
}

function figuresOf(row: Row, judging: TableJudging): TableGroup {
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
