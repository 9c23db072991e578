import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameParts } from '../../src/sql/table-name.js';
import { demarche } from '../support/cli.js';
import { SHIPPED } from '../support/shipped.js';

const ASKED = ['sql', SHIPPED, '--table', 'panel', '--perspective', 'asean'];

describe('demarche sql', () => {
  it('prints a statement, the same each time, that says what it was made from', async () => {
    const args = [...ASKED, '--dialect', 'postgresql'];
    const { exit, out } = await demarche(args);
    expect([exit, out]).toEqual([0, (await demarche(args)).out]);
    for (const said of [
      'patron-backed-regimes',
      'as SQL for PostgreSQL',
      'asean',
      `Repeat: demarche ${args.join(' ')}`,
    ])
      expect(out).toContain(said);
  });

  it('holds the steps in the order in which an appraisal takes them', async () => {
    const { out } = await demarche([...ASKED, '--dialect', 'duckdb']);
    const steps = [...out.matchAll(/^(\w+) AS \($/gm)].map(([, name]) => name);
    const wanted = ['facts', 'steps', 'conditions', 'rules', 'cells', 'scores', 'gates', 'options'];
    expect(steps.filter(name => wanted.includes(name!))).toEqual(wanted);
  });

  it('writes it to a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'demarche-')), 'ranks.sql');
    const { exit, out } = await demarche([...ASKED, '--dialect', 'trino', '-o', file]);
    expect([exit, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toContain('"panel" AS t');
  });

  it('carries every column that a row is known by', async () => {
    const { out } = await demarche([...ASKED, '--dialect', 'bigquery', '--id', 'country', '--id', 'month']);
    expect(out).toContain('r.`key_1` AS `country`');
    expect(out).toContain('r.`key_2` AS `month`');
  });

  it.each([
    [['--dialect', 'oracle'], 'Allowed choices are'],
    [['--dialect', 'duckdb', '--table', 'a..b'], '`a..b` is no name of a table'],
    [['--dialect', 'duckdb', '--id', 'rank'], 'a result has a column of that name'],
    [['--dialect', 'duckdb', '--wide', '--id', 'Status-quo_rank'], 'a result has a column of that name'],
    [['--dialect', 'duckdb', '--id', 'x', '--id', 'x'], 'is there twice'],
    [['--dialect', 'duckdb', '--base', 'scenarios/myanmar-2025.yaml'], '--base goes with --map'],
    [['--dialect', 'duckdb', '--perspective', 'nobody'], 'unknown perspective `nobody`'],
  ])('refuses %j', async (args, said) => {
    const { exit, err } = await demarche([...ASKED, ...args]);
    expect([exit, err.includes(said)]).toEqual([2, true]);
  });

  it('takes for a wide result only what that has no column for', async () => {
    const { exit, out } = await demarche([...ASKED, '--dialect', 'duckdb', '--wide', '--id', 'rank']);
    expect([exit, out]).toEqual([0, expect.stringContaining('r."key_1" AS "rank"')]);
  });

  it('asks for a perspective where there are several', async () => {
    const { exit, err } = await demarche(['sql', SHIPPED, '--table', 'p', '--dialect', 'duckdb']);
    expect([exit, err.includes('--perspective or --base is needed')]).toEqual([2, true]);
  });
});

it.each([
  ['panel', ['panel']],
  ['a.b.c', ['a', 'b', 'c']],
  ['"panel.parquet"', ['panel.parquet']],
  ['lake."a ""b"".c"', ['lake', 'a "b".c']],
  ['', undefined],
  ['a.', undefined],
  ['.a', undefined],
  ['a..b', undefined],
  ['"a', undefined],
  ['"a"b', undefined],
  ['a\nb', undefined],
])('the name of a table %j has the parts %j', (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});
