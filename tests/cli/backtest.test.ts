import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backtest } from '../../src/model/backtest.js';
import { validateResult } from '../../src/schema/validate-result.js';
import { demarche } from '../support/cli.js';
import { RECORD } from '../support/record.js';

describe('of a project', () => {
  let dir: string;
  const at = (path: string) => join(dir, path);

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'demarche-backtest-'));
    await demarche(['init', dir]);
    writeFileSync(at('scenarios/example.record.yaml'), RECORD);
  });

  it('shows the ranking then, what was done with its rank and judgement, and what is amiss', async () => {
    const { exit, out, err } = await demarche(['backtest', at('scenarios')]);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('A sanity check and no validation: 1 case');
    expect(out).toMatch(/Negotiate passage +1 of 3 +\+17\.5 did not work +1 +1/);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Miss Negotiate passage, which failed, ranks above Airlift, which helped',
    );
    expect(out).toContain('diary, recalled');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  it.each([
    ['nowhere', 2, 'no file or folder'],
    ['rules', 2, 'no record below'],
  ])('of %s ends with %i: %s', async (path, code, said) => {
    const { exit, out, err } = await demarche(['backtest', at(path)]);
    expect([exit, out, err.includes(said)]).toEqual([code, '', true]);
  });

  it.each([
    ['option: airlift', 'option: airlfit', 'record/unknown-option'],
    ['example.yaml', 'exmaple.yaml', 'record/unknown-scenario'],
    ['judgement: worked', 'judgement: grand', 'schema/not-allowed'],
    ['scenario:', 'scenario: [', 'yaml/syntax'],
  ])('with %j as %j ends with 3 and says where', async (from, to, code) => {
    writeFileSync(at('scenarios/example.record.yaml'), RECORD.replace(from, to));
    const { exit, out, err } = await demarche(['backtest', at('scenarios')]);
    expect([exit, out, err.includes(code), err.includes('example.record.yaml:')]).toEqual([
      3,
      '',
      true,
      true,
    ]);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('refuses two records of one situation', async () => {
    mkdirSync(at('more'));
    writeFileSync(at('more/a.record.yaml'), RECORD.replace('example.yaml', '../scenarios/example.yaml'));
    const { exit, err } = await demarche(['backtest', dir]);
    expect([exit, err.includes('record/duplicate-scenario')]).toEqual([3, true]);
  });

  it('renders a saved result in every format as if it had been run', async () => {
    const saved = at('saved.json');
    await demarche(['backtest', at('scenarios'), '-f', 'json', '-o', saved]);
    expect(validateResult(readFileSync(saved, 'utf8')).problem).toBeUndefined();
    for (const format of ['text', 'plain', 'markdown', 'csv']) {
      const fresh = await demarche(['backtest', at('scenarios'), '-f', format]);
      const rendered = await demarche(['render', saved, '-f', format]);
      const without = (out: string) =>
        out.replace(/\s+/g, ' ').replace(/demarche backtest \S+( -+f\S* \S+)?( -o [^\s",]+)?/g, '');
      expect([rendered.exit, without(rendered.out)]).toEqual([0, without(fresh.out)]);
    }
  });
});

describe('of the shipped history', () => {
  let told: Backtest;
  beforeAll(async () => {
    told = JSON.parse(
      (await demarche(['backtest', 'scenarios/history', '-f', 'json', '--draws', '200'])).out,
    );
  }, 120_000);

  it('holds at least twelve cases with every judgement in a source that says whether it was read', () => {
    expect(told.cases.length).toBeGreaterThanOrEqual(12);
    const lists = told.cases.flatMap(({ done, record }) => [...done, record.followed, record.reasons]);
    const bare = lists
      .flatMap(({ sources }) => sources)
      .filter(id => !told.sources[id.split('#')[0]!]?.checked);
    expect(bare).toEqual([]);
  });

  it('shows misses first, and is told apart by what the authors of the rules saw', () => {
    const verdicts = told.cases.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(
      verdicts.toSorted((a, b) => ['miss', 'hit', 'open'].indexOf(a) - ['miss', 'hit', 'open'].indexOf(b)),
    );
    expect(told.all.options).toBe(told.seen.options + told.unseen.options);
    expect(told.all.pairs.total).toBe(told.seen.pairs.total + told.unseen.pairs.total);
  });

  it('is told in the docs case by case, with what was looked at while the rules were written', () => {
    const page = readFileSync('docs/backtest.md', 'utf8');
    for (const { manifest, record } of told.cases) {
      const row = page.split('\n').find(line => line.startsWith(`| ${manifest.scenario.id} |`));
      expect([manifest.scenario.id, row?.split('|')[3]?.trim()]).toEqual([
        manifest.scenario.id,
        record.seenWhileWriting ? 'yes' : 'no',
      ]);
    }
  });
});
