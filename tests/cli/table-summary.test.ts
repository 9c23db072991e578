import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateResult } from '../../src/schema/validate-result.js';
import { demarche } from '../support/cli.js';
import { sql, type TableProject, tableProject } from '../support/table-project.js';

let here: TableProject;
beforeAll(async () => {
  here = await tableProject();
  await sql(`COPY (SELECT i AS place, (hash(i) % 90)::INT AS lorries, CASE WHEN hash(i, 1) % 9 > 0 THEN hash(i, 2) % 100 END AS needy,
    DATE '2019-01-01' + (i % 1000)::INT AS day, ['a', 'b'][1 + i % 2] AS region FROM range(20000) t(i)) TO '${here.at('big.parquet')}'`);
});

const summary = async (...args: string[]) => {
  const { exit, out, err } = await here.table(here.at('big.parquet'), '--summary', ...args, '-f', 'json');
  expect([exit, err]).toEqual([0, '']);
  expect(validateResult(out).problem).toBeUndefined();
  return JSON.parse(out);
};

describe('demarche table --summary', () => {
  it('counts what the table itself says, over all rows and by group', async () => {
    const told = await summary('--by', 'region', '--by', 'day');
    await here.table(here.at('big.parquet'), '-q', '-o', here.at('rows.parquet'));
    const counted =
      await sql(`SELECT region, year(day)::VARCHAR AS y, count(*)::INT AS n, count_if(leader = 'wait') / count(*) AS waits,
      count_if(negotiate_rank IS NULL) / count(*) AS gone, count_if(NOT leader_certain) / count(*) AS open, avg(margin) AS margin
      FROM '${here.at('rows.parquet')}' GROUP BY ALL ORDER BY ALL`);
    const near = (x: unknown) => expect.closeTo(Number(x), 8);
    expect(told.groups.map((one: { key: string[] }) => one.key)).toEqual(
      counted.map(({ region, y }) => [region, y]),
    );
    counted.forEach((row, i) => {
      const group = told.groups[i];
      expect([group.rows, group.undetermined, group.margin]).toEqual([
        row.n,
        near(row.open),
        near(row.margin),
      ]);
      expect(group.options.find(({ option }: { option: string }) => option === 'wait').leads).toEqual(
        near(row.waits),
      );
      expect(group.options.find(({ option }: { option: string }) => option === 'negotiate').excluded).toEqual(
        near(row.gone),
      );
    });
    expect(told.all.rows).toBe(20_000);
    expect(
      told.all.options.reduce((sum: number, { leads }: { leads: number }) => sum + leads, 0),
    ).toBeCloseTo(1);
    expect(told.facts.find(({ fact }: { fact: string }) => fact === 'need').unknown).toBeCloseTo(1 / 9, 1);
  });

  it('says of each group what decides in it: as a summary of its rows alone does', async () => {
    const told = await summary('--by', 'region');
    for (const { key, ...group } of told.groups) {
      const query = `SELECT * FROM '${here.at('big.parquet')}' WHERE region = '${key[0]}'`;
      const { out } = await here.table('--query', query, '--summary', '-f', 'json');
      const alone = JSON.parse(out);
      const deciding = (list: { decides: number }[]) => list.filter(({ decides }) => decides > 0);
      expect(group.rules.length).toBeGreaterThan(1);
      expect(group).toEqual({
        ...alone.all,
        rules: deciding(alone.rules).map(({ title: _, ...one }: Record<string, unknown>) => one),
        facts: deciding(alone.facts).map(({ title: _, unknown: __, ...one }: Record<string, unknown>) => one),
      });
    }
    const rows = (group: { rows: number }) => group.rows;
    for (const { rule, decides } of told.rules) {
      const sum = told.groups.reduce(
        (total: number, group: { rows: number; rules: { rule: string; decides: number }[] }) => {
          const own = group.rules.find(one => one.rule === rule)?.decides ?? 0;
          return total + own * rows(group);
        },
        0,
      );
      expect(sum / told.all.rows).toBeCloseTo(decides, 8);
    }
  });

  it('prints text, plain sentences, Markdown and CSV, the same bytes each time', async () => {
    for (const format of ['text', 'plain', 'markdown', 'csv']) {
      const args = [here.at('big.parquet'), '--summary', '--by', 'region', '-f', format];
      const { out } = await here.table(...args);
      expect(out).toContain(format === 'csv' ? 'leads,wait,' : 'leads in');
      expect(await here.table(...args)).toEqual(
        await here.table(...args, '--workers', '1').then(ran => ({ ...ran, out: out })),
      );
    }
  });

  it('makes a page with the same figures, in which nothing of the table is markup', async () => {
    const query = `SELECT *, region || '<b onclick=x>&' AS "<i>area" FROM '${here.at('big.parquet')}'`;
    const args = ['--query', query, '--summary', '--by', '<i>area'];
    const { exit, out } = await here.table(...args, '-f', 'html');
    expect(exit).toBe(0);
    expect(out).toBe((await here.table(...args, '-f', 'html')).out);
    const { out: saved } = await here.table(...args, '-f', 'json');
    const rendered = await demarche(['render', here.write('saved.json', saved), '-f', 'html']);
    expect(rendered.out).toBe(out.replace('-f html', '-f json'));
    const headings = [...out.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual([
      ...['In short', 'How often each option leads', 'By “&lt;i>area”', 'What is not known', 'What decides'],
      'What this was made from',
    ]);
    expect(out).toContain('a&lt;b onclick=x>&amp;');
    expect(out).not.toMatch(/<b |<i>|<script/);
    const { all, rules } = JSON.parse((await here.table(...args, '-f', 'json')).out);
    const cells = [...out.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell);
    for (const { leads, option } of all.options.filter(({ leads }: { leads: number }) => leads > 0)) {
      const at = cells.indexOf(
        { airlift: 'Airlift', negotiate: 'Negotiate passage', wait: 'Wait' }[option as string]!,
      );
      expect(cells[at + 1]).toBe(`${Math.round(leads * 100)}%`);
    }
    const at = cells.indexOf(`<small class="id">${rules[0].rule}</small>`);
    expect(cells[at + 1]).toBe(`${Math.round(rules[0].decides * 100)}%`);
  });

  it('says what changed against another version of the rule set, and against results by the id', async () => {
    cpSync(here.at('rules/example'), here.at('rules/later'), { recursive: true });
    const file = 'rules/later/rules/all.yaml';
    here.write(file, here.read(file).replace('points: 25', 'points: 5'));
    const { against } = await summary('--against', here.at('rules/later'));
    expect(against.rows).toBe(20_000);
    expect(against.changed).toBeGreaterThan(0.1);
    expect(against.moves[0]).toEqual({ there: 'airlift', here: 'negotiate', rows: expect.any(Number) });
    const args = [
      'table',
      here.at('big.parquet'),
      '--map',
      here.at('panel.map.yaml'),
      '--perspective',
      'relief-agency',
    ];
    await demarche([...args, '--rule-set', here.at('rules/later'), '-o', here.at('later.parquet')]);
    const joined = await summary('--against', here.at('later.parquet'));
    expect({ ...joined.against, with: '' }).toEqual({ ...against, with: '' });
    await sql(
      `COPY (SELECT * FROM '${here.at('later.parquet')}' WHERE place < 15000) TO '${here.at('less.parquet')}'`,
    );
    const less = await summary('--against', here.at('less.parquet'));
    expect([less.against.rows, less.against.onlyHere, less.against.onlyThere]).toEqual([15_000, 5000, 0]);
  });

  it('refuses a column that makes a million groups, one that is not there, and --by without --summary', async () => {
    const many = await here.table(here.at('big.parquet'), '--summary', '--by', 'place');
    expect([many.exit, many.err]).toEqual([
      3,
      expect.stringContaining('error[table/too-many-groups]: `place` makes more than 1000 groups'),
    ]);
    const none = await here.table(here.at('big.parquet'), '--summary', '--by', 'regoin');
    expect([none.exit, none.err]).toEqual([3, expect.stringContaining('did you mean `region`?')]);
    const alone = await here.table(here.at('big.parquet'), '--by', 'region');
    expect([alone.exit, alone.err]).toEqual([
      2,
      '--by, --against, --format and --verbose go with --summary\n',
    ]);
  });
});

describe('demarche table --propose-map', () => {
  it('writes a mapping that check reads, and does not pass what it could not guess', async () => {
    const data = here.write(
      'other.csv',
      'case,crossing_state,need_pct,x\na1,shut,33,q\na2,opn,20,r\na3,restricted,4,s\n',
    );
    const map = here.at('other.map.yaml');
    const args = ['table', data, '--rule-set', here.at('rules/example'), '--propose-map', '-o', map];
    expect((await demarche(args)).exit).toBe(0);
    expect(here.read('other.map.yaml')).toContain('opn: open');
    const checked = await demarche(['check', map]);
    expect([checked.exit, checked.out]).toEqual([
      1,
      expect.stringContaining('`?` is not a level of `crossing`'),
    ]);
    here.write('other.map.yaml', here.read('other.map.yaml').replace('"?"', 'closed'));
    expect((await demarche(['check', map])).out).toBe('no findings in 1 mapping file\n');
    const scored = await demarche(['table', data, '--map', map, '--perspective', 'treasury', '-q']);
    expect(scored.out.trim().split('\n')).toHaveLength(4);
  });
});
