import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { PANEL, sql, type TableProject, tableProject } from '../support/table-project.js';

let here: TableProject;
beforeEach(async () => {
  here = await tableProject();
});

/** Many rows, so that a process can be stopped while it writes. */
const many = async (rows: number) => {
  await sql(`COPY (SELECT i AS place, i % 90 AS lorries, i % 100 AS needy, repeat(md5(i::VARCHAR), 4) AS filler FROM range(${rows}) t(i))
    TO '${here.at('many.parquet')}'`);
  return here.at('many.parquet');
};

/** Starts a table in a process of its own, sends it a signal once it writes, and waits until it has ended. */
async function stopped(signal: NodeJS.Signals): Promise<{ how: unknown; left: string[] }> {
  const input = await many(3_000_000);
  const args = [
    'dist/bin.js',
    'table',
    input,
    '--map',
    here.at('panel.map.yaml'),
    '--perspective',
    'treasury',
    '-o',
    here.at('o.parquet'),
  ];
  const child = spawn('node', args, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  for (let tries = 0; tries < 400 && !here.files().some(name => name.endsWith('.tmp')); tries += 1)
    await later(25);
  child.kill(signal);
  const [, how] = await ended;
  return { how, left: here.files().filter(name => name.startsWith('o.')) };
}

describe('a fault ends in a diagnostic, and leaves no partial file', () => {
  it('a full disk', async () => {
    const { exit, err } = await here.table(here.at('panel.csv'), '-o', '/dev/full', '--output-format', 'csv');
    expect([exit, err]).toEqual([
      2,
      'cannot write `/dev/full`: Could not write file `/dev/full`: No space left on device\n',
    ]);
    const rejects = await here.table(
      here.write('r.csv', PANEL.replace('80', 'many')),
      '--rejects',
      '/dev/full',
      '-q',
    );
    expect([rejects.exit, rejects.err]).toEqual([2, 'cannot write `/dev/full` (ENOSPC)\n']);
  });

  it('a folder that is not there', async () => {
    const { exit, err } = await here.table(here.at('panel.csv'), '-o', here.at('no/where.csv'));
    expect([exit, err]).toEqual([2, expect.stringContaining('cannot write')]);
  });

  it('a killed process leaves no file under the final name', async () => {
    const { how, left } = await stopped('SIGKILL');
    expect(how).toBe('SIGKILL');
    expect(left.filter(name => !name.endsWith('.tmp'))).toEqual([]);
  });

  it('a process that is told to stop leaves nothing at all', async () => {
    expect(await stopped('SIGTERM')).toEqual({ how: 'SIGTERM', left: [] });
  });

  it('nor of what it kept of a table that can be read only once', async () => {
    mkdirSync(here.at('tmp'));
    const args = [
      'dist/bin.js',
      'table',
      '-',
      '--map',
      here.at('panel.map.yaml'),
      '--perspective',
      'treasury',
    ];
    const env = { ...process.env, TMPDIR: here.at('tmp') };
    const child = spawn('node', args, { stdio: ['pipe', 'ignore', 'ignore'], env });
    const ended = once(child, 'exit');
    child.stdin.write(PANEL);
    const kept = () => readdirSync(here.at('tmp')).length;
    for (let tries = 0; tries < 400 && kept() === 0; tries += 1) await later(25);
    expect(kept()).toBe(1);
    child.kill('SIGTERM');
    expect([(await ended)[1], kept()]).toEqual(['SIGTERM', 0]);
  });

  it('a Parquet file that is cut off', async () => {
    const input = await many(1000);
    truncateSync(input, readFileSync(input).length - 100);
    const { exit, err } = await here.table(input, '-o', here.at('o.parquet'));
    expect([exit, err]).toEqual([3, expect.stringContaining('error[table/unreadable]')]);
    expect(here.files()).toEqual(['many.parquet']);
  });

  it('a Parquet file that is damaged inside', async () => {
    const input = await many(300_000);
    const bytes = readFileSync(input);
    bytes.fill(7, 1000, 200_000);
    here.write('many.parquet', bytes);
    const { exit, err } = await here.table(input, '-o', here.at('o.parquet'));
    expect([exit, err]).toEqual([3, expect.stringContaining('error[table/unreadable]')]);
    expect(here.files()).toEqual(['many.parquet']);
  });

  it('rows with too few or too many cells, and with bytes that are no UTF-8, are rejected with line and reason', async () => {
    const text = PANEL.replace('North,2024-02,12,30,', 'North,2024-02,12')
      .replace(',busy', ',b\xfcsy')
      .replace('5,\n', '5,,more\n');
    const input = here.write('ragged.csv', Buffer.from(text, 'latin1'));
    const { exit, out, err } = await here.table(input, '--rejects', here.at('rejected.csv'));
    expect([exit, err]).toEqual([0, expect.stringContaining('1 row scored; 3 rejected, listed in')]);
    expect(out.trim().split('\n')).toHaveLength(2);
    const listed = here
      .read('rejected.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(',').slice(1));
    expect(listed).toEqual([
      ['3', 'needy', 'it has fewer cells than the table has columns'],
      ['4', 'note', 'it is no text in UTF-8'],
      ['5', '', 'it has more cells than the table has columns'],
    ]);
  });

  it('a file in another encoding', async () => {
    const input = here.write('wide.csv', Buffer.from(`\ufeff${PANEL}`, 'utf16le'));
    const { exit, err } = await here.table(input, '-o', here.at('o.csv'));
    expect([exit, err]).toEqual([3, expect.stringContaining('is no text in UTF-8')]);
    expect(here.files()).toEqual(['wide.csv']);
  });

  it('a column of mixed types: what is no number is rejected, or with --strict ends it', async () => {
    const input = here.write('mixed.csv', PANEL.replace('80', 'many').replace('35', '3e400'));
    const { err } = await here.table(input, '--rejects', here.at('rejected.csv'));
    expect(err).toContain('2 rows scored; 2 rejected');
    expect(here.read('rejected.csv')).toContain('4,lorries,`many` is no value of `crossing`');
    expect(here.read('rejected.csv')).toContain('2,needy,`3e400` is no value of `need`');
    const strict = await here.table(input, '--strict', '-o', here.at('o.csv'));
    expect([strict.exit, strict.err]).toEqual([
      3,
      expect.stringContaining('line 2, column `needy`: `3e400` is no value of `need`'),
    ]);
    expect(here.files().sort()).toEqual(['mixed.csv', 'rejected.csv']);
  });

  it('situations that cannot occur are rejected with the reason', async () => {
    here.write(
      'rules/example/conditions.yaml',
      'impossible:\n  - id: never\n    because: nobody is in need where all pass\n    when: { all: [{ fact: crossing, operator: equal, value: open }, { fact: need, operator: above, value: 0.9 }] }\n',
    );
    const input = here.write('odd.csv', PANEL.replace('80,NA', '80,95'));
    const { err } = await here.table(input, '--rejects', here.at('rejected.csv'));
    expect(err).toContain('3 rows scored; 1 rejected');
    expect(here.read('rejected.csv')).toContain(
      '4,,these facts cannot occur together: nobody is in need where all pass',
    );
  });

  it('formulas in cells and names of columns are escaped in CSV, and left alone elsewhere', async () => {
    const input = here.write(
      'formula.csv',
      PANEL.replace('note', '@note').replace('calm', '=cmd()').replace('busy', '-1+1'),
    );
    const { out } = await here.table(input);
    expect(out).toContain(",'=cmd(),");
    expect(out).toContain(",'-1+1,");
    expect(out.split('\n')[0]).toContain("'@note");
    expect((await here.table(input, '--output-format', 'jsonl')).out).toContain('"@note":"=cmd()"');
  });

  it('a million different values where three are expected: no row fits, and it says where to look', async () => {
    await sql(
      `COPY (SELECT i AS place, 'v' || i AS lorries, 1 AS needy FROM range(1000000) t(i)) TO '${here.at('values.parquet')}'`,
    );
    const { exit, err } = await here.table(here.at('values.parquet'), '-o', here.at('o.parquet'));
    expect([exit, err]).toEqual([
      3,
      expect.stringContaining('line 1, column `lorries`: `v0` is no value of `crossing`'),
    ]);
    expect(err).toContain('no row fits');
    expect(here.files()).toEqual(['values.parquet']);
  });
});
