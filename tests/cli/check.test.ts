import { execFileSync, execSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';

/** A project that `init` has just written. */
let dir: string;
const at = (path: string) => join(dir, path);
const change = (path: string, from: string | RegExp, to: string) =>
  writeFileSync(at(path), readFileSync(at(path), 'utf8').replace(from, to));
const check = async (...args: string[]) => demarche(['check', ...args]);
/** Code and message of every finding. */
const findings = async (...args: string[]): Promise<string[]> =>
  JSON.parse((await check(...args, '-f', 'json')).out).map(
    ({ code, message }: { code: string; message: string }) => `${code}: ${message.replaceAll(`${dir}/`, '')}`,
  );

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'demarche-check-'));
  await demarche(['init', dir]);
});

describe('what is found', () => {
  it('is counted, without what there is none of', async () => {
    expect((await check(dir)).out).toBe('no findings in 1 rule set and 1 scenario\n');
    writeFileSync(
      at('scenarios/b.yaml'),
      readFileSync(at('scenarios/example.yaml'), 'utf8').replace('id: example', 'id: b'),
    );
    expect((await check(at('scenarios'))).out).toBe('no findings in 2 scenarios\n');
  });

  it.each([
    'rules/example/facts.yaml',
    'rules/example/rules/all.yaml',
    'rules/example/rules',
    'rules/example/cases/first.yaml',
  ])('at %s is the rule set that it belongs to', async path => {
    expect((await check(at(path))).out).toBe('no findings in 1 rule set\n');
  });

  it('is nothing below a folder without either', async () => {
    mkdirSync(at('empty'));
    const { exit, err } = await check(at('empty'));
    expect([exit, err]).toEqual([2, `no rule set or scenario below \`${at('empty')}\`\n`]);
  });

  it('is a scenario whatever is wrong with it: its encoding, its size, its kind', async () => {
    writeFileSync(
      at('scenarios/latin.yaml'),
      Buffer.from('rule-set: ../rules/example\ntitle: \xe9\n', 'latin1'),
    );
    writeFileSync(at('scenarios/large.yaml'), `rule-set: ../rules/example\n# ${'x'.repeat(300_000)}`);
    execFileSync('mkfifo', [at('scenarios/pipe.yaml')]);
    writeFileSync(at('scenarios/other.yaml'), `services: {}\n# ${'x'.repeat(300_000)}`);
    expect(await findings(dir)).toEqual([
      'file/unreadable: `scenarios/latin.yaml` is no text in UTF-8',
      'file/unreadable: `scenarios/pipe.yaml` is no regular file',
      'yaml/too-large: `scenarios/large.yaml` is larger than 256 KiB',
    ]);
  });

  it('is every file of a rule set that nothing reads', async () => {
    mkdirSync(at('rules/example/rules/sub'));
    for (const name of ['rules/more.yml', 'rules/sub/x.yaml', 'condition.yaml'])
      writeFileSync(at(`rules/example/${name}`), 'rules: []\n');
    const { exit, out } = await check(at('rules'));
    expect([exit, out.match(/nothing reads `.*`|help: .*/g)?.map(line => line.replace(dir, ''))]).toEqual([
      0,
      [
        'nothing reads `/rules/example/condition.yaml`',
        'help: did you mean `conditions.yaml`?',
        'nothing reads `/rules/example/rules/more.yml`',
        'help: name it `rules/more.yaml`',
        'nothing reads `/rules/example/rules/sub/x.yaml`',
        'help: move it into `rules/` itself',
      ],
    ]);
  });

  it('is a scenario on the standard input, with the rule set that is asked for', async () => {
    const stdin = readFileSync(at('scenarios/example.yaml'), 'utf8').replace('restricted', 'shut');
    const { exit, out } = await demarche(['check', '-', '--rule-set', at('rules/example')], { stdin });
    expect([exit, out.includes('stdin:8:13')]).toEqual([1, true]);
  });
});

describe('what is said', () => {
  it('of two scenarios with one id', async () => {
    writeFileSync(at('scenarios/two.yaml'), readFileSync(at('scenarios/example.yaml'), 'utf8'));
    expect(await findings(dir)).toEqual([
      'scenario/duplicate-id: another scenario already has the id `example`',
    ]);
  });

  it('of the cases of a rule set', async () => {
    change(
      'rules/example/cases/first.yaml',
      /scenario: .*/,
      'scenario: ../nowhere.yaml\n    perspective: relief-agncy\n    facts: { need: 3 }',
    );
    change('rules/example/cases/first.yaml', 'first: negotiate', 'first: negotate, excluded: [wiat]');
    appendFileSync(
      at('rules/example/cases/first.yaml'),
      '  - { id: restricted-crossing, title: T, scenario: ../../../scenarios/example.yaml, expect: { in-top: { count: 0, options: [x] } } }\n',
    );
    expect(await findings(dir)).toEqual([
      'case/unknown-scenario: no scenario `../nowhere.yaml`',
      'case/unknown-perspective: unknown perspective `relief-agncy`',
      'scenario/out-of-range: 3 is outside the range of `need`',
      'case/unknown-option: unknown option `negotate`',
      'case/unknown-option: unknown option `wiat`',
      'schema/out-of-range: `count` must be at least 1, not `0`',
    ]);
    // A rule set can be used all the same.
    expect((await demarche(['appraise', at('scenarios/example.yaml')])).exit).toBe(0);
  });

  it('of cases with one id', async () => {
    change('rules/example/cases/first.yaml', /(?<=cases:\n)[\s\S]*/, '$&$&');
    expect(await findings(dir)).toEqual([
      'case/duplicate-id: another case already has the id `restricted-crossing`',
    ]);
  });

  it('of warnings, however quiet, where they fail the check', async () => {
    change('scenarios/example.yaml', ', note: two estimates differ', '');
    expect(await check(dir, '-q')).toEqual({ exit: 0, out: '', err: '' });
    const { exit, out } = await check(dir, '-q', '--strict');
    expect([exit, out.includes('scenario/unsourced-fact')]).toEqual([1, true]);
  });
});

