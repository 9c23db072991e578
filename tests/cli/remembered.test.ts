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
const appraise = () => run('appraise', 'demo/scenarios/example.yaml', '-f', 'json');
const rules = () => join(folder, 'demo/rules/example/rules/all.yaml');

describe('a remembered rule set', () => {
  it('gives the same bytes as one that is read', () => {
    const first = appraise();
    expect(readdirSync(memory())).toHaveLength(1);
    expect(appraise()).toBe(first);
    expect(readdirSync(memory())).toHaveLength(1);
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
    const [name] = readdirSync(memory());
    const file = join(memory(), name!);
    writeFileSync(file, readFileSync(file).subarray(0, 500));
    expect(appraise()).toBe(first);
  });

  it('is made anew where a byte of it is another', () => {
    const first = appraise();
    const file = join(memory(), readdirSync(memory())[0]!);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(appraise()).toBe(first);
    expect(readFileSync(file).equals(bytes)).toBe(false);
  });

  it('is not waited for where a pipe has its name', () => {
    const first = appraise();
    const file = join(memory(), readdirSync(memory())[0]!);
    rmSync(file);
    execFileSync('mkfifo', [file]);
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
    for (let i = 0; i < 21; i += 1) writeFileSync(join(memory(), i.toString(16).padStart(64, '0')), 'old');
    writeFileSync(rules(), `${readFileSync(rules(), 'utf8')}\n# another\n`);
    appraise();
    const names = readdirSync(memory());
    expect(names).toContain('notes.txt');
    expect(names).toHaveLength(21);
  });

  it('is done without where it cannot be written', () => {
    mkdirSync(join(folder, 'cache'));
    writeFileSync(memory(), 'a file in its place');
    expect(JSON.parse(appraise()).format).toBe('appraisal/1');
  });

  it('is one of the last twenty', () => {
    for (let i = 0; i < 22; i += 1) {
      cpSync(join(folder, 'demo'), join(folder, `copy-${i}`), { recursive: true });
      run('options', `copy-${i}/rules/example`);
    }
    expect(readdirSync(memory())).toHaveLength(20);
  }, 60_000);
});
