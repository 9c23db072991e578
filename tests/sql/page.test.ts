import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { STARTER } from '../../src/cli/starter.js';
import { loadRuleSet, loadTableMap } from '../../src/load.js';
import { DIALECTS, textLiteral } from '../../src/sql/dialect.js';
import { sqlStatement } from '../../src/sql/statement.js';
import { onEachEngine } from './engines/on-each.js';
import { inOrder } from './reference.js';

/* docs/sql.md shows a table, the statement (which the tests of pages hold to the command) and what it finds. Here it is run. */
const PAGE = readFileSync('docs/sql.md', 'utf8');
const blockOf = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(PAGE)![1]!;
const COLUMNS = [
  'id',
  'option',
  'rank',
  'score',
  'low',
  'high',
  'excluded',
  'gate_open',
  'leader',
  'margin',
  'problem',
];

const TABLES = readFileSync('docs/tables.md', 'utf8');
const blockIn = (start: string) => new RegExp(`\`\`\`${start}\n([\\s\\S]*?)\`\`\``).exec(TABLES)![1]!;

async function example() {
  const files = Object.entries(STARTER).filter(([path]) => path.startsWith('rules/example/'));
  const texts = files.map(([path, text]) => ({ path, text }));
  return loadRuleSet('rules/example', texts).ruleSet!;
}

onEachEngine((id, engine) => {
  it('finds in the panel of the page on tables what `demarche table` finds', async () => {
    const ruleSet = await example();
    const { map } = loadTableMap(
      { path: 'panel.map.yaml', text: blockIn('yaml file=demo/panel.map.yaml') },
      ruleSet,
    );
    const rows = blockIn('csv file=demo/panel.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(','));
    const fitting = rows.filter(([, , lorries]) => lorries !== 'many');
    const printed = blockIn(
      'console\n\\$ demarche table demo/panel.csv --map demo/panel.map.yaml [^\n]*--rejects [^\n]*',
    );
    const [head, ...lines] = printed
      .trim()
      .split('\n')
      .map(line => line.split(','));
    const dialect = DIALECTS[id];
    const [text, whole, end] =
      id === 'clickhouse'
        ? ['Nullable(String)', 'Nullable(Int32)', ' ENGINE = Memory']
        : ['VARCHAR(20)', 'INTEGER', ''];
    const values = fitting.map(
      ([place, month, lorries, needy]) =>
        `(${textLiteral(`${place} ${month}`, dialect)}, ${lorries}, ${needy === 'NA' ? 'NULL' : needy})`,
    );
    const found = await engine.run([
      'DROP TABLE IF EXISTS panel',
      `CREATE TABLE panel (place ${text}, lorries ${whole}, needy ${whole})${end}`,
      `INSERT INTO panel VALUES ${values.join(', ')}`,
      sqlStatement(ruleSet, {
        ...{ dialect: id, table: ['panel'], keys: ['place'], perspective: 'relief-agency' },
        map: map!,
      }) as string,
    ]);
    expect(found).toHaveLength(12);
    for (const row of found) {
      const line = lines.find(([place, month]) => `${place} ${month}` === row.place)!;
      const shown = (column: string) => line[head!.indexOf(column)];
      const figures = ['rank', 'score', 'low', 'high'].map(
        of => [row[of], shown(`${row.option}_${of}`)] as const,
      );
      const ofRow = ['margin', 'may_lead'].map(of => [row[of], shown(of)] as const);
      for (const [here, there] of [...figures, ...ofRow])
        expect(here).toBe(there === '' ? null : Number(there));
      expect([row.leader, String(row.leader_certain)]).toEqual([shown('leader'), shown('leader_certain')]);
    }
  });

  it('finds in the example of the page what the page says', async () => {
    const ruleSet = await example();
    const shown = /^-- A small example[\s\S]*?;\n/m.exec(blockOf('console'))![0];
    const options = { dialect: id, table: ['panel'], keys: ['id'], perspective: 'relief-agency' };
    const own = sqlStatement(ruleSet, options) as string;
    const [create, insert] = blockOf('sql').split(/;\n/) as [string, string];
    const nullable = create
      .replace(/DECIMAL\(4, 2\)/, 'Nullable(Decimal(4, 2))')
      .replace(/\)$/, ') ENGINE = Memory');
    const statement = id === 'postgresql' ? shown : own;
    const rows = await engine.run([
      'DROP TABLE IF EXISTS panel',
      ...[id === 'clickhouse' ? nullable : create, insert, statement],
    ]);
    const order = ['january', 'february', 'march', 'april'];
    const sorted = order.flatMap(month => inOrder(rows.filter(row => row.id === month)));
    const lines = [COLUMNS, ...sorted.map(row => COLUMNS.map(column => String(row[column] ?? '')))];
    const widths = COLUMNS.map((_, c) => Math.max(...lines.map(line => line[c]!.length)));
    const text = lines
      .map(
        line =>
          `${line
            .map((cell, c) => cell.padEnd(widths[c]!))
            .join('  ')
            .trimEnd()}\n`,
      )
      .join('');
    if (process.env.UPDATE_DOCS === '1' && id === 'duckdb')
      writeFileSync(
        'docs/sql.md',
        PAGE.replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${text}\`\`\``),
      );
    else expect(text).toBe(blockOf('text'));
  });
});
