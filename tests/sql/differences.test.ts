import { expect, it } from 'vitest';
import { namedReading } from '../../src/model/parse-table-map.js';
import type { RuleSet } from '../../src/model/rule-set.js';
import { DIALECTS, quoted, textLiteral } from '../../src/sql/dialect.js';
import { type SqlOptions, sqlStatement } from '../../src/sql/statement.js';
import { gateIf, ifYes, ruleSetOf, when, withRules } from '../support/appraising.js';
import { type Rules, ruleSetData, textsOf } from '../support/written.js';
import type { Row } from './engines/engine.js';
import { onEachEngine } from './engines/on-each.js';
import { expectedRows, inOrder } from './reference.js';
import { type Situation, statedOf, tableOf } from './table.js';

/* Where engines differ in what a statement uses, one test for each difference, on each engine that is there. */

/** A rule set with its files changed before they are read. */
// biome-ignore lint/suspicious/noExplicitAny: files as data of any shape, to be changed at any place
function changed(rules: Partial<Rules>, change: (files: Record<string, any>) => void): RuleSet {
  const files = ruleSetData(rules);
  change(files);
  return ruleSetOf(textsOf(files));
}

const CALM = { level: 'low', colour: 'red', yes: true, share: 0.3 };
const situation = (facts: Record<string, string | number | boolean | null>): Situation =>
  new Map(Object.entries({ ...CALM, ...facts }));

