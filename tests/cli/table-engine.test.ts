import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoteName, quoteText } from '../../src/sql/codes.js';
import { demarche } from '../support/cli.js';
import { SHIPPED, shippedRuleSet } from '../support/shipped.js';
import { sql, type TableProject, tableProject } from '../support/table-project.js';

let here: TableProject;
beforeAll(async () => {
  here = await tableProject();
});

/** What both engines write with the same arguments, as bytes; and what they say. */
async function both(...args: string[]): Promise<{ bytes: Buffer[]; said: string[] }> {
  const bytes: Buffer[] = [];
  const said: string[] = [];
  for (const engine of ['evaluator', 'sql']) {
    const output = here.at(`out.${args.includes('--jsonl') ? 'jsonl' : 'csv'}`);
    const asked = args.filter(arg => arg !== '--jsonl');
    const { exit, err } = await demarche(['table', ...asked, '--engine', engine, '-o', output]);
    expect([exit, err]).toEqual([0, expect.any(String)]);
    bytes.push(readFileSync(output));
    said.push(err);
  }
  return { bytes, said };
}

async function expectSame(...args: string[]): Promise<string> {
  const { bytes, said } = await both(...args);
  expect(bytes[1]!.toString()).toBe(bytes[0]!.toString());
  expect(said[1]).toBe(said[0]);
  return said[0]!;
}

describe('demarche table --engine sql', () => {
  it('writes the same bytes as the evaluator: wide and long, with a mapping, a base, what is set, and rejected rows', async () => {
    const data = here.write(
      'odd.csv',
      'place,month,lorries,needy,problem,impossible,leads\nNorth,1,0,35,a,1,x\nSouth,2,80,NA,,2,\nEast,3,-99,5,"b,c",,y\nWest,4,7,500,d,3,z\nFar,5,many,5,,4,\n',
    );
    const mapped = [data, '--map', here.at('panel.map.yaml'), '--perspective', 'relief-agency'];
    expect(await expectSame(...mapped)).toContain('3 rows scored; 2 rejected');
    await expectSame(...mapped, '--long');
    await expectSame(...mapped, '--jsonl', '--output-format', 'jsonl');
    await expectSame(...mapped, '--set', 'need=0.5', '--weight', 'cost=0.9');
    const base = [data, '--map', here.at('panel.map.yaml'), '--base', here.at('scenarios/example.yaml')];
    await expectSame(...base, '--rejects', here.at('rejected.csv'));
    const rejected = here.read('rejected.csv');
    expect(rejected).toContain('`500` is no value of `need`');
    expect(rejected).toContain('`many` is no value of `crossing`');
  });

  it('writes the same bytes on the shipped rule set, a third of whose facts are unknown, from Parquet', async () => {
    const ruleSet = await shippedRuleSet();
    const columns = [...ruleSet.facts.values()].flatMap(({ id, derive, domain }, f) => {
      if (derive) return [];
      const values =
        domain.kind === 'number'
          ? `round(${domain.low} + (hash(i, ${f}) % 101) / 100.0 * ${domain.high - domain.low}, 6)`
          : `[${domain.values.map(value => quoteText(String(value))).join(', ')}][1 + (hash(i, ${f}) % ${domain.values.length})::INT]`;
      return [`CASE WHEN hash(i, ${f}, 'known') % 3 > 0 THEN ${values} END AS ${quoteName(id)}`];
    });
    const file = here.at('panel.parquet');
    await sql(`COPY (SELECT i AS id, ${columns.join(', ')} FROM range(4000) t(i)) TO '${file}'`);
    const said = await expectSame(file, '--rule-set', SHIPPED, '--perspective', 'asean');
    expect(said).toMatch(/^[1-4],?\d+ rows scored/);
  });

  it('says what it cannot do', async () => {
    const asked = ['table', here.at('panel.csv'), '--map', here.at('panel.map.yaml'), '--engine', 'sql'];
    for (const more of [['--summary'], ['--rules']])
      expect(await demarche([...asked, '--perspective', 'treasury', ...more])).toMatchObject({
        exit: 2,
        err: '--engine sql scores rows alone: leave out --rules and --summary\n',
      });
    const unsure = here.write(
      'unsure.yaml',
      'id: s\ntitle: S\nrule-set: rules/example\nas-of: 2024-02-01\nperspective: treasury\nfacts: { need: { between: [0.1, 0.4] } }\n',
    );
    const map = here.write('one.map.yaml', 'rule-set: rules/example\ncolumns: { crossing: note }\n');
    const { exit, err } = await demarche([
      ...['table', here.at('panel.csv'), '--map', map, '--base', unsure, '--engine', 'sql'],
    ]);
    expect([exit, err]).toEqual([2, expect.stringContaining('the base is unsure of `need`')]);
  });

  it('ends at the first row that does not fit where that is asked, and leaves nothing behind', async () => {
    const data = here.write('bad.csv', 'place,lorries,needy\nA,1,5\nB,1,500\n');
    const output = here.at('never.csv');
    const { exit, err } = await here.table(data, '--engine', 'sql', '--strict', '-o', output);
    expect([exit, err]).toEqual([
      3,
      expect.stringContaining('line 3, column `needy`: `500` is no value of `need`'),
    ]);
    expect(here.files().filter(name => name.startsWith('never'))).toEqual([]);
  });
});
