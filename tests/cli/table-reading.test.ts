import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';
import { sql, type TableProject, tableProject } from '../support/table-project.js';

let here: TableProject;
beforeEach(async () => {
  here = await tableProject();
  here.write(
    'by-name.map.yaml',
    'rule-set: rules/example\nid: id\ncolumns: { crossing: crossing, need: need }\n',
  );
});

/** Runs `demarche table` with a mapping by name. */
const score = (...args: string[]) =>
  demarche(['table', ...args, '--map', here.at('by-name.map.yaml'), '--perspective', 'treasury']);

const rows = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map(line => line.split(','));

describe('what is read is what the table says', () => {
  it('reads a pipe, which can be read only once, as the file that it comes from', async () => {
    here.write('p.csv', 'id,crossing,need\n1,open,0.2\n2,ajar,0.2\n');
    execFileSync('mkfifo', [here.at('pipe.csv')]);
    const writer = execFileSync.bind(undefined, 'sh', [
      '-c',
      'cat "$0" > "$1" &',
      here.at('p.csv'),
      here.at('pipe.csv'),
    ]);
    writer({ stdio: 'ignore' });
    const { exit, out, err } = await score(here.at('pipe.csv'), '--rejects', here.at('rejected.csv'));
    expect([exit, err]).toEqual([0, expect.stringContaining('1 row scored; 1 rejected')]);
    expect(rows(out)).toHaveLength(2);
    expect(here.read('rejected.csv')).toContain(`${here.at('pipe.csv')},3,crossing,`);
  });

  it('refuses CSV files whose columns stand in another order, as cells go by their place', async () => {
    here.write('a.csv', 'id,need,crossing\n1,0.1,closed\n');
    here.write('b.csv', 'need,id,crossing\n0.9,1,open\n');
    const { exit, err } = await score(here.at('a.csv'), here.at('b.csv'), '-o', here.at('o.csv'));
    expect([exit, err]).toEqual([3, expect.stringContaining('column 1 is `need`, and there `id`')]);
    expect(here.files()).not.toContain('o.csv');
    here.write('c.csv', 'id,need,crossing\n2,0.9,open\n');
    expect((await score(here.at('a.csv'), here.at('c.csv'))).exit).toBe(0);
    const twice = await score(
      here.at('a.csv'),
      `${here.at('.')}/../${here.at('a.csv').split('/').at(-2)}/a.csv`,
    );
    expect([twice.exit, twice.err]).toEqual([2, expect.stringContaining('is there twice')]);
  });

  it('carries cells of CSV into CSV as they are written', async () => {
    const cells = ['007', '12345678901234567891', '1.10', '31/12/2020', 'TRUE', '8:00', '1e5'];
    here.write(
      'a.csv',
      `id,crossing,need,big,price,day,flag,at,e\n007,open,0.2,${cells.slice(1).join(',')}\n`,
    );
    const { exit, out } = await score(here.at('a.csv'));
    expect([exit, rows(out)[1]!.slice(0, 7)]).toEqual([0, cells]);
  });

  it('gives columns of CSV a type in Parquet only if it loses nothing', async () => {
    here.write(
      'a.csv',
      'id,crossing,need,big,price,day,iso,long\n1,open,0.2,12345678901234567891,1.10,31/12/2020,2020-12-31,0.1234567890123456789\n',
    );
    expect((await score(here.at('a.csv'), '-o', here.at('o.parquet'))).exit).toBe(0);
    const found = await sql(
      `SELECT column_name AS n, column_type AS t FROM (DESCRIBE SELECT * FROM '${here.at('o.parquet')}')`,
    );
    const types = Object.fromEntries(found.map(({ n, t }) => [n, t]));
    expect(types).toMatchObject({
      big: 'VARCHAR',
      price: 'DOUBLE',
      day: 'VARCHAR',
      iso: 'DATE',
      long: 'VARCHAR',
    });
  });

  it('takes a line that starts with # for a row, and years apart by the date in UTC', async () => {
    here.write('a.csv', 'id,crossing,need\n#1,open,0.2\n#2,open,0.3\n');
    expect(rows((await score(here.at('a.csv'))).out).map(row => row[0])).toEqual(['id', '"#1"', '"#2"']);
    await sql(
      `COPY (SELECT 1 AS id, 'open' AS crossing, 0.2 AS need, TIMESTAMPTZ '2020-12-31 23:30:00+00' AS at) TO '${here.at('z.parquet')}'`,
    );
    const run = (zone: string) =>
      execFileSync(
        'node',
        [
          'dist/bin.js',
          'table',
          here.at('z.parquet'),
          '--map',
          here.at('by-name.map.yaml'),
          '--perspective',
          'treasury',
          '-q',
        ],
        { encoding: 'utf8', env: { ...process.env, TZ: zone } },
      );
    expect(run('Asia/Tokyo')).toBe(run('UTC'));
  });

  it('reads columns called as those of the statement are, by either engine', async () => {
    const names = ['r', 'q', 'line', 'mark', 'facts', 'kept 0', 'key_1'];
    const head = `id,${names.join(',')},crossing,need`;
    here.write('a.csv', `${head}\n7,${names.map((_, i) => i).join(',')},open,0.2\n8,,,,,,,,ajar,0.2\n`);
    for (const engine of ['evaluator', 'sql']) {
      const { exit, out } = await score(
        here.at('a.csv'),
        '--engine',
        engine,
        '--rejects',
        here.at('rejected.csv'),
      );
      expect([exit, rows(out)[1]!.slice(0, 8)]).toEqual([0, ['7', '0', '1', '2', '3', '4', '5', '6']]);
      expect(here.read('rejected.csv')).toContain(',3,crossing,`ajar` is no value');
    }
    here.write('r.map.yaml', 'rule-set: rules/example\nid: r\ncolumns: { crossing: line, need: mark }\n');
    here.write('b.csv', 'r,line,mark\n1,open,0.2\n2,ajar,0.2\n');
    const asked = ['table', here.at('b.csv'), '--map', here.at('r.map.yaml'), '--perspective', 'treasury'];
    await demarche([...asked, '--rejects', here.at('rejected.csv')]);
    expect(here.read('rejected.csv')).toContain(',3,line,`ajar` is no value of `crossing`');
    const { out } = await demarche([...asked, '--summary', '--by', 'r']);
    expect(out).toContain('r 1: 1 row');
  });

  it('reads the file that is named, whatever marks its name has', async () => {
    here.write('a1.csv', 'id,crossing,need\nwrong,open,0.2\n');
    here.write('a[1].csv', 'id,crossing,need\nright,open,0.2\n');
    expect((await score(here.at('a[1].csv'))).out).toContain('\nright,');
    mkdirSync(here.at('year=2020'));
    here.write('year=2020/a.csv', 'id,crossing,need\n1,open,0.2\n');
    expect(rows((await score(here.at('year=2020/a.csv'))).out)[0]!.slice(0, 2)).toEqual(['id', 'leader']);
  });
});

