import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateResult } from '../../src/schema/validate-result.js';
import { demarche } from '../support/cli.js';

const MYANMAR = 'scenarios/myanmar-2025.yaml';
const folder = () => mkdtempSync(join(tmpdir(), 'demarche-'));

describe('demarche flips', () => {
  it('names changes of facts after which another option leads, which appraise then bears out', async () => {
    const dir = folder();
    const { exit, out, err } = await demarche(['flips', MYANMAR, '--top', '3', '-f', 'json', '--write', dir]);
    const { flips, leader, complete } = JSON.parse(out);
    expect([exit, complete, flips.length, err]).toEqual([0, true, 3, `Wrote 3 scenarios to ${dir}.\n`]);
    expect(validateResult(out).problem).toBeUndefined();
    for (const [i, flip] of flips.entries()) {
      const run = await demarche(['appraise', join(dir, `myanmar-2025-flip-${i + 1}.yaml`), '-f', 'json']);
      const { ranking, margin } = JSON.parse(run.out);
      expect([ranking[0].option, margin]).toEqual([flip.leader, flip.margin]);
      expect(flip.leader).not.toBe(leader);
    }
    expect(readFileSync(join(dir, 'myanmar-2025-flip-1.yaml'), 'utf8')).toContain('#');
  });

  it('gives for each weight how far it can move, which --weight bears out', async () => {
    const { weights, leader } = JSON.parse(
      (await demarche(['flips', MYANMAR, '--weights', '-f', 'json'])).out,
    );
    const one = weights.find(({ high }: { high: number }) => high < 1);
    for (const [share, leads] of [
      [one.high - 0.001, true],
      [one.high + 0.001, false],
    ] as const) {
      const set = `${one.criterion}=${share.toFixed(6)}`;
      const { ranking } = JSON.parse(
        (await demarche(['appraise', MYANMAR, '--weight', set, '-f', 'json'])).out,
      );
      expect(ranking[0].option === leader).toBe(leads);
    }
  });

  it('writes what was asked for beside the file into the scenarios, which stay where their rule set is found', async () => {
    const demo = folder();
    await demarche(['init', demo]);
    const rules = join(demo, 'rules/example');
    const scenario = join(demo, 'scenarios/example.yaml');
    for (const [args, dir] of [
      [['--weight', 'relief=0.05'], join(demo, 'flipped')],
      [['--rule-set', rules], rules],
    ] as const) {
      const { out, exit } = await demarche(['flips', scenario, ...args, '-f', 'json', '--write', dir]);
      const { flips } = JSON.parse(out);
      expect([exit, flips.length > 0]).toEqual([0, true]);
      const [file] = readdirSync(dir).filter(name => name.includes('-flip-1'));
      const run = JSON.parse((await demarche(['appraise', join(dir, file!), '-f', 'json'])).out);
      expect([run.ranking[0].option, run.margin]).toEqual([
        flips[0].leader,
        expect.closeTo(flips[0].margin, 9),
      ]);
    }
  });

  it('moves a path to a schema, and leaves a URL as it is', async () => {
    const demo = folder();
    await demarche(['init', demo]);
    const scenario = join(demo, 'scenarios/example.yaml');
    const url = '# yaml-language-server: $schema=https://example.org/s.json\n';
    const first = async (dir: string) => {
      await demarche(['flips', scenario, '--write', join(demo, dir, 'deeper')]);
      const [file] = readdirSync(join(demo, dir, 'deeper'));
      return readFileSync(join(demo, dir, 'deeper', file!), 'utf8').split('\n')[0];
    };
    expect(await first('one')).toContain('../../rules/example/');
    writeFileSync(scenario, readFileSync(scenario, 'utf8').replace(/^.*\n/, url));
    expect(await first('two')).toBe(url.trimEnd());
  });

  it('tells of weights only what puts the wanted option first', async () => {
    const { out } = await demarche(['flips', MYANMAR, '--weights', '--to', 'arms-embargo']);
    expect(out).toContain('puts Arms embargo first');
    expect(out).not.toContain('Humanitarian access');
  });

  it('refuses what is left out of consideration', async () => {
    const args = ['flips', 'scenarios/myanmar-2012.yaml', '--to', 'collective-sanctions'];
    const { exit, err } = await demarche(args);
    expect([exit, err]).toEqual([2, '`collective-sanctions` is left out of consideration by the scenario\n']);
  });

  it.each([
    [['--to', 'arms-embarg'], 'did you mean `arms-embargo`?'],
    [['--max', '9'], 'from 1 to 4'],
    [['--time-limit', 'soon'], 'whole number'],
  ])('%j is wrong usage', async (args, said) => {
    const { exit, err } = await demarche(['flips', MYANMAR, ...args]);
    expect([exit, err.includes(said)]).toEqual([2, true]);
  });
});

