import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Agreement } from '../../src/model/agreement.js';
import { validateResult } from '../../src/schema/validate-result.js';
import { demarche } from '../support/cli.js';
import { text } from '../support/shipped.js';

const FIRST = 'scenarios/myanmar-2025.yaml';
const SECOND = 'scenarios/codings/myanmar-2025-second.yaml';
const THIRD = 'scenarios/codings/myanmar-2025-third.yaml';
const ALL = [FIRST, SECOND, THIRD];
const folder = () => mkdtempSync(join(tmpdir(), 'demarche-agree-'));
/** A scenario of the repository as it can stand elsewhere. */
const moved = (source: string) => source.replace(/^rule-set: (\.\.\/)+/m, `rule-set: ${process.cwd()}/`);
const json = async (...args: string[]): Promise<Agreement> => {
  const { exit, out, err } = await demarche(['agree', ...args, '-f', 'json']);
  expect([exit, err]).toEqual([0, '']);
  expect(validateResult(out).problem).toBeUndefined();
  return JSON.parse(out);
};

describe('demarche agree', () => {
  it('says first what leads by coding, and which facts turn that', async () => {
    const { exit, out, err } = await demarche(['agree', ...ALL]);
    expect([exit, err]).toEqual([0, '']);
    const order = ['of 3 codings', 'A myanmar-2025', 'pooled', 'conflict-intensity'];
    const then = ['leaves it as it is', 'A puts', 'mixtures', 'agreement on', 'Compared are'];
    const places = [...order, ...then].map(words => out.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  it('gives a sound result, and prints it in every format from a saved one as well', async () => {
    const saved = join(folder(), 'saved.json');
    await demarche(['agree', ...ALL, '-f', 'json', '-o', saved]);
    expect(validateResult(readFileSync(saved, 'utf8')).problem).toBeUndefined();
    for (const format of ['text', 'plain', 'markdown', 'csv']) {
      const [fresh, rendered] = await Promise.all([
        demarche(['agree', ...ALL, '-f', format]),
        demarche(['render', saved, '-f', format]),
      ]);
      const without = (out: string) =>
        out.replace(/\s+/g, ' ').replace(/demarche agree .*?-f \w+( -o \S+)?/g, '');
      const bare = (out: string) => without(out).replace(/,?"?$/gm, '');
      if (format !== 'csv') expect(bare(rendered.out)).toBe(bare(fresh.out));
      expect(rendered.exit).toBe(0);
    }
    const { out } = await demarche(['agree', ...ALL, '-f', 'plain']);
    expect(out).toMatch(/^[ -~\n]+$/);
  });

  it('takes best estimates: who gives none is missing, and a difference in sureness alone is none', async () => {
    const { situations, facts } = await json(...ALL);
    const [{ disputed, unsure, stated, alike }] = situations as [Agreement['situations'][number]];
    expect([stated, alike, disputed.length]).toEqual([45, 33, 12]);
    expect(unsure).toContain('atrocities');
    const of = (id: string) => facts.find(({ fact }) => fact === id)!;
    expect(of('atrocities')).toMatchObject({ pairs: 3, equal: 3, alpha: null, why: 'one-unit' });
    expect(of('opposition-unity')).toMatchObject({ pairs: 1, equal: 0 });
    expect(of('coalition-export-share')).toMatchObject({ units: 0, why: 'no-pairs' });
  });

  it('says where all agree that nothing else is to be asked', async () => {
    const copy = join(folder(), 'copy.yaml');
    writeFileSync(copy, moved(text(SECOND)));
    const { out } = await demarche(['agree', SECOND, copy]);
    expect(out).toContain('leads in both codings. They read 45 of 45 facts alike.');
    expect(out).not.toContain('puts');
  });

  it('computes alpha fact by fact over several situations, told apart by folder, id or day', async () => {
    const dir = folder();
    for (const coder of ['anna', 'ben']) mkdirSync(join(dir, coder));
    for (const name of ['myanmar-2025', 'myanmar-2012', 'bangladesh-2013', 'south-africa-1985']) {
      const source = moved(text(`scenarios/${name}.yaml`));
      writeFileSync(join(dir, 'anna', `${name}.yaml`), source);
      const other =
        name === 'myanmar-2012' ? source.replace(/(repression:\n {4}value: )\w+/, '$1low') : source;
      writeFileSync(join(dir, 'ben', `${name}.yaml`), other);
    }
    const folders = ['anna', 'ben'].map(name => join(dir, name));
    const told = await json(...folders, '--by', 'id');
    expect(told.situations.map(({ codings }) => codings.map(({ coder }) => coder))).toEqual(
      Array(4).fill(['anna', 'ben']),
    );
    const alphas = new Map(told.facts.map(({ fact, alpha }) => [fact, alpha]));
    expect(alphas.get('repression')).toBeLessThan(1);
    expect(alphas.get('conflict-intensity')).toBe(1);
    expect((await json(...folders, '--by', 'as-of')).facts).toEqual(told.facts);
    const { out } = await demarche(['agree', ...folders, '--by', 'id']);
    expect(out).toContain('Fact by fact alpha is from');
    expect((await demarche(['agree', ...folders])).err).toContain('are for different days');
    expect((await demarche(['agree', ...folders, '--by', 'id', '--pool', join(dir, 'p.yaml')])).exit).toBe(2);
  });
});

describe('demarche agree --pool', () => {
  let pooled: string;
  beforeAll(async () => {
    const dir = folder();
    pooled = join(dir, 'My pool.yaml');
    const { exit, err } = await demarche([
      'agree',
      ...ALL,
      '--pool',
      pooled,
      '--coder-weights',
      'myanmar-2025=2',
    ]);
    expect([exit, err]).toEqual([0, `Wrote the pool to ${pooled}.\n`]);
  }, 120_000);

  it('writes one scenario that passes check, with probabilities, and says who said what', async () => {
    expect((await demarche(['check', pooled, '--strict'])).exit).toBe(0);
    const { id, facts } = parse(readFileSync(pooled, 'utf8'));
    expect(id).toBe('my-pool');
    expect(facts['conflict-intensity'].probabilities).toEqual({
      war: 0.65,
      minor: 0.3,
      'major-war': 0.05,
    });
    expect(facts['coalition-breadth']).toMatchObject({ between: [0.2, 0.3], likely: 0.2 });
    expect(facts['conflict-intensity'].note).toContain('myanmar-2025-second: minor');
    expect(facts.repression).toMatchObject({ value: 'extreme' });
    expect(facts).not.toHaveProperty('patron-support');
  });

  it.each([
    ['appraise'],
    ['robustness', '--draws', '9000'],
    ['flips', '--max', '1'],
    ['information', '--draws', '9000'],
    ['sensitivity', '--draws', '9000'],
  ])(
    '%s runs on it',
    async (command, ...options) => {
      const { exit, err } = await demarche([command, pooled, ...options]);
      expect([exit, err]).toEqual([0, '']);
    },
    60_000,
  );

  it('leads to what agree says of the pool', async () => {
    const { situations } = await json(...ALL, '--coder-weights', 'myanmar-2025=2');
    const { ranking } = JSON.parse((await demarche(['appraise', pooled, '-f', 'json'])).out);
    expect(situations[0]!.pooled!.leader).toBe(ranking[0].option);
    expect(situations[0]!.pooled!.score).toBe(ranking[0].score);
  });

  it('writes nothing where the codings together are impossible, nor where it cannot write', async () => {
    const dir = folder();
    await demarche(['init', join(dir, 'demo')]);
    const from = join(dir, 'demo/scenarios/example.yaml');
    const [head] = readFileSync(from, 'utf8').split('facts:') as [string];
    const rules = join(dir, 'demo/rules/example/conditions.yaml');
    const both =
      'all: [ { fact: crossing, operator: equal, value: closed }, { fact: need, operator: above, value: 0.5 } ]';
    writeFileSync(rules, `impossible:\n  - { id: so, when: { ${both} }, because: it is so }\n`);
    const codings = ['crossing: closed', 'need: 0.9'].map((facts, i) => {
      const path = join(dir, `demo/scenarios/c${i}.yaml`);
      writeFileSync(path, `${head.replace('id: example', `id: c${i}`)}facts:\n  ${facts}\n`);
      return path;
    });
    const target = join(dir, 'demo/scenarios/pool.yaml');
    const { exit, out, err } = await demarche(['agree', ...codings, '--pool', target]);
    expect([exit, out, err.includes('The pool was not written.')]).toEqual([3, '', true]);
    expect(readdirSync(join(dir, 'demo/scenarios'))).not.toContain('pool.yaml');
    expect((await demarche(['agree', ...codings])).out).toContain('cannot occur together');
    const ran = await demarche(['agree', FIRST, SECOND, '--pool', join(dir, 'nowhere/pool.yaml')]);
    expect([ran.exit, ran.out, ran.err.includes('cannot write')]).toEqual([2, '', true]);
  });
});

describe('demarche agree stops', () => {
  const wrong = (name: string, change: (source: string) => string) => {
    const path = join(folder(), `${name}.yaml`);
    writeFileSync(path, change(moved(text(SECOND))));
    return path;
  };

  it.each<[string, () => string[] | Promise<string[]>, number, string]>([
    ['one coding', () => [FIRST], 2, 'takes two codings'],
    ['the same file twice', () => [FIRST, FIRST], 2, 'is named twice'],
    ['a path that leads nowhere', () => [FIRST, 'scenarios/nowhere.yaml'], 2, 'no file or folder'],
    ['another day', () => [FIRST, 'scenarios/myanmar-2012.yaml'], 3, 'are for different days'],
    ['no situation coded twice', () => [FIRST, SECOND, '--by', 'id'], 2, 'no situation has two codings'],
    [
      'an unknown fact',
      () => [FIRST, wrong('a', source => source.replace('  repression:', '  represion:'))],
      3,
      'did you mean `repression`?',
    ],
    [
      'other weights',
      () => [FIRST, wrong('b', source => source.replace('human-rights-organisation', 'asean'))],
      2,
      'say with `--perspective`',
    ],
    [
      'other options left out',
      () => [
        FIRST,
        wrong('c', source => source.replace('facts:', 'leave-out: { arms-embargo: so }\nfacts:')),
      ],
      3,
      'leave out different options',
    ],
    [
      'another rule set',
      async () => {
        const dir = folder();
        await demarche(['init', join(dir, 'demo')]);
        return [FIRST, join(dir, 'demo/scenarios/example.yaml')];
      },
      3,
      'codings are of one rule set',
    ],
    [
      'weights that are no numbers',
      () => [FIRST, SECOND, '--coder-weights', 'myanmar-2025=many'],
      2,
      'is not a coder',
    ],
    [
      'a coder that there is not',
      () => [FIRST, SECOND, '--coder-weights', 'myanmar-2026=2'],
      2,
      '`myanmar-2025`',
    ],
    [
      'two weights for one coder',
      () => [FIRST, SECOND, '--coder-weights', 'myanmar-2025=2,myanmar-2025=3'],
      2,
      'has two weights',
    ],
    [
      'no weight above 0',
      () => [FIRST, SECOND, '--coder-weights', 'myanmar-2025=0,myanmar-2025-second=0'],
      2,
      'all have the weight 0',
    ],
    [
      'a perspective that there is not',
      () => [FIRST, SECOND, '--perspective', 'nobody'],
      2,
      'unknown perspective',
    ],
  ])('at %s', async (_, args, code, said) => {
    const { exit, out, err } = await demarche(['agree', ...(await args())]);
    expect([exit, out, err]).toEqual([code, '', expect.stringContaining(said)]);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('not where perspectives differ and one is asked for', async () => {
    const other = wrong('d', source => source.replace('human-rights-organisation', 'asean'));
    expect((await demarche(['agree', FIRST, other, '--perspective', 'asean'])).exit).toBe(0);
  });
});
