import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { STARTER } from '../../src/cli/starter.js';
import { loadRuleSet } from '../../src/load.js';
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

onEachEngine((id, engine) => {
  it('finds in the example of the page what the page says', async () => {
    const files = Object.entries(STARTER).filter(([path]) => path.startsWith('rules/example/'));
    const { ruleSet } = loadRuleSet(
      'rules/example',
      files.map(([path, text]) => ({ path, text })),
    );
    const shown = /^-- A small example[\s\S]*?;\n/m.exec(blockOf('console'))![0];
    const options = { dialect: id, table: ['panel'], keys: ['id'], perspective: 'relief-agency' };
    const own = sqlStatement(ruleSet!, options) as string;
    const [create, insert] = blockOf('sql').split(/;\n/) as [string, string];
    const nullable = create
      .replace(/DECIMAL\(4, 2\)/, 'Nullable(Decimal(4, 2))')
      .replace(/\)$/, ') ENGINE = Memory');
    const statement = id === 'postgresql' ? shown : own;
    const rows = await engine.run([id === 'clickhouse' ? nullable : create, insert, statement]);
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
