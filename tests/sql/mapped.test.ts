import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadTableMap } from '../../src/load.js';
import type { Value } from '../../src/model/fact.js';
import { namedReading } from '../../src/model/parse-table-map.js';
import { DIALECTS, textLiteral } from '../../src/sql/dialect.js';
import { sqlStatement } from '../../src/sql/statement.js';
import { scoreTable } from '../../src/table/score-table.js';
import { gateIf, ifYes, scenarioOf, when, withRules } from '../support/appraising.js';
import { onEachEngine } from './engines/on-each.js';
import { expectedRows, inOrder } from './reference.js';
import { tableOf } from './table.js';

/* Columns of other names and units than facts have: what each stands for is written here once more, by hand. */

const RULE_SET = withRules({
  rules: [
    ifYes(30),
    gateIf(true),
    when('level', 'atLeast', 'low'),
    when('colour', 'equal', 'red'),
    when('share', 'above', 0.3),
  ],
});

const MAP = `rule-set: .
missing: [NA, -99]
columns:
  level:
    column: deaths
    cut-points: [{ below: 1, level: none }, { below: 2.5, level: low }, { level: high }]
  colour: { column: flag, values: { R: red, "it's": green }, missing: [''] }
  yes: { column: member, values: { '1': true, '0': false } }
  share: { column: percent, factor: 0.01 }
`;

/** What stands in a column, and the value of the fact; undefined where it has none. */
type Pool<T> = readonly (readonly [raw: T | null, value: Value | null | undefined])[];
const DEATHS: Pool<number> = [
  [0, 'none'],
  [-3, 'none'],
  [1, 'low'],
  [2.4999, 'low'],
  [2.5, 'high'],
  [1e9, 'high'],
  [-99, null],
  [null, null],
];
const FLAG: Pool<string> = [
  ['R', 'red'],
  ["it's", 'green'],
  ['red', undefined],
  ['r', undefined],
  ['', null],
  ['NA', null],
  [null, null],
];
const MEMBER: Pool<number> = [
  [1, true],
  [0, false],
  [2, undefined],
  [-99, null],
  [null, null],
];
const PERCENT: Pool<string> = [
  ['0', 0],
  ['30', 0.3],
  ['30.5', 0.305],
  ['1e2', 1],
  ['101', undefined],
  ['-99', null],
  ['NA', null],
  [null, null],
];
const COLUMNS = { level: DEATHS, colour: FLAG, yes: MEMBER, share: PERCENT } as const;

const drawnRow = fc.record({
  level: fc.constantFrom(...DEATHS),
  colour: fc.constantFrom(...FLAG),
  yes: fc.constantFrom(...MEMBER),
  share: fc.constantFrom(...PERCENT),
});

