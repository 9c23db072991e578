import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';
import { PANEL, sql, type TableProject, tableProject } from '../support/table-project.js';

let here: TableProject;
beforeAll(async () => {
  here = await tableProject();
});

const columnsOf = (csv: string, ...names: string[]) => {
  const [head, ...rows] = csv
    .trim()
    .split('\n')
    .map(line => line.split(','));
  return rows.map(row => names.map(name => row[head!.indexOf(name)]));
};

describe('demarche table', () => {
  it('scores each row as an appraisal of its situation does', async () => {
    const { exit, out, err } = await here.table(here.at('panel.csv'));
    expect([exit, err]).toEqual([
      0,
      expect.stringMatching(/^4 rows scored\nexample 0\.1\.0 \([0-9a-f]{8}\) {2}demarche /),
    ]);
    expect(columnsOf(out, 'place', 'leader', 'margin', 'may_lead', 'excluded')).toEqual([
      ['North', 'airlift', '13.0', '1', '""'],
      ['North', 'negotiate', '4.5', '1', '""'],
      ['South', 'airlift', '0.0', '2', 'negotiate'],
      ['East', 'negotiate', '0.0', '2', '""'],
    ]);
    const scenario = here.write(
      's.yaml',
      'id: s\ntitle: S\nrule-set: rules/example\nas-of: 2024-02-01\nperspective: relief-agency\nfacts: { crossing: restricted, need: 0.3 }\n',
    );
    const { ranking } = JSON.parse((await demarche(['appraise', scenario, '-f', 'json'])).out);
    const scores = ranking.map(({ option, score }: { option: string; score: number }) => [option, score]);
    const row = columnsOf(out, 'airlift_score', 'negotiate_score', 'wait_score')[1]!.map(Number);
    expect(Object.fromEntries(scores)).toEqual({ airlift: row[0], negotiate: row[1], wait: row[2] });
  });

  it('reads and writes Parquet and JSON lines, to the same results', async () => {
    await sql(
      `COPY (SELECT * FROM read_csv('${here.at('panel.csv')}', all_varchar = true)) TO '${here.at('p.parquet')}'`,
    );
    await sql(
      `COPY (SELECT * FROM read_csv('${here.at('panel.csv')}', all_varchar = true)) TO '${here.at('p.jsonl')}' (FORMAT json)`,
    );
    const wanted = columnsOf((await here.table(here.at('panel.csv'))).out, 'leader', 'airlift_high');
    for (const file of ['p.parquet', 'p.jsonl'])
      expect(columnsOf((await here.table(here.at(file))).out, 'leader', 'airlift_high')).toEqual(wanted);
    for (const file of ['o.parquet', 'o.jsonl']) {
      expect((await here.table(here.at('panel.csv'), '-o', here.at(file))).exit).toBe(0);
      const rows = await sql(`SELECT leader, airlift_high FROM '${here.at(file)}'`);
      expect(rows.map(row => [row.leader, Number(row.airlift_high)])).toEqual(
        wanted.map(([a, b]) => [a, Number(b)]),
      );
    }
  });

  it('carries what the mapping says, in long form and with the rules that fired where that is asked', async () => {
    const { out } = await here.table(here.at('panel.csv'), '--long', '--rules', '--output-format', 'jsonl');
    const rows = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual({
      ...{ place: 'North', month: '2024-01', note: 'calm', leader: 'airlift', margin: 13, may_lead: 1 },
      ...{ leader_certain: true, excluded: '', option: 'airlift', rank: 1, score: 13, low: 13, high: 13 },
      rules: 'airlift-costs airlift-reaches talks-take-time',
    });
  });

  it('takes a query, the standard input, a base, and facts that are set', async () => {
    const query = `SELECT * FROM '${here.at('panel.csv')}' WHERE place = 'North'`;
    expect(columnsOf((await here.table('--query', query)).out, 'leader')).toEqual([
      ['airlift'],
      ['negotiate'],
    ]);
    const piped = await demarche(
      ['table', '-', '--map', here.at('panel.map.yaml'), '--perspective', 'treasury', '--set', 'need=0.05'],
      { stdin: PANEL },
    );
    expect(columnsOf(piped.out, 'leader', 'leader_certain')[0]).toEqual(['wait', 'true']);
    const based = await demarche([
      'table',
      here.at('panel.csv'),
      '--map',
      here.at('panel.map.yaml'),
      '--base',
      here.at('scenarios/example.yaml'),
    ]);
    expect(based.exit).toBe(0);
  });

  it('goes by the names of facts where there is no mapping', async () => {
    const data = here.write('plain.csv', 'crossing,need,who\nclosed,0.4,a\nopen,,b\n');
    const args = ['table', data, '--rule-set', here.at('rules/example'), '--perspective', 'relief-agency'];
    expect(columnsOf((await demarche(args)).out, 'who', 'leader', 'excluded')).toEqual([
      ['a', 'airlift', '""'],
      ['b', 'airlift', 'negotiate'],
    ]);
    const none = await demarche(['table', here.write('none.csv', 'a,b\n1,2\n'), ...args.slice(2)]);
    expect([none.exit, none.err]).toEqual([
      3,
      expect.stringContaining('error[table/unknown-column]: no column of'),
    ]);
  });

  it('writes the same bytes whatever the number of workers, in every format', async () => {
    await sql(`COPY (SELECT 'p' || i AS place, (hash(i) % 90)::INT AS lorries, CASE WHEN hash(i, 1) % 9 > 0 THEN hash(i, 2) % 100 END AS needy
      FROM range(30000) t(i)) TO '${here.at('big.parquet')}'`);
    for (const format of ['csv', 'parquet', 'jsonl']) {
      const bytes: Buffer[] = [];
      for (const workers of ['1', '2', '3']) {
        const output = here.at(`same.${format}`);
        const args = [
          'table',
          here.at('big.parquet'),
          '--map',
          here.at('panel.map.yaml'),
          '--perspective',
          'treasury',
        ];
        expect((await demarche([...args, '--rules', '-o', output, '--workers', workers])).exit).toBe(0);
        bytes.push(readFileSync(output));
      }
      expect(bytes[1]!.equals(bytes[0]!)).toBe(true);
      expect(bytes[2]!.equals(bytes[0]!)).toBe(true);
    }
  });

  it('tells mistakes in a mapping where they stand', async () => {
    const map = here.write(
      'bad.map.yaml',
      'rule-set: rules/example\nid: plac\ncolumns:\n  crosing: lorries\n  need: { column: needy, factor: 0 }\n',
    );
    const { exit, err } = await demarche([
      'table',
      here.at('panel.csv'),
      '--map',
      map,
      '--perspective',
      'treasury',
    ]);
    expect(exit).toBe(3);
    expect(err).toContain('4 |   crosing: lorries\n  |   ^^^^^^^\n  = help: did you mean `crossing`?');
    expect(err).toContain('error[map/wrong-form]: a factor of 0 makes all numbers alike');
    here.write('bad.map.yaml', 'rule-set: rules/example\ncolumns:\n  need: neady\n');
    const other = await demarche(['table', here.at('panel.csv'), '--map', map, '--perspective', 'treasury']);
    expect(other.err).toContain('3 |   need: neady\n  |         ^^^^^\n  = help: did you mean `needy`?');
  });

  it('refuses a carried column with the name of a result, and says what to do without a perspective', async () => {
    const clash = await here.table('--query', `SELECT *, 1 AS Leader FROM '${here.at('panel.csv')}'`);
    expect([clash.exit, clash.err]).toEqual([
      3,
      expect.stringContaining('error[table/name-clash]: the column `Leader`'),
    ]);
    const none = await demarche(['table', here.at('panel.csv'), '--map', here.at('panel.map.yaml')]);
    expect([none.exit, none.err]).toEqual([
      2,
      '--perspective or --base is needed; perspectives are relief-agency, treasury\n',
    ]);
  });

  it('says how to install DuckDB where it is not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-bare-'));
    cpSync('dist', join(folder, 'dist'), { recursive: true });
    const args = [
      'table',
      here.at('panel.csv'),
      '--map',
      here.at('panel.map.yaml'),
      '--perspective',
      'treasury',
    ];
    const { status, stderr } = spawnSync('node', [join(folder, 'dist/bin.js'), ...args], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('npm install @duckdb/node-api@1.5.6-r.1')]);
    expect(
      execFileSync('node', [join(folder, 'dist/bin.js'), 'check', here.at('rules')], { encoding: 'utf8' }),
    ).toContain('no findings');
  });
});
