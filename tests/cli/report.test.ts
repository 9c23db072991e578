import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';

let folder: string;
const path = (name: string) => join(folder, name);
const bytes = (name: string) => readFileSync(path(name));
const scenario = () => path('scenarios/example.yaml');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-report-'));
  await demarche(['init', folder]);
});

it('writes one page; a saved report renders to the same page, whatever it was first printed as', async () => {
  expect(await demarche(['report', scenario(), '-o', path('a.html')])).toEqual({ exit: 0, out: '', err: '' });
  await demarche(['report', scenario(), '-f', 'json', '-o', path('a.json')]);
  await demarche(['render', path('a.json'), '--format', 'html', '--output', path('b.html')]);
  expect(bytes('b.html').equals(bytes('a.html'))).toBe(true);
  expect(bytes('a.html').toString()).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(bytes('a.html').toString()).not.toContain(path('a.html'));
  const { out } = await demarche(['report', scenario()]);
  expect(out).toBe(bytes('a.html').toString());
});

it.each(['html', 'markdown', 'docx', 'text', 'plain', 'csv', 'json'])(
  'gives the same bytes twice as %s',
  async format => {
    for (const name of ['one', 'two']) {
      const { exit } = await demarche(['report', scenario(), '-f', format, '-o', path(`${name}.${format}`)]);
      expect(exit).toBe(0);
    }
    expect(bytes(`one.${format}`).length).toBeGreaterThan(300);
    expect(bytes(`one.${format}`).equals(bytes(`two.${format}`))).toBe(true);
  },
);

it('docx is bytes: it wants a file', async () => {
  for (const args of [
    ['report', scenario()],
    ['report', scenario(), '-o', '-'],
  ]) {
    const { exit, out, err } = await demarche([...args, '--format', 'docx']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('say with `-o FILE` where to write it');
  }
  await demarche(['report', scenario(), '-f', 'json', '-o', path('c.json')]);
  expect((await demarche(['render', path('c.json'), '-f', 'docx'])).err).toContain('`-o FILE`');
});

it('is written whole or not at all', async () => {
  const { exit, err } = await demarche(['report', scenario(), '-o', path('none/a.html')]);
  expect(exit).toBe(2);
  expect(err).toContain('cannot write');
  const broken = path('broken.yaml');
  writeFileSync(broken, 'id: broken\n');
  expect((await demarche(['report', scenario(), broken, '-o', path('never.html')])).exit).toBe(3);
  expect(readdirSync(folder)).not.toContain('never.html');
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
});

it('compares several, explains as many options as asked for, and judges by another perspective', async () => {
  const other = path('scenarios/other.yaml');
  writeFileSync(
    other,
    readFileSync(scenario(), 'utf8')
      .replace('id: example', 'id: other')
      .replace('crossing: restricted', 'crossing: closed'),
  );
  const { out } = await demarche([
    'report',
    scenario(),
    other,
    '-f',
    'markdown',
    '--top',
    '1',
    '--perspective',
    'treasury',
  ]);
  expect(out).toContain('## The situations compared');
  expect(out).toContain('judged by the priorities of “The treasury”');
  // One option in each of the two chapters.
  expect(out.match(/^#### \d+\. /gm)).toHaveLength(2);
});

it('says that a page is made of a report only, and that a report stands alone in its file', async () => {
  await demarche(['appraise', scenario(), '-f', 'json', '-o', path('appraisal.json')]);
  const { exit, err } = await demarche(['render', path('appraisal.json'), '--format', 'html']);
  expect(exit).toBe(2);
  expect(err).toContain('`--format html` is for a report, which `demarche report` makes');
  await demarche(['report', scenario(), '-f', 'json', '-o', path('d.json')]);
  writeFileSync(path('list.json'), `[${bytes('appraisal.json')}, ${bytes('d.json')}]`);
  expect((await demarche(['render', path('list.json')])).err).toContain('holds a report among other results');
  writeFileSync(path('bad.json'), bytes('d.json').toString().replace('"leading"', '"leadin"'));
  expect((await demarche(['render', path('bad.json')])).exit).toBe(3);
});

it('what cannot be said is said so', async () => {
  const rules = path('rules/example/facts.yaml');
  const text = readFileSync(rules, 'utf8');
  writeFileSync(rules, text.replace(/ {4}prior: .*\n/, ''));
  const unknown = path('scenarios/unknown.yaml');
  writeFileSync(unknown, readFileSync(scenario(), 'utf8').replace(/ {2}need: .*\n/, ''));
  const { out, err } = await demarche(['report', unknown, '-f', 'markdown']);
  writeFileSync(rules, text);
  expect(err).toBe('');
  expect(out).toContain('How likely that is cannot be said.');
  expect(out).toContain('This cannot be said: nothing says how likely the values of \\`need\\` are');
});