describe('demarche robustness', () => {
  it('says how often each option comes first, with its error, the same for the same seed', async () => {
    const args = ['robustness', MYANMAR, '-f', 'json', '--draws', '20000'];
    const { exit, out } = await demarche(args);
    const { options, exact, draws, seed } = JSON.parse(out);
    expect([exit, exact, draws, seed]).toEqual([0, false, 5 * 4093, 1]);
    expect(validateResult(out).problem).toBeUndefined();
    const firsts = options.map((one: { acceptability: number[] }) => one.acceptability[0]!);
    expect(firsts.reduce((a: number, b: number) => a + b, 0)).toBeCloseTo(1, 9);
    expect(options[0].standardError.acceptability[0]).toBeGreaterThan(0);
    expect((await demarche(args)).out).toBe(out);
    expect((await demarche([...args, '--seed', '2'])).out).not.toBe(out);
  });

  it.each(['text', 'plain', 'markdown', 'csv'])(
    'prints it as %s, in lines of at most 80 columns',
    async format => {
      const { exit, out } = await demarche(['robustness', 'scenarios/bangladesh-2013.yaml', '-f', format]);
      expect([exit, out.includes(format === 'csv' ? 'business-forum' : 'Business forum')]).toEqual([0, true]);
      if (format === 'text' || format === 'plain') {
        expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
      }
    },
  );
});

describe('demarche robustness, misused', () => {
  it.each([
    [['--concentration', '9'], '--concentration goes with `--weights near`'],
    [['--weights', 'some'], 'near, order, any'],
    [['--draws', '0'], 'from 1 to 9999999'],
  ])('%j is wrong usage', async (args, said) => {
    const { exit, err } = await demarche(['robustness', MYANMAR, ...args]);
    expect([exit, err.includes(said)]).toEqual([2, true]);
  });
});

describe('demarche information', () => {
  it('says which fact is most worth knowing, and which answer would change the choice', async () => {
    const { exit, out } = await demarche(['information', 'scenarios/myanmar-2012.yaml', '-f', 'json']);
    const { facts, total, expectedLeader } = JSON.parse(out);
    expect([exit, validateResult(out).problem]).toEqual([0, undefined]);
    expect(facts[0].value).toBeGreaterThan(0);
    expect(facts[0].value).toBeLessThanOrEqual(total);
    const other = facts[0].answers.filter(({ leader }: { leader: string }) => leader !== expectedLeader);
    expect(other.length).toBeGreaterThan(0);
  });

  it.each(['text', 'plain', 'markdown', 'csv'])('prints it as %s, saved or fresh', async format => {
    const saved = join(folder(), 'saved.json');
    await demarche(['information', MYANMAR, '-f', 'json', '-o', saved]);
    const { exit, out } = await demarche(['render', saved, '-f', format]);
    expect([exit, out.includes('conflict-intensity')]).toEqual([0, true]);
    if (format === 'text') expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });
});

describe('demarche sensitivity', () => {
  it('says which fact, rule and weight moves the margin', async () => {
    const { exit, out } = await demarche(['sensitivity', MYANMAR, '-f', 'json', '--draws', '20000']);
    const { facts, rules, weights, indices, leader } = JSON.parse(out);
    expect([exit, validateResult(out).problem]).toEqual([0, undefined]);
    expect(facts[0].codebook.low.leader).not.toBe(leader);
    expect(rules.length).toBeGreaterThan(0);
    expect(weights).toHaveLength(9);
    expect([indices.exact, indices.draws]).toEqual([false, 5 * 4093]);
  });

  it.each(['text', 'plain', 'markdown', 'csv'])('prints it as %s, saved or fresh', async format => {
    const saved = join(folder(), 'saved.json');
    await demarche(['sensitivity', 'scenarios/bangladesh-2013.yaml', '-f', 'json', '-o', saved]);
    const { exit, out } = await demarche(['render', saved, '-f', format]);
    expect([exit, out.includes('repression')]).toEqual([0, true]);
    if (format === 'text' || format === 'plain')
      expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });
});

describe('demarche appraise --aggregate', () => {
  it('shows another ranking beneath the first, as a check, and leaves the first as it is', async () => {
    const plain = JSON.parse((await demarche(['appraise', MYANMAR, '-f', 'json', '--no-analysis'])).out);
    const args = ['appraise', MYANMAR, '--aggregate', 'promethee-ii', '--no-analysis'];
    const { out } = await demarche([...args, '-f', 'json']);
    const checked = JSON.parse(out);
    expect(validateResult(out).problem).toBeUndefined();
    expect(checked.ranking).toEqual(plain.ranking);
    expect(plain.secondAggregation).toBeNull();
    expect(checked.secondAggregation.flows).toHaveLength(checked.ranking.length);
    const text = (await demarche(args)).out.replace(/\s+/g, ' ');
    expect(text).toContain('It can reverse ranks when an option is added');
    expect((await demarche([...args, '-f', 'csv'])).out.split('\n')[0]).toContain('net-flow');
  });

  it('is refused where a criterion declares no thresholds, and for many perspectives at once', async () => {
    const demo = folder();
    await demarche(['init', demo]);
    const one = await demarche([
      'appraise',
      join(demo, 'scenarios/example.yaml'),
      '--aggregate',
      'promethee-ii',
    ]);
    expect([one.exit, one.out]).toEqual([3, '']);
    expect(one.err).toContain('give `cost`, `relief` `thresholds` in rule-set.yaml');
    const all = await demarche(['appraise', MYANMAR, '--aggregate', 'promethee-ii', '--perspective', 'all']);
    expect(all.exit).toBe(2);
  });
});