describe('rejected rows are told by the line that an editor shows', () => {
  const TEXT =
    'id,crossing,need\r\n\r\n1,"a\r\nb",0.2\r\n\r\n2,open\r\n\r\n3,ajar,0.2\r\n4,open,0.2,x\r\n5,"say ""no""\r\n\r\n",2\r\n6,open\r\n7,open,0.2\r\n8,ajar,0.2';
  const LINES = [
    '3,crossing',
    '6,need',
    '8,crossing',
    '9,',
    '10,crossing',
    '10,need',
    '13,need',
    '15,crossing',
  ];
  const told = () =>
    rows(here.read('rejected.csv').replaceAll(/"(?:[^"]|"")*"/g, ''))
      .slice(1)
      .map(row => row.slice(1, 3).join(','));

  it('with empty lines, line breaks in cells and ragged rows in between, packed or not, from a file or not', async () => {
    here.write('t.csv', TEXT);
    here.write('t.csv.gz', gzipSync(TEXT));
    here.write('t.tsv', TEXT.replaceAll(',', '\t').replaceAll('\n', '').replaceAll('\r', '\r\n'));
    for (const file of ['t.csv', 't.csv.gz', 't.tsv']) {
      expect((await score(here.at(file), '--rejects', here.at('rejected.csv'))).exit).toBe(0);
      expect([file, told()]).toEqual([file, LINES]);
    }
    const piped = await demarche(
      [
        'table',
        '-',
        '--map',
        here.at('by-name.map.yaml'),
        '--perspective',
        'treasury',
        '--rejects',
        here.at('rejected.csv'),
      ],
      { stdin: TEXT },
    );
    expect([piped.exit, told()]).toEqual([0, LINES]);
    expect(here.read('rejected.csv')).toContain('\nstdin,3,crossing,');
  });

  it('also where what cannot be read stands in a column that is not wanted', async () => {
    const map = 'rule-set: rules/example\nid: id\ncarry: []\ncolumns: { crossing: crossing, need: need }\n';
    here.write('by-name.map.yaml', map);
    here.write(
      't.csv',
      Buffer.from('id,crossing,need,note\n1,open,0.2,b\xfcsy\n2,ajar,0.2,\n3,open,0.2,\n', 'latin1'),
    );
    const { err } = await score(here.at('t.csv'), '--rejects', here.at('rejected.csv'));
    expect(err).toContain('1 row scored; 2 rejected');
    expect(told()).toEqual(['2,note', '3,crossing']);
    const summary = await score(here.at('t.csv'), '--summary');
    expect(summary.out).toContain('1 row, judged by treasury\n  Not scored, as they do not fit: 2 rows');
  });

  it('of JSON lines with empty ones between', async () => {
    here.write('t.jsonl', '\n{"id":1,"crossing":"open"}\n  \n\n{"id":2,"crossing":"ajar","need":0.2}\n');
    await score(here.at('t.jsonl'), '--rejects', here.at('rejected.csv'));
    expect(told()).toEqual(['5,crossing']);
  });

  it('of a query by its number, and never by a temporary file', async () => {
    const query = "SELECT * FROM (VALUES (1, 'open', 0.2), (2, 'ajar', 0.2)) AS t(id, crossing, need)";
    await score('--query', query, '--rejects', here.at('rejected.csv'));
    expect(here.read('rejected.csv')).toContain('\nthe query,2,crossing,');
  });

  it('into a file of their own', async () => {
    here.write('a.csv', 'id,crossing,need\n1,open,0.2\n');
    const same = await score(here.at('a.csv'), '-o', here.at('o.csv'), '--rejects', `${here.at('.')}/o.csv`);
    expect([same.exit, same.err]).toEqual([2, expect.stringContaining('--rejects and --output both name')]);
    expect(await score(here.at('a.csv'), '--rejects', '-')).toMatchObject({
      exit: 2,
      err: '--rejects takes the name of a file\n',
    });
  });
});

