import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { properties } from '../../src/testing/properties.js';

const ROOT = resolve('.');
const PAGE = readFileSync('docs/testing-library.md', 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)![1]!;

/** A project of a reader who has installed what the page says, and Demarche as it was built last. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-testing-'));
  mkdirSync(join(folder, 'node_modules'));
  const installed = readdirSync('node_modules').filter(name => !name.startsWith('.'));
  for (const name of installed)
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(ROOT, join(folder, 'node_modules', 'demarche'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  return folder;
}

it('the tests of the page pass, one for each that it states, and are strict TypeScript', () => {
  const folder = project();
  writeFileSync(join(folder, 'rules.test.ts'), block('ts'));
  const options = { module: 'nodenext', target: 'es2023', strict: true, types: ['node'], skipLibCheck: true };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...options, noEmit: true } }),
  );
  execFileSync('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  const patience = ['--testTimeout=120000', '--reporter=json'];
  const args = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...patience, '--root', folder];
  const env = { PATH: process.env.PATH };
  const out = execFileSync('node', args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { numPassedTests, numFailedTests } = JSON.parse(out);
  expect([numPassedTests, numFailedTests]).toEqual([2 + Object.keys(properties).length, 0]);
}, 240_000);

it('the script of the page prints what the page says', () => {
  const folder = project();
  writeFileSync(join(folder, 'script.js'), block('js'));
  const out = execFileSync('node', ['script.js'], { cwd: folder, encoding: 'utf8' });
  expect(out).toBe(block('text'));
}, 120_000);

it('the page lists every ready-made property', () => {
  const listed = [...PAGE.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
  expect(listed.sort()).toEqual(Object.keys(properties).sort());
});
