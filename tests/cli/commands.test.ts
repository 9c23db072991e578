import { execFileSync, spawn } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.js';
import { validateResult } from '../../src/schema/validate-result.js';
import { parseYaml } from '../../src/source/parse-yaml.js';
import { demarche } from '../support/cli.js';
import { SHIPPED, text } from '../support/shipped.js';

const MYANMAR = 'scenarios/myanmar-2025.yaml';
const folder = () => mkdtempSync(join(tmpdir(), 'demarche-'));

describe('demarche appraise', () => {
  it('prints the ranking with reasons and sources, in lines of at most 80 columns, without colour in a pipe', async () => {
    const { exit, out, err } = await demarche(['appraise', MYANMAR]);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('Myanmar, March 2025 (as of 2025-03-04)');
    expect(out).toContain('human-rights-concerns');
    expect(out).toContain('(baseline)');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect(out).not.toContain('\u001b');
  });

  it('prints JSON that is a sound result and a list for several scenarios', async () => {
    const one = await demarche(['appraise', MYANMAR, '--format', 'json']);
    expect(validateResult(one.out).problem).toBeUndefined();
    expect(JSON.parse(one.out).format).toBe('appraisal/1');
    const two = await demarche(['appraise', MYANMAR, 'scenarios/myanmar-2012.yaml', '-f', 'json']);
    expect(JSON.parse(two.out)).toHaveLength(2);
  });

  it('gives the same bytes twice, in every format', async () => {
    for (const format of ['text', 'plain', 'json', 'markdown', 'csv']) {
      const args = ['appraise', MYANMAR, '--format', format];
      expect(await demarche(args)).toEqual(await demarche(args));
    }
  });

  it('changes a fact with --set and says so', async () => {
    const { out } = await demarche(['appraise', MYANMAR, '--set', 'conflict-intensity=none', '-f', 'json']);
    const { manifest, facts } = JSON.parse(out);
    expect(manifest.changes).toEqual([{ fact: 'conflict-intensity', value: 'none' }]);
    expect(facts.find((one: { fact: string }) => one.fact === 'conflict-intensity').point).toBe('none');
  });

  it('fixes the share of a criterion with --weight and rescales the others', async () => {
    const { out } = await demarche(['appraise', MYANMAR, '--weight', 'rights=0.4', '-f', 'json']);
    const weights: Record<string, number> = JSON.parse(out).weights;
    expect(weights.rights).toBe(0.4);
    expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it.each([
    [['--set', 'conflict-intensity=wars'], 3, 'did you mean `war`?'],
    [['--set', 'nonsense'], 2, 'is not a change of a fact'],
    [['--set', 'patron-support=low'], 2, 'is derived and cannot be set'],
    [['--perspective', 'human-rights-organization'], 2, 'human-rights-organisation'],
    [['--weight', 'rights=1.4'], 2, 'a share from 0 to 1'],
    [['--weight', 'rights=0.7', '--weight', 'denial=0.6'], 2, 'sum to'],
    [['--fromat', 'json'], 2, '--format'],
    [['--top', 'many'], 2, 'whole number'],
  ])('%j ends with %i and says %s', async (args, code, said) => {
    const { exit, out, err } = await demarche(['appraise', MYANMAR, ...args]);
    expect([exit, out]).toEqual([code, '']);
    expect(err).toContain(said);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('says 2 for a path that leads nowhere', async () => {
    const { exit, err } = await demarche(['appraise', 'scenarios/nowhere.yaml']);
    expect([exit, err.includes('no file `scenarios/nowhere.yaml`')]).toEqual([2, true]);
  });

  it('ranks under every perspective with --perspective all', async () => {
    const { exit, out } = await demarche(['appraise', MYANMAR, '--perspective', 'all']);
    expect(exit).toBe(0);
    for (const id of ['asean', 'European', 'strategic'])
      expect(out.toLowerCase()).toContain(id.toLowerCase());
  });

  it('uses colour only where it is wanted', async () => {
    const coloured = async (args: string[], world: Parameters<typeof demarche>[1]) =>
      (await demarche(['appraise', MYANMAR, ...args], world)).out.includes('\u001b');
    expect(await coloured([], { tty: true })).toBe(true);
    expect(await coloured([], { tty: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await coloured(['--no-color'], { tty: true })).toBe(false);
    expect(await coloured(['--color'], {})).toBe(true);
    expect(await coloured([], { tty: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await coloured(['--color'], { env: { NO_COLOR: '1' } })).toBe(true);
    const target = join(folder(), 'out.txt');
    await demarche(['appraise', MYANMAR, '-o', target], { tty: true });
    expect(readFileSync(target, 'utf8')).not.toContain('\u001b');
  });

  it('writes a file whole, and none where it cannot', async () => {
    const dir = folder();
    const target = join(dir, 'result.txt');
    expect((await demarche(['appraise', MYANMAR, '-o', target])).out).toBe('');
    expect(readFileSync(target, 'utf8')).toContain('Myanmar');
    const failed = await demarche(['appraise', MYANMAR, '-o', join(dir, 'no', 'such', 'folder.txt')]);
    expect([failed.exit, readdirSync(dir)]).toEqual([2, ['result.txt']]);
  });

  it('writes through a link and into what is no file, and never replaces them', async () => {
    const dir = folder();
    const [target, link, pipe] = ['target.txt', 'link.txt', 'pipe'].map(name => join(dir, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    execFileSync('mkfifo', [pipe]);
    await demarche(['appraise', MYANMAR, '-o', link]);
    expect([lstatSync(link).isSymbolicLink(), readFileSync(target, 'utf8').startsWith('Myanmar')]).toEqual([
      true,
      true,
    ]);
    const reader = spawn('cat', [pipe]);
    await demarche(['appraise', MYANMAR, '-o', pipe]);
    reader.kill();
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect((await demarche(['appraise', MYANMAR, '-o', '-'])).out).toContain('Myanmar');
  });

  it.each([
    [['--set', 'repression=high', '--set', 'repression=low'], 2, 'is set twice'],
    [['--weight', 'rights=0.1', '--weight', 'rights=0.2'], 2, 'is fixed twice'],
  ])('%j is an error', async (args, code, said) => {
    const { exit, err } = await demarche(['appraise', MYANMAR, ...args]);
    expect([exit, err.includes(said)]).toEqual([code, true]);
  });

  it('says in every format which weights were fixed and which facts were changed', async () => {
    for (const format of ['text', 'plain', 'markdown', 'json']) {
      const args = ['--weight', 'rights=0.25', '--set', 'people-in-need=0.1', '-f', format];
      const { out } = await demarche(['appraise', MYANMAR, ...args]);
      expect([
        format,
        /rights"?:? 0\.25/.test(out),
        out.replaceAll('\\', '').includes('people-in-need'),
      ]).toEqual([format, true, true]);
    }
  });

  it('leaves a file as it was when it cannot be written whole, and nothing beside it', async () => {
    const dir = folder();
    const target = join(dir, 'result.txt');
    writeFileSync(target, 'old');
    // The file beside it is made first: a name at the limit of the file system has no room for its longer one.
    const longest = join(dir, `${'x'.repeat(250)}.txt`);
    writeFileSync(longest, 'old');
    expect((await demarche(['appraise', MYANMAR, '-o', longest])).exit).toBe(2);
    expect([readFileSync(longest, 'utf8'), readdirSync(dir).length]).toEqual(['old', 2]);
  });

  it('answers 20,000 facts that nobody knows with a diagnostic, not with 20,000', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `  k${i}: 1\n`).join('');
    const stdin = text(MYANMAR).replace(/^facts:[\s\S]*/m, `facts:\n${many}`);
    const start = performance.now();
    const { exit, err } = await demarche(['appraise', '-', '--rule-set', SHIPPED], { stdin });
    expect([exit, err.length < 20_000, performance.now() - start < 30_000]).toEqual([3, true, true]);
  });

  it('reads the standard input once, and for both sides of a comparison', async () => {
    const stdin = text(MYANMAR);
    const args = ['compare', '-', '--set', 'conflict-intensity=minor', '--rule-set', SHIPPED];
    const { exit, out } = await demarche(args, { stdin });
    expect([exit, out.includes('conflict-intensity')]).toEqual([0, true]);
    for (const twice of [
      ['appraise', '-', '-'],
      ['compare', '-', '-'],
    ])
      expect((await demarche([...twice, '--rule-set', SHIPPED], { stdin })).exit).toBe(2);
  });

  it('prints plain text in ASCII alone', async () => {
    const { out } = await demarche(['appraise', MYANMAR, '--format', 'plain']);
    expect(out).toMatch(/^[ -~\n]+$/);
    expect(out).toContain('Rank 1 of 20');
  });

  it('reads a scenario from the standard input', async () => {
    const { exit } = await demarche(['appraise', '-', '--rule-set', SHIPPED], { stdin: text(MYANMAR) });
    expect(exit).toBe(0);
  });
});

describe('demarche explain', () => {
  it('goes from the score to rules, comparisons, facts and sources, and says why it is not higher', async () => {
    const { exit, out } = await demarche(['explain', MYANMAR, 'collective-sanctions']);
    expect(exit).toBe(0);
    for (const said of ['leverage', 'saw ', '.yaml:', 'Sources', 'Why not above', 'Did not fire'])
      expect(out).toContain(said);
  });

  it('says what a mistyped option may have been', async () => {
    const { exit, err } = await demarche(['explain', MYANMAR, 'colective-sanctions']);
    expect([exit, err.includes('`collective-sanctions`')]).toEqual([2, true]);
  });

  it('says why an option is excluded', async () => {
    const { out } = await demarche(['explain', 'scenarios/bangladesh-2013.yaml', 'staged-relief']);
    expect(out).toContain('is excluded');
  });
});

describe('demarche compare', () => {
  it('accounts for each change of score exactly', async () => {
    const changes = ['--set', 'conflict-intensity=none', '--weight', 'rights=0.3'];
    const { out } = await demarche(['compare', MYANMAR, ...changes, '-f', 'json']);
    const { options, facts } = JSON.parse(out);
    expect(facts.map(({ fact }: { fact: string }) => fact)).toEqual(['conflict-intensity']);
    for (const { change, movements } of options) {
      const sum = movements.reduce((a: number, one: { change: number }) => a + one.change, 0);
      expect(sum).toBeCloseTo(change, 8);
    }
    expect(validateResult(out).problem).toBeUndefined();
  });

  it('prints which facts differ and which rules moved the ranks', async () => {
    const { exit, out } = await demarche([
      'compare',
      'scenarios/myanmar-2012.yaml',
      MYANMAR,
      '--perspective',
      'asean',
    ]);
    expect(exit).toBe(0);
    expect(out).toContain('reform-direction');
    expect(out).toContain('points)');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  it('says that nothing differs where a weight is fixed at what it is', async () => {
    const { out } = await demarche(['compare', MYANMAR, '--weight', 'leverage=0.07']);
    expect(out).toContain('No fact and no weight differs.');
    expect(out).not.toContain(' changes');
  });

  it('needs something to compare with', async () => {
    expect((await demarche(['compare', MYANMAR])).exit).toBe(2);
  });
});

describe('demarche render', () => {
  it.each(['text', 'plain', 'markdown', 'csv'])(
    'prints a saved result as %s as if it had been run',
    async format => {
      const saved = join(folder(), 'saved.json');
      const command = ['appraise', MYANMAR, '--format', 'json', '-o', saved];
      await demarche(command);
      const rendered = await demarche(['render', saved, '--format', format]);
      const fresh = await demarche(['appraise', MYANMAR, '--format', format]);
      const without = (out: string) =>
        out.replace(/\s+/g, ' ').replace(/demarche appraise .*?--format \w+( -o [^\s",]+)?/g, '');
      expect(rendered.exit).toBe(0);
      expect(without(rendered.out)).toBe(without(fresh.out));
    },
  );

  it('prints a list of results as one document: one header, one list, one table of perspectives', async () => {
    const saved = join(folder(), 'saved.json');
    for (const scenarios of [
      [MYANMAR, 'scenarios/myanmar-2012.yaml'],
      [MYANMAR, '--perspective', 'all'],
    ]) {
      await demarche(['appraise', ...scenarios, '--format', 'json', '-o', saved]);
      for (const format of ['json', 'csv', 'plain']) {
        const strip = (out: string) =>
          out.replace(/\s+/g, ' ').replace(/demarche appraise .*?--format \w+( -o [^\s"]+)?/g, '');
        const [rendered, fresh] = await Promise.all([
          demarche(['render', saved, '--format', format]),
          demarche(['appraise', ...scenarios, '--format', format]),
        ]);
        expect(strip(rendered.out)).toBe(strip(fresh.out));
      }
    }
  });

  it.each(['text', 'plain', 'markdown', 'csv', 'json'])('prints a saved explanation as %s', async format => {
    const saved = join(folder(), 'saved.json');
    await demarche(['explain', MYANMAR, 'arms-embargo', '--format', 'json', '-o', saved]);
    const { exit, out } = await demarche(['render', saved, '--format', format]);
    expect([exit, out.includes(format === 'csv' ? 'arms-embargo' : 'Arms embargo')]).toEqual([0, true]);
  });

  it.each([
    ['/', 'is a folder, not a file'],
    ['no-such.json', 'no file'],
  ])('says of %s that it %s', async (path, said) => {
    expect((await demarche(['render', path])).err).toContain(said);
  });

  it('refuses what is no result', async () => {
    const saved = join(folder(), 'saved.json');
    writeFileSync(saved, '{"format": "appraisal/1"}');
    const { exit, err } = await demarche(['render', saved]);
    expect([exit, err.includes('result/format')]).toEqual([3, true]);
  });
});

describe('demarche init, new, schema', () => {
  it('init writes a project that passes check, and never overwrites', async () => {
    const dir = join(folder(), 'demo');
    expect((await demarche(['init', dir])).exit).toBe(0);
    const { exit, out } = await demarche(['check', dir, '--strict']);
    expect([exit, out]).toEqual([0, expect.stringContaining('no findings')]);
    expect((await demarche(['init', dir])).exit).toBe(2);
  });

  it('init gives every file a schema that is there and that it keeps, and counts what it wrote', async () => {
    const dir = join(folder(), 'demo');
    const { out } = await demarche(['init', dir]);
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    expect(out).toContain(`Wrote ${files.length} files`);
    const ajv = new Ajv({ strict: false });
    for (const name of readdirSync(join(dir, 'schemas')))
      ajv.addSchema(JSON.parse(text(join(dir, 'schemas', name))), name);
    const written = files.filter(({ name }) => name.endsWith('.yaml'));
    expect(written).toHaveLength(7);
    for (const { parentPath, name } of written) {
      const yaml = text(join(parentPath, name));
      const [, schema] = /^# yaml-language-server: \$schema=(.*)\n/.exec(yaml) ?? [];
      const found = join(parentPath, schema!);
      const valid = found.includes(join('demo', 'schemas'))
        ? ajv.validate(basename(found), parse(yaml))
        : ajv.compile(JSON.parse(text(found)))(parse(yaml));
      expect([name, valid]).toEqual([name, true]);
    }
  });

  it('init writes nothing where one of its files is there, a schema among them', async () => {
    for (const path of ['rules/example/scenario.schema.json', 'schemas/facts.schema.json', 'README.md']) {
      const dir = folder();
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), '');
      const { exit, err } = await demarche(['init', dir]);
      expect([exit, err.includes('nothing was written')]).toEqual([2, true]);
      expect(readdirSync(dir)).toEqual([path.split('/')[0]]);
    }
  });

  it('new writes a scenario with every question, which appraises with everything unknown', async () => {
    const dir = folder();
    const { out } = await demarche(['new', SHIPPED]);
    const { file } = parseYaml({ path: 'new.yaml', text: out });
    expect(Object.keys((file!.data as { facts: object }).facts)).toHaveLength(45);
    const target = join(dir, 'new.yaml');
    await demarche(['new', SHIPPED, '-o', target]);
    expect((await demarche(['check', target])).exit).toBe(0);
    const appraised = await demarche(['appraise', target]);
    expect([appraised.exit, appraised.out.includes('Too much is unknown')]).toEqual([0, true]);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  it.each(['facts', 'options', 'rules'])('%s lists what the rule set has', async what => {
    const { exit, out } = await demarche([what, SHIPPED]);
    expect(exit).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(50);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect(Array.isArray(JSON.parse((await demarche([what, SHIPPED, '-f', 'json'])).out))).toBe(true);
  });
});

/** What these commands ask for beside their arguments. */
const NEEDED: Record<string, string[]> = {
  sql: ['--dialect', 'duckdb', '--table', 't'],
  table: ['--rule-set', 'nowhere'],
  workbench: ['-o', '-'],
};

describe('every command', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s --help gives examples', async command => {
    const { exit, out } = await demarche([command, '--help']);
    expect([exit, out.includes(`$ demarche ${command}`)]).toEqual([0, true]);
  });

  it.each(COMMANDS.filter(({ name }) => name !== 'init'))(
    '$name says in plain text that nothing is there, and leaves nothing behind',
    async ({ name, args }) => {
      const nowhere = (args.match(/[<[]/g) ?? []).map(() => 'nowhere');
      const { exit, out, err } = await demarche([name, ...nowhere, ...(NEEDED[name] ?? [])]);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain('nowhere');
      expect(err).not.toContain('\u001b');
    },
  );

  it('suggests a mistyped command', async () => {
    const { exit, err } = await demarche(['apraise']);
    expect([exit, err.includes('appraise')]).toEqual([2, true]);
  });
});
