import { dirname, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { nearestTo } from '../../diagnostics/suggest.js';
import type { Fact } from '../../model/fact.js';
import type { RuleSet } from '../../model/rule-set.js';
import { quoteName } from '../../sql/codes.js';
import type { Duck } from './duckdb.js';
import { refuseUnreadable } from './refuse.js';
import type { TableColumn, TableSource } from './source.js';

/** Up to how many different values a column is taken to hold words. */
const MOST_WORDS = 20;

/** What is in a column. */
interface Seen extends TableColumn {
  distinct: number;
  missing: number;
  low: number | null;
  high: number | null;
  /** In order, if they are few. */
  values: readonly string[];
}

/**
 * A first mapping file, for a person to finish: each fact with the column whose name is nearest, values that are no level
 * with the nearest one, numbers cut into parts of like size. What was guessed is marked with `check`.
 */
export async function proposeMap(
  duck: Duck,
  source: TableSource,
  { ruleSet, folder }: { ruleSet: RuleSet; folder: string },
  output: string | undefined,
): Promise<string> {
  const seen: Seen[] = [];
  for (const column of source.columns)
    seen.push(
      await look(duck, source, column).catch((error: unknown) => refuseUnreadable(error, source.name)),
    );
  const stated = [...ruleSet.facts.values()].filter(({ derive }) => !derive);
  const names = seen.map(({ name }) => name);
  const taken = new Set<string>();
  const chosen = stated.flatMap(fact => {
    const exact = names.find(name => normal(name) === fact.id);
    const name =
      exact ??
      nearestTo(
        fact.id,
        names.filter(one => !taken.has(one)),
      );
    if (name === undefined) return [];
    taken.add(name);
    return [{ fact, column: seen.find(one => one.name === name)! }];
  });
  const blocks: string[] = [];
  for (const { fact, column } of chosen) blocks.push(await entry(duck, source, fact, column));
  const open = stated.filter(fact => !chosen.some(one => one.fact === fact));
  const id = seen.find(
    ({ name, distinct, missing }) =>
      missing === 0 && !taken.has(name) && distinct > MOST_WORDS && name === names[0],
  );
  const from = output === undefined || output === '-' ? '.' : dirname(output);
  const head = [
    `# How ${source.name} becomes situations: a proposal. Look at every line marked with \`check\`.`,
    stringify({
      'rule-set': relative(resolve(from), resolve(folder)).replaceAll('\\', '/') || '.',
    }).trimEnd(),
    ...(id ? [`${stringify({ id: id.name }).trimEnd()} # check: the first column`] : []),
  ];
  const rest = seen.filter(({ name }) => !taken.has(name));
  return `${[
    ...head,
    'columns:',
    ...(blocks.length > 0 ? blocks : ['  # No column is called as a fact is.']),
    ...(open.length > 0
      ? ['', '# Facts without a column, which stay as the base has them, else unknown:']
      : []),
    ...open.map(({ id, title }) => `#   ${id}: ${title}`),
    ...(rest.length > 0 ? ['', '# Columns that no fact is read from, which are carried along:'] : []),
    ...rest.map(column => `#   ${column.name.replaceAll('\n', ' ')}: ${inWords(column)}`),
  ].join('\n')}\n`;
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[_\s]+/g, '-');
}

async function look(duck: Duck, source: TableSource, column: TableColumn): Promise<Seen> {
  const name = quoteName(column.name);
  const from = source.from(source.files, new Set());
  const number = column.kind === 'number' ? `${name}::DOUBLE` : 'NULL::DOUBLE';
  const [found] = await duck.rows<{ d: bigint; m: bigint; low: number | null; high: number | null }>(
    `SELECT approx_count_distinct(${name}) AS d, count(*) - count(${name}) AS m, min(${number}) AS low, max(${number}) AS high FROM ${from}`,
  );
  const values = await duck.rows<{ v: string }>(
    `SELECT DISTINCT ${name}::VARCHAR AS v FROM ${from} WHERE ${name} IS NOT NULL ORDER BY v LIMIT ${MOST_WORDS + 1}`,
  );
  return {
    ...column,
    ...{ distinct: Number(found!.d), missing: Number(found!.m), low: found!.low, high: found!.high },
    values: values.length > MOST_WORDS ? [] : values.map(({ v }) => v),
  };
}

async function entry(duck: Duck, source: TableSource, fact: Fact, column: Seen): Promise<string> {
  const isExact = normal(column.name) === fact.id;
  const note = isExact ? '' : ' # check: the nearest name';
  const long = (more: object, why: string) =>
    `  ${fact.id}:${note}\n    # ${why}\n${indent(stringify({ column: column.name, ...more }), 4)}`;
  const { domain } = fact;
  if (domain.kind === 'number') {
    const most = Math.max(Math.abs(column.low ?? 0), Math.abs(column.high ?? 0));
    const limit = Math.max(Math.abs(domain.low), Math.abs(domain.high));
    if (most > limit && most <= limit * 100)
      return long(
        { factor: 0.01 },
        `check: it goes from ${column.low} to ${column.high}, the fact from ${domain.low} to ${domain.high}`,
      );
    return `  ${fact.id}: ${stringify(column.name).trimEnd()}${note}`;
  }
  const levels = domain.values.map(String);
  const odd = column.values.filter(value => !levels.includes(value));
  if (column.values.length > 0 && odd.length === 0)
    return `  ${fact.id}: ${stringify(column.name).trimEnd()}${note}`;
  if (column.values.length > 0) {
    // What nothing is near to is left open, so that `check` does not pass until somebody has said what it means.
    const meant = (value: string) => (levels.includes(value) ? value : (nearestTo(value, levels) ?? '?'));
    const values = Object.fromEntries(
      column.values.map(value => [value, domain.values[levels.indexOf(meant(value))] ?? '?']),
    );
    return long({ values }, `check each: the levels are ${levels.join(', ')}`);
  }
  if (column.kind === 'number') {
    const shares = levels.slice(1).map((_, i) => (i + 1) / levels.length);
    const [found] = await duck.rows<{ q: number[] }>(
      `SELECT quantile_cont(${quoteName(column.name)}::DOUBLE, [${shares.join(', ')}]) AS q FROM ${source.from(source.files, new Set())}`,
    );
    const at = [...new Set([...(found?.q ?? [])].map(one => Number(one.toPrecision(3))))].sort(
      (a, b) => a - b,
    );
    const cuts = [
      ...at.map((below, i) => ({ below, level: domain.values[i]! })),
      { level: domain.values[at.length]! },
    ];
    if (cuts.length > 1)
      return long(
        { 'cut-points': cuts },
        'check: parts with like numbers of rows; say by what the levels really part',
      );
  }
  return `  # ${fact.id}: ${stringify(column.name).trimEnd()} # check: it has some ${column.distinct} different values, too many for levels`;
}

function inWords({ type, low, high, distinct, values }: Seen): string {
  if (low !== null) return `${type}, from ${low} to ${high}`;
  if (values.length > 0)
    return `${type}: ${values.slice(0, 5).join(', ').slice(0, 100).replaceAll('\n', ' ')}${values.length > 5 ? ', …' : ''}`;
  return `${type}, some ${distinct} different values`;
}

function indent(text: string, by: number): string {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `${' '.repeat(by)}${line}`)
    .join('\n');
}