describe('a scenario without a rule set that can be used', () => {
  it('is told its own mistakes of shape too, at a rule set with errors', async () => {
    change('rules/example/rule-set.yaml', 'baseline: wait', 'baseline: weit');
    change('scenarios/example.yaml', 'as-of:', 'asof:');
    expect(await findings(at('scenarios'))).toEqual([
      'rule-set/unknown-baseline: the baseline `weit` is not an option',
      'scenario/rule-set-mismatch: the rule set `rules/example` has errors',
      'schema/unknown-key: unknown key `asof`',
    ]);
    const { exit, err } = await demarche(['appraise', at('scenarios/example.yaml')]);
    expect([exit, err.includes('example.yaml:4:11'), err.includes('`asof`')]).toEqual([3, true, true]);
  });

  it('is told where it names one that is not there, and from where the path is meant', async () => {
    change('scenarios/example.yaml', 'rule-set: ../rules', 'rule-set: rules');
    const { out } = await check(at('scenarios'));
    expect(out).toContain('scenarios/example.yaml:4:11');
    expect(out).toContain('a path relative to the file of the scenario');
  });

  it('is told what its misspelt `rule-set` may be meant for', async () => {
    change('scenarios/example.yaml', 'rule-set:', 'rule_set:');
    change('scenarios/example.yaml', 'as-of:', 'asof:');
    const { out } = await check(dir);
    for (const said of ['`rule_set`', 'did you mean `rule-set`?', '`asof`']) expect(out).toContain(said);
    change('scenarios/example.yaml', /rule_set:.*\n/, '');
    expect((await check(at('scenarios'))).out).toContain('add `rule-set: FOLDER`, or use --rule-set');
  });
});

describe('what has no end, or no beginning', () => {
  const shell = (command: string, timeout = 20_000) =>
    execSync(command, { shell: '/bin/bash', encoding: 'utf8', timeout, maxBuffer: 1e7 });

  it.each(['appraise', 'check', 'render'])('is refused by %s', async command => {
    execFileSync('mkfifo', [at('pipe')]);
    for (const path of ['/dev/zero', at('pipe'), dir]) {
      if (command === 'check' && path === dir) continue;
      const { exit, out, err } = await demarche([command, path]);
      expect([exit, `${out}${err}`.includes('file/unreadable')]).toEqual([command === 'check' ? 1 : 3, true]);
    }
  });

  it('is read no further than a scenario may go', () => {
    const { out } = { out: shell(`yes | head -c 50M | (node dist/bin.js appraise - 2>&1 || true)`) };
    expect(out).toContain('yaml/too-large');
  });

  it('is no reason to refuse what a shell opens for `<(…)`', () => {
    const scenario = at('scenarios/example.yaml');
    expect(shell(`node dist/bin.js appraise <(cat ${scenario}) --rule-set ${at('rules/example')}`)).toContain(
      'An example crossing',
    );
  });

  it('on the standard input is no text unless it is in UTF-8', async () => {
    const { exit, err } = await demarche(['appraise', '-'], { stdin: Uint8Array.of(0xff, 0xfe) });
    expect([exit, err.includes('`stdin` is no text in UTF-8')]).toEqual([3, true]);
  });
});

describe('a rule set that is too much', () => {
  it('of files, or of all of them together, is not read', async () => {
    for (let i = 0; i < 200; i += 1) writeFileSync(at(`rules/example/rules/x${i}.yaml`), '');
    expect(await findings(at('rules'))).toEqual([
      'file/too-many: the rule set `rules/example` has more than 200 files',
    ]);
    for (let i = 0; i < 200; i += 1) {
      if (i < 40) writeFileSync(at(`rules/example/rules/x${i}.yaml`), `# ${'x'.repeat(250_000)}`);
      else rmSync(at(`rules/example/rules/x${i}.yaml`));
    }
    expect(await findings(at('rules'))).toEqual([
      'file/too-large-together: the files of the rule set `rules/example` are larger than 8 MiB together',
    ]);
  });
});