onEachEngine((id, engine) => {
  const dialect = DIALECTS[id];
  const { text, real } = dialect.types;
  const { map, diagnostics } = loadTableMap({ path: 'm.map.yaml', text: MAP }, RULE_SET);

  it(`${DIALECTS[id].title} reads columns by a mapping as it is written`, async () => {
    expect(diagnostics).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(drawnRow, { minLength: 20, maxLength: 20 }), async rows => {
        const literal = (raw: string | number | null) =>
          typeof raw === 'string' ? textLiteral(raw, dialect) : String(raw ?? 'NULL');
        const values = rows.map(
          ({ level, colour, yes, share }, i) =>
            `(${[i, ...[level[0], colour[0], yes[0], share[0]].map(literal)].join(', ')})`,
        );
        const [whole, end] = id === 'clickhouse' ? ['Int32', ' ENGINE = Memory'] : ['INTEGER', ''];
        const found = await engine.run([
          'DROP TABLE IF EXISTS raw',
          `CREATE TABLE raw (id ${whole}, deaths ${real}, flag ${text}, member ${real}, percent ${text})${end}`,
          `INSERT INTO raw VALUES ${values.join(', ')}`,
          sqlStatement(RULE_SET, {
            dialect: id,
            table: ['raw'],
            keys: ['id'],
            perspective: 'p',
            map: map!,
          }) as string,
        ]);
        const situations = rows.map(
          row => new Map(Object.entries(row).map(([fact, [, value]]) => [fact, value ?? null])),
        );
        const problems = rows.map(
          row =>
            Object.keys(COLUMNS)
              .filter(fact => row[fact as keyof typeof COLUMNS][1] === undefined)
              .sort()
              .join(' ') || null,
        );
        const wanted = expectedRows(RULE_SET, 'p', situations).map(row =>
          problems[row.id as number] === null
            ? row
            : Object.fromEntries([
                ...Object.keys(row).map(key => [key, null]),
                ['id', row.id],
                ['option', row.option],
                ['problem', problems[row.id as number]],
              ]),
        );
        expect(inOrder(found)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it(`${DIALECTS[id].title} takes from a base what no column gives, and ranks what it does not leave out`, async () => {
    const colours = ['red', 'green', null];
    const yesses = [true, false, null];
    const rows = colours.flatMap(colour => yesses.map(yes => ({ colour, yes })));
    for (const share of [0.3, 0.31, 'unknown']) {
      const base = await scenarioOf(RULE_SET, {
        facts: { level: 'high', yes: true, share },
        leaveOut: { c: 'it is not ours to do' },
        weights: { x: 1, y: 2, z: 0.5 },
      });
      const columns = {
        colour: rows.map(({ colour }) => colour),
        yes: rows.map(({ yes }) => yes),
      };
      const wanted = scoreTable(RULE_SET, columns, { base, weights: { x: 0.4 } });
      const given = new Map(
        ['colour', 'yes'].map(fact => [fact, namedReading(RULE_SET.facts.get(fact)!, fact)] as const),
      );
      const found = await engine.run([
        ...tableOf(
          'panel',
          ['colour', 'yes'].map(fact => RULE_SET.facts.get(fact)!),
          rows.map(row => new Map(Object.entries(row))),
          id,
        ),
        sqlStatement(RULE_SET, {
          ...{ dialect: id, table: ['panel'], keys: ['id'], base, weights: { x: 0.4 } },
          map: { columns: given },
        }) as string,
      ]);
      expect(wanted.options).toEqual(['a', 'b', 'base']);
      expect(inOrder(found).map(({ impossible: _, gate_open: __, problem: ___, ...row }) => row)).toEqual(
        rows.flatMap((_, row) =>
          wanted.options.map(option => {
            const { rank, score, low, high } = wanted.byOption.get(option)!;
            const gone = rank[row] === 0;
            return {
              ...{ id: row, option, excluded: gone, rank: gone ? null : rank[row] },
              ...{
                score: gone ? null : score[row],
                low: gone ? null : low[row],
                high: gone ? null : high[row],
              },
              ...{ leader: wanted.options[wanted.leader[row]!], margin: wanted.margin[row] },
              ...{ may_lead: wanted.mayLead[row], leader_certain: wanted.certain[row] === 1 },
            };
          }),
        ),
      );
    }
  });
});

it('a base that is unsure of a fact which rules read cannot be said, and the fact is named', async () => {
  const base = await scenarioOf(RULE_SET, { facts: { share: { between: [0.2, 0.4] }, level: 'high' } });
  const options = { dialect: 'duckdb', table: ['t'], keys: ['id'], base } as const;
  const map = { columns: new Map([['yes', namedReading(RULE_SET.facts.get('yes')!, 'yes')]]) };
  expect(sqlStatement(RULE_SET, { ...options, map })).toEqual({ kind: 'partly-known', facts: ['share'] });
  expect(typeof sqlStatement(RULE_SET, options)).toBe('string');
});

it('what is the same in every row says for which values it stands', async () => {
  const base = await scenarioOf(RULE_SET, { facts: { share: 0.4, level: 'high' } });
  const map = { columns: new Map([['yes', namedReading(RULE_SET.facts.get('yes')!, 'yes')]]) };
  const sql = sqlStatement(RULE_SET, { dialect: 'duckdb', table: ['t'], keys: ['id'], base, map });
  expect(sql).toContain(
    // A rule cuts at 0.3, and a derived fact at 0.5.
    `    -- share: one value for all from 0.3 (left out) to 0.5, which no rule tells apart\n    CAST(0.5e0 AS DOUBLE) AS "share"`,
  );
  expect(sql).toContain(`CAST('high' AS VARCHAR) AS "level"`);
});
