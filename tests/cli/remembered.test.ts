import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-remembered-'));
  run('init', 'demo');
});

const run = (...args: string[]): string =>
  execFileSync('node', [join(process.cwd(), 'dist/bin.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
  });
const memory = () => join(folder, 'cache', 'demarche');
const remembered = () =>
  readdirSync(memory())
    .sort()
    .map(name => join(memory(), name));
const appraise = () => run('appraise', 'demo/scenarios/example.yaml', '-f', 'json');
const rules = () => join(folder, 'demo/rules/example/rules/all.yaml');

describe('a remembered rule set', () => {
  it('gives the same bytes as one that is read', () => {
    const first = appraise();
    expect(readdirSync(memory())).toHaveLength(2); // The rule set, and what the analyses say of the scenario.
    expect(appraise()).toBe(first);
    expect(readdirSync(memory())).toHaveLength(2);
  });

  it('is not used once a rule has changed', () => {
    const score = (out: string) => JSON.parse(out).ranking[0].score;
    const before = score(appraise());
    writeFileSync(rules(), readFileSync(rules(), 'utf8').replace('points: 25', 'points: 35'));
    expect(score(appraise())).toBeCloseTo(before + 0.7 * 10, 9);
  });

  it('does not hide a mistake', () => {
    appraise();
    writeFileSync(rules(), readFileSync(rules(), 'utf8').replace('option: airlift', 'option: airlfit'));
    expect(appraise).toThrow('did you mean `airlift`?');
  });

  it('is made anew where it was cut short', () => {
    const first = appraise();
    for (const file of remembered()) writeFileSync(file, readFileSync(file).subarray(0, 100));
    expect(appraise()).toBe(first);
  });

  it('is made anew where a byte of it is another', () => {
    const first = appraise();
    const before = remembered().map(file => readFileSync(file));
    for (const [i, file] of remembered().entries()) {
      const bytes = Buffer.from(before[i]!);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(file, bytes);
    }
    expect(appraise()).toBe(first);
    for (const [i, file] of remembered().entries()) expect(readFileSync(file).equals(before[i]!)).toBe(true);
  });

  it('is not waited for where a pipe has its name', () => {
    const first = appraise();
    for (const file of remembered()) {
      rmSync(file);
      execFileSync('mkfifo', [file]);
    }
    expect(appraise()).toBe(first);
  });

  it('is done without where there is no home', () => {
    const env = { PATH: process.env.PATH!, HOME: '' };
    const args = [join(process.cwd(), 'dist/bin.js'), 'options', 'demo/rules/example'];
    expect(execFileSync('node', args, { cwd: folder, encoding: 'utf8', env })).toContain('airlift');
    const relative = { ...env, XDG_CACHE_HOME: 'here' };
    execFileSync('node', args, { cwd: folder, env: relative });
    expect(readdirSync(folder)).not.toContain('here');
  });

  it('leaves alone what is not its own', () => {
    appraise();
    writeFileSync(join(memory(), 'notes.txt'), 'mine');
    for (let i = 0; i < 41; i += 1) writeFileSync(join(memory(), i.toString(16).padStart(64, '0')), 'old');
    writeFileSync(rules(), `${readFileSync(rules(), 'utf8')}\n# another\n`);
    appraise();
    const names = readdirSync(memory());
    expect(names).toContain('notes.txt');
    expect(names).toHaveLength(41);
  });

  it('is done without where it cannot be written', () => {
    mkdirSync(join(folder, 'cache'));
    writeFileSync(memory(), 'a file in its place');
    expect(JSON.parse(appraise()).format).toBe('appraisal/1');
  });

  it('is one of the last forty', () => {
    for (let i = 0; i < 42; i += 1) {
      cpSync(join(folder, 'demo'), join(folder, `copy-${i}`), { recursive: true });
      run('options', `copy-${i}/rules/example`);
    }
    expect(readdirSync(memory())).toHaveLength(40);
  });
});