describe('what is written is what the name says', () => {
  it('packs a file whose name ends so, and parts cells by tabs in .tsv', async () => {
    here.write('a.csv', 'id,crossing,need\n1,open,0.2\n');
    for (const name of ['o.csv', 'o.csv.gz', 'o.tsv']) await score(here.at('a.csv'), '-o', here.at(name));
    const { readFileSync } = await import('node:fs');
    expect(gunzipSync(readFileSync(here.at('o.csv.gz'))).toString()).toBe(here.read('o.csv'));
    expect(here.read('o.tsv')).toBe(here.read('o.csv').replaceAll(',', '\t'));
    const parquet = await score(here.at('a.csv'), '-o', here.at('o.parquet.gz'));
    expect([parquet.exit, parquet.err]).toEqual([2, 'Parquet is packed inside: name the file .parquet\n']);
  });

  it('writes no word into JSON lines that JSON does not have', async () => {
    await sql(
      `COPY (SELECT 1 AS id, 'open' AS crossing, 0.2 AS need, 'nan'::DOUBLE AS a, 'inf'::DOUBLE AS b, 0.5::DOUBLE AS c) TO '${here.at('n.parquet')}'`,
    );
    await score(here.at('n.parquet'), '-o', here.at('o.jsonl'));
    expect(JSON.parse(here.read('o.jsonl'))).toMatchObject({ id: 1, a: null, b: null, c: 0.5 });
  });
});

describe('what is no table is told in words', () => {
  const refused = async (file: string, text: string) => {
    const { exit, err } = await score(here.write(file, text), '-o', here.at('o.csv'));
    expect(here.files()).not.toContain('o.csv');
    return `${exit} ${err.split('\n')[0]}`.replace(here.at(file), file);
  };

  it('an empty file, a list of objects, a quotation mark that is not closed', async () => {
    expect(await refused('empty.csv', '')).toBe('3 error[table/unreadable]: `empty.csv` is empty');
    expect(await refused('list.json', '[{"id":1,"crossing":"open","need":0.2}]')).toContain(
      '`list.json` does not have one object a line',
    );
    expect(await refused('open.csv', 'id,crossing,need\n1,"open,0.2\n2,open,0.2\n3,open,0.2\n')).toContain(
      '`open.csv` cannot be taken apart as CSV',
    );
  });

  it('a place in a network, and too little memory', async () => {
    expect(await score('https://example.org/x.csv')).toMatchObject({
      exit: 2,
      err: '`https://example.org/x.csv` is no file on this machine: bring it here first\n',
    });
    here.write('a.csv', 'id,crossing,need\n1,open,0.2\n');
    const { exit, err } = await score(here.at('a.csv'), '--memory', '1');
    expect([exit, err]).toEqual([
      2,
      expect.stringContaining('not enough memory: --memory gives DuckDB more'),
    ]);
  });
});