onEachEngine((id, engine) => {
  const dialect = DIALECTS[id];

  const statement = (ruleSet: RuleSet, more: Partial<SqlOptions> = {}): string =>
    sqlStatement(ruleSet, {
      dialect: id,
      table: ['panel'],
      keys: ['id'],
      perspective: 'p',
      ...more,
    }) as string;
  const found = async (ruleSet: RuleSet, rows: readonly Situation[]): Promise<Row[]> =>
    inOrder(await engine.run([...tableOf('panel', statedOf(ruleSet), rows, id), statement(ruleSet)]));
  /** Makes a table by hand, with one row, and gives what is found of option `a`. */
  const foundIn = async (
    ruleSet: RuleSet,
    types: string,
    values: string,
    before: string[] = [],
  ): Promise<Row> => {
    const engineOf = id === 'clickhouse' ? ' ENGINE = Memory' : '';
    const make = [`DROP TABLE IF EXISTS panel`, ...before, `CREATE TABLE panel (${types})${engineOf}`];
    const rows = await engine.run([...make, `INSERT INTO panel VALUES (${values})`, statement(ruleSet)]);
    return rows.find(({ option }) => option === 'a')!;
  };
  const asEvaluated = async (ruleSet: RuleSet, rows: readonly Situation[]) =>
    expect(await found(ruleSet, rows)).toEqual(expectedRows(ruleSet, 'p', rows));

  it('integer division: scores keep their fractions', async () => {
    const ruleSet = withRules({
      rules: [ifYes(10)],
      weights: { p: { x: 1, y: 2, z: 0 }, q: { x: 1, y: 0, z: 0 } },
    });
    const rows = await found(ruleSet, [situation({})]);
    expect(rows.find(({ option }) => option === 'a')).toMatchObject({
      score: 3.333333333,
      margin: 3.333333333,
    });
  });

  it('signed sums: points that only take off go below zero, and a sum below the scale is clamped', async () => {
    await asEvaluated(
      withRules({
        rules: [
          ifYes(-60),
          { ...when('share', 'below', 0.5), then: [{ option: 'a', criterion: 'x', points: -70 }] },
        ],
      }),
      [situation({}), situation({ share: null })],
    );
  });

  it('decimal types: a decimal, a whole number and a number of single precision stand for themselves', async () => {
    const ruleSet = withRules({ rules: [when('share', 'atLeast', 0.2)] });
    const decimal = id === 'clickhouse' ? 'Nullable(Decimal(9, 4))' : 'DECIMAL(9, 4)';
    const whole = id === 'clickhouse' ? 'Int32' : 'INTEGER';
    expect((await foundIn(ruleSet, `id ${whole}, share ${decimal}`, '1, 0.2000')).score).toBe(20);
    expect((await foundIn(ruleSet, `id ${whole}, share ${decimal}`, '1, 0.1999')).score).toBe(0);
    expect((await foundIn(ruleSet, `id ${whole}, share ${whole}`, '1, 1')).score).toBe(20);
    // The nearest single-precision number to 0.2 is a little above it.
    const single = id === 'clickhouse' ? 'Float32' : 'REAL';
    expect((await foundIn(ruleSet, `id ${whole}, share ${single}`, '1, 0.2')).score).toBe(20);
  });

  it('float formatting: thresholds and weights with many digits, or an exponent, are read back as they are', async () => {
    const at = 0.1 + 0.2;
    const rules = [
      when('share', 'above', at),
      when('share', 'atLeast', 1e-7),
      when('share', 'below', 5e-324),
    ];
    const ruleSet = changed(
      { rules, weights: { p: { x: 0.1, y: 0.7, z: 1e-9 }, q: { x: 1, y: 0, z: 0 } } },
      files => {
        files['facts.yaml'].facts.share.range = [-1e22, 1e22];
      },
    );
    const values = [at, 0.3, 0.3000000000000001, 1e-7, 0.99e-7, 0, -1e22, 1e22, -5e-324];
    await asEvaluated(
      ruleSet,
      values.map(share => situation({ share })),
    );
  });

  it('nulls ordering: an excluded option is below all, and leads nothing', async () => {
    const ruleSet = withRules({ rules: [ifYes(50, 'b'), ifYes(20), gateIf(true), gateIf(false, 'c')] });
    const rows = [situation({}), situation({ yes: false }), situation({ yes: null })];
    await asEvaluated(ruleSet, rows);
    const [a, b] = await found(ruleSet, rows);
    expect([a!.rank, a!.leader, b]).toEqual([
      1,
      'a',
      expect.objectContaining({ rank: null, score: null, excluded: true }),
    ]);
  });

  it('null in comparisons: unknown is neither true nor false, but what holds of every value is certain', async () => {
    const every = { fact: 'colour', operator: 'in', value: ['red', 'green', 'blue'] };
    const two = { fact: 'colour', operator: 'in', value: ['red', 'blue'] };
    const then = [{ option: 'a', criterion: 'x', points: 30 }];
    for (const condition of [
      every,
      two,
      { not: two },
      { not: every },
      { fact: 'colour', operator: 'notEqual', value: 'green' },
    ])
      await asEvaluated(withRules({ rules: [{ when: condition, then }] }), [
        situation({ colour: null }),
        situation({ colour: 'green' }),
      ]);
  });

  it('ties: equal scores share a rank, the first by id leads, and the margin is nothing', async () => {
    const rows = await found(withRules({ rules: [ifYes(30, 'b'), ifYes(30)] }), [situation({})]);
    expect(rows.map(({ option, rank, leader, margin }) => [option, rank, leader, margin])).toEqual([
      ['a', 1, 'a', 0],
      ['b', 1, 'a', 0],
      ['base', 3, 'a', 0],
      ['c', 3, 'a', 0],
    ]);
  });

  it('enumerations: a type of the engine’s own is compared as text', async () => {
    const [type, before] = {
      duckdb: ["ENUM ('red', 'violet')", []],
      postgresql: ['hue', ['DROP TYPE IF EXISTS hue', "CREATE TYPE hue AS ENUM ('red', 'violet')"]],
      clickhouse: ['LowCardinality(Nullable(String))', []],
    }[id] as [string, string[]];
    const ruleSet = withRules({ rules: [when('colour', 'equal', 'red')] });
    const whole = id === 'clickhouse' ? 'Int32' : 'INTEGER';
    expect((await foundIn(ruleSet, `id ${whole}, colour ${type}`, "1, 'red'", before)).score).toBe(20);
    const types = id === 'clickhouse' ? [type, "Enum8('red' = 1, 'violet' = 2)"] : [type];
    for (const each of types)
      expect(await foundIn(ruleSet, `id ${whole}, colour ${each}`, "1, 'violet'", before)).toMatchObject({
        problem: 'colour',
        rank: null,
      });
  });

  it('values that do not fit are named, and their rows have no result; others are not touched', async () => {
    const ruleSet = withRules({
      rules: [
        ifYes(30),
        when('share', 'atLeast', 0.5),
        when('level', 'atLeast', 'low'),
        when('colour', 'equal', 'red'),
      ],
    });
    const rows = [
      situation({ level: 'Low', colour: 'mauve' }),
      situation({ share: 1.0000000001 }),
      situation({ share: -0.1, level: null }),
      situation({ colour: '' }),
      situation({ colour: 'red ' }),
      situation({ level: null, share: null, yes: null, colour: null }),
    ];
    const results = await found(ruleSet, rows);
    const of = (row: number) => results.filter(one => one.id === row);
    const told = [['colour level'], ['share'], ['share'], ['colour'], ['colour'], [null]];
    for (const [row, [problem]] of told.entries())
      expect([...new Set(of(row).map(one => one.problem))]).toEqual([problem]);
    expect(of(0)[0]).toEqual({
      ...of(0)[0],
      rank: null,
      score: null,
      low: null,
      high: null,
      excluded: null,
      leader: null,
      margin: null,
    });
    expect(of(5)).toEqual(expectedRows(ruleSet, 'p', rows).filter(one => one.id === 5));
  });

  it('not a number: it is no value of any fact', async () => {
    const ruleSet = withRules({ rules: [when('share', 'atLeast', 0.5)] });
    const [real, nan, whole] =
      id === 'clickhouse'
        ? ['Float64', 'nan', 'Int32']
        : [dialect.types.real, "CAST('NaN' AS double precision)", 'INTEGER'];
    const value = id === 'duckdb' ? "CAST('NaN' AS DOUBLE)" : nan;
    expect(await foundIn(ruleSet, `id ${whole}, share ${real}`, `1, ${value}`)).toMatchObject({
      problem: 'share',
      score: null,
    });
  });

  it('identifier quoting: names with marks, spaces, backslashes and words of SQL stay names', async () => {
    const table = 'se"le`ct \\ from';
    const key = `o'r"d\`e\\r; by`;
    const ruleSet = changed({}, files => {
      const { yes, ...others } = files['facts.yaml'].facts;
      files['facts.yaml'].facts = { ...others, select: yes };
      files['rules/all.yaml'].rules = [
        {
          ...files['rules/all.yaml'].rules[0],
          id: 'order',
          when: { fact: 'select', operator: 'equal', value: true },
        },
      ];
      delete files['facts.yaml'].facts.derived;
      delete files['facts.yaml'].facts.twice;
    });
    const made = quoted(table, dialect);
    const text = id === 'clickhouse' ? 'String' : dialect.types.text;
    const bool = id === 'clickhouse' ? 'Bool' : 'BOOLEAN';
    const rows = await engine.run([
      `DROP TABLE IF EXISTS ${made}`,
      `CREATE TABLE ${made} (${quoted(key, dialect)} ${text}, ${quoted('select', dialect)} ${bool})${id === 'clickhouse' ? ' ENGINE = Memory' : ''}`,
      `INSERT INTO ${made} VALUES ('one', true)`,
      statement(ruleSet, { table: [table], keys: [key] }),
    ]);
    expect(rows.find(({ option }) => option === 'a')).toMatchObject({ [key]: 'one', score: 20, rank: 1 });
  });

  it('identifier length: long ids that differ at their end alone stay apart', async () => {
    const long = (end: string) => `${'very-'.repeat(16)}${end}`;
    const ruleSet = changed({}, files => {
      const { yes } = files['facts.yaml'].facts;
      files['facts.yaml'].facts = { [long('one')]: yes, [long('two')]: yes };
      const [rule] = files['rules/all.yaml'].rules;
      files['rules/all.yaml'].rules = ['one', 'two'].map((end, i) => ({
        ...rule,
        id: long(end),
        when: { fact: long(end), operator: 'equal', value: true },
        then: [{ option: i === 0 ? 'a' : 'b', criterion: 'x', points: 30 }],
      }));
      files['conditions.yaml'].conditions.named.when = { fact: long('one'), operator: 'equal', value: true };
    });
    // PostgreSQL itself cuts the name of a column, so there the two are told apart by a map alone.
    const columns = ['one', 'two'].map((end, i) => {
      const fact = ruleSet.facts.get(long(end))!;
      return [fact.id, namedReading(fact, `c${i + 1}`)] as const;
    });
    const [whole, bool] = id === 'clickhouse' ? ['Int32', 'Bool'] : ['INTEGER', 'BOOLEAN'];
    const rows = await engine.run([
      'DROP TABLE IF EXISTS panel',
      `CREATE TABLE panel (id ${whole}, c1 ${bool}, c2 ${bool})${id === 'clickhouse' ? ' ENGINE = Memory' : ''}`,
      'INSERT INTO panel VALUES (1, true, false)',
      statement(ruleSet, { map: { columns: new Map(columns) } }),
    ]);
    expect(inOrder(rows).map(({ score }) => score)).toEqual([20, 0, 0, 0]);
  });

  it('text quoting: apostrophes and backslashes stay what they are', async () => {
    for (const odd of [`it's "so" \\ \\' \\n –`, "'; DROP TABLE panel; --", '\\'])
      expect(await engine.run([`SELECT ${textLiteral(odd, dialect)} AS x`])).toEqual([{ x: odd }]);
  });

  it('aliases: a table named as a step, with columns named as ours, is read all the same', async () => {
    const ruleSet = withRules({ rules: [ifYes(30)] });
    for (const table of ['facts', 'rules', 'options', 'cells']) {
      const [whole, bool] = id === 'clickhouse' ? ['Int32', 'Bool'] : ['INTEGER', 'BOOLEAN'];
      const rows = await engine.run([
        `DROP TABLE IF EXISTS ${table}`,
        `CREATE TABLE ${table} (id ${whole}, yes ${bool}, key_1 ${whole}, problem ${whole}, yes_step ${whole}, a_score ${whole})${id === 'clickhouse' ? ' ENGINE = Memory' : ''}`,
        `INSERT INTO ${table} VALUES (7, true, 1, 2, 3, 4)`,
        statement(ruleSet, { table: [table] }),
      ]);
      await engine.run([`DROP TABLE ${table}`]);
      expect(rows.find(({ option }) => option === 'a')).toMatchObject({ id: 7, score: 20, problem: null });
    }
  });

  it('comments: titles cannot end one', async () => {
    const hostile = `*/ ; DROP TABLE panel; -- \u2028 DROP TABLE panel; \\\n DROP TABLE panel; ' " \` {{ x }} $1 :y`;
    const ruleSet = changed({ rules: [ifYes(30)] }, files => {
      files['rule-set.yaml'].title = hostile;
      files['rule-set.yaml'].perspectives.p.title = hostile;
      files['facts.yaml'].facts.yes.title = hostile;
      files['options.yaml'].options.a.title = hostile;
      files['rules/all.yaml'].rules[0].title = hostile;
    });
    await asEvaluated(ruleSet, [situation({})]);
    await asEvaluated(ruleSet, [situation({})]);
  });

  it('rows that are alike, and rows without an id, are ranked each by itself', async () => {
    const ruleSet = withRules({ rules: [ifYes(30)] });
    const [whole, bool] =
      id === 'clickhouse' ? ['Nullable(Int32)', 'Nullable(Bool)'] : ['INTEGER', 'BOOLEAN'];
    const rows = await engine.run([
      'DROP TABLE IF EXISTS panel',
      `CREATE TABLE panel (id ${whole}, yes ${bool})${id === 'clickhouse' ? ' ENGINE = Memory' : ''}`,
      'INSERT INTO panel VALUES (1, true), (1, true), (NULL, true), (NULL, NULL)',
      statement(ruleSet),
    ]);
    expect(rows).toHaveLength(16);
    expect(
      rows
        .filter(({ option }) => option === 'a')
        .map(({ rank, score }) => [rank, score])
        .sort(),
    ).toEqual([
      [1, 0],
      [1, 20],
      [1, 20],
      [1, 20],
    ]);
  });

  it('impossible combinations are marked where they hold for certain', async () => {
    const impossible = [
      {
        all: [
          { fact: 'yes', operator: 'equal', value: true },
          { fact: 'share', operator: 'below', value: 0.2 },
        ],
      },
    ];
    await asEvaluated(withRules({ rules: [ifYes(30)], impossible }), [
      situation({ share: 0.1 }),
      situation({ share: null }),
      situation({}),
    ]);
  });

  it('--wide says the same in columns', async () => {
    const ruleSet = withRules({ rules: [ifYes(50, 'b'), gateIf(true), when('share', 'above', 0.5)] });
    const rows = [
      situation({}),
      situation({ yes: null, share: 0.9 }),
      situation({ share: 2 }),
      situation({ yes: false }),
    ];
    const long = await found(ruleSet, rows);
    const wide = await engine.run([statement(ruleSet, { wide: true })]);
    expect(wide).toHaveLength(rows.length);
    for (const row of long) {
      const same = wide.find(one => one.id === row.id)!;
      const of = ['rank', 'score', 'low', 'high', 'excluded', 'gate_open'].map(what => [
        what,
        same[`${row.option}_${what}`],
      ]);
      const { leader, margin, may_lead, leader_certain, impossible, problem } = same;
      expect({
        id: row.id,
        option: row.option,
        ...Object.fromEntries(of),
        leader,
        margin,
        may_lead,
        leader_certain,
        impossible,
        problem,
      }).toEqual(row);
    }
  });
});
