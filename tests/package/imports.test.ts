import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { SHIPPED, text } from '../support/shipped.js';

const STRAY = ['src/model/stray.ts', 'src/engine/stray.ts', 'src/cases/stray.ts', 'src/report/stray.ts'];

/** What the linter of imports says, and how many modules it saw. */
function cruise(): { violations: string[]; modules: number } {
  const args = ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  let out: string;
  try {
    out = execFileSync('npx', args, { encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' });
  } catch (error) {
    out = String((error as { stdout: string }).stdout);
  }
  const { summary } = JSON.parse(out);
  return {
    violations: summary.violations.map(
      ({ rule, from }: { rule: { name: string }; from: string }) => `${rule.name}: ${from}`,
    ),
    modules: summary.totalCruised,
  };
}

afterAll(() => {
  for (const path of STRAY) rmSync(path, { force: true });
});

it('imports point one way, and the linter would notice if one did not', () => {
  expect(cruise()).toEqual({ violations: [], modules: expect.any(Number) });
  expect(cruise().modules).toBeGreaterThan(80);
  mkdirSync('src/model', { recursive: true });
  writeFileSync(STRAY[0]!, "export { run } from '../cli/main.js';\n");
  writeFileSync(STRAY[1]!, "export { readFileSync } from 'node:fs';\n");
  writeFileSync(STRAY[2]!, "export { assert } from 'fast-check';\n");
  writeFileSync(STRAY[3]!, "export { assert } from '../cases/stray.js';\n");
  const { violations } = cruise();
  expect(violations).toContain('model-looks-back: src/model/stray.ts');
  expect(violations).toContain('pure-below-files: src/engine/stray.ts');
  expect(violations).toContain('fast-check-for-testing-alone: src/cases/stray.ts');
  expect(violations).toContain('fast-check-for-testing-alone: src/report/stray.ts');
}, 120_000);

it('the command line carries a fast-check of its own, in a chunk that only `test` loads', () => {
  const notices = text('dist/third-party-notices.txt');
  expect(notices).toContain('commander ');
  expect(notices).toContain('fast-check ');
  const holding = readdirSync('dist/cli').filter(name =>
    text(`dist/cli/${name}`).includes('Property failed after'),
  );
  expect(holding).toEqual([expect.stringMatching(/^sampled-properties-/)]);
});

it('charts, pages and documents stand in chunks that only a report in such a form loads', () => {
  const chunks = readdirSync('dist/cli').map(name => ({ name, code: text(`dist/cli/${name}`) }));
  for (const sign of ['Unrecognized signal name', 'w:tblHeader', 'Skip to the answer']) {
    const holding = chunks.filter(({ code }) => code.includes(sign)).map(({ name }) => name);
    expect(holding.length).toBeGreaterThan(0);
    expect(text('dist/bin.js')).not.toContain(sign);
    const importing = chunks.filter(({ code }) =>
      holding.some(name => code.includes(`from"./${name}"`) || code.includes(`import"./${name}"`)),
    );
    const loading = [
      ...holding.filter(name => !name.startsWith('chunk-')),
      ...importing.map(({ name }) => name),
    ];
    expect(loading.filter(name => !/^(html|docx)-/.test(name))).toEqual([]);
  }
}, 60_000);

it('no command opens a socket', () => {
  const trap = `
    const net = require('node:net'); const dns = require('node:dns');
    net.Socket.prototype.connect = () => { throw new Error('a socket was opened'); };
    const { lookup } = dns;
    // The address that serve listens on is looked up as well, but is no name.
    dns.lookup = (name, ...more) => {
      if (name !== '127.0.0.1') throw new Error('a name was looked up');
      lookup(name, ...more);
    };
    globalThis.fetch = () => { throw new Error('fetch was called'); };
    // What goes on until it is told to stop is told to.
    if (process.argv[2] === 'serve') setTimeout(() => process.kill(process.pid, 'SIGTERM'), 5000);`;
  const file = 'node_modules/.cache/no-network.cjs';
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(file, trap);
  const scenario = 'scenarios/myanmar-2025.yaml';
  const saved = 'node_modules/.cache/saved.json';
  const demo = join(mkdtempSync(join(tmpdir(), 'demarche-')), 'demo');
  const commands = [
    ['appraise', scenario],
    ['explain', scenario, 'arms-embargo'],
    ['report', scenario, '--draws', '9000', '--max', '1'],
    ['compare', scenario, 'scenarios/myanmar-2012.yaml'],
    ['perspectives', scenario],
    ['workbench', scenario, '-o', '-'],
    ['agree', scenario, 'scenarios/codings/myanmar-2025-second.yaml'],
    ['flips', scenario, '--max', '1'],
    ['robustness', scenario, '--draws', '9000'],
    ['information', scenario, '--draws', '9000'],
    ['sensitivity', scenario, '--draws', '9000'],
    ['backtest', 'scenarios/history', '--draws', '100'],
    [
      'table',
      join(demo, 'panel.csv'),
      '--rule-set',
      join(demo, 'rules/example'),
      '--perspective',
      'treasury',
    ],
    ['test', SHIPPED],
    ['verify', SHIPPED, '--filter', 'courts'],
    ['mutate', SHIPPED, '--filter', 'no-channel-to-local-groups', '--threshold', '1'],
    ['balance', join(demo, 'rules/example')],
    ['diff', join(demo, 'rules/example'), join(demo, 'rules/example')],
    ['check', 'rules'],
    ['new', SHIPPED],
    ['schema', SHIPPED],
    ['facts', SHIPPED],
    ['describe', SHIPPED],
    ['sources', SHIPPED, '--format', 'bibtex'],
    ['options', SHIPPED],
    ['sql', join(demo, 'rules/example'), '--dialect', 'duckdb', '--table', 'p', '--perspective', 'treasury'],
    ['rules', SHIPPED],
    ['init', join(mkdtempSync(join(tmpdir(), 'demarche-')), 'demo')],
    ['serve', SHIPPED, '--port', '0'],
    ['render', saved],
    ['completion', 'bash'],
    ['complete', '--', 'explain', scenario, ''],
    ['--help'],
  ];
  execFileSync('node', ['dist/bin.js', 'appraise', scenario, '-f', 'json', '-o', saved]);
  execFileSync('node', ['dist/bin.js', 'init', demo]);
  writeFileSync(join(demo, 'panel.csv'), 'crossing,need\nopen,0.2\n');
  const listed = COMMANDS.map(({ name }) => name);
  expect(listed.filter(name => !commands.some(([first]) => first === name))).toEqual([]);
  for (const command of commands) {
    const out = execFileSync('node', ['--require', `./${file}`, 'dist/bin.js', ...command], {
      encoding: 'utf8',
    });
    expect(out.length).toBeGreaterThan(0);
  }
});

it('what starts before a command is known is the command line alone, in under 100 kB', () => {
  const loaded = new Map<string, string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const code = text(path);
    loaded.set(path, code);
    for (const [, chunk] of code.matchAll(/(?:from|import)"\.\/(?:cli\/)?([\w-]+\.js)"/g))
      load(`dist/cli/${chunk}`);
  };
  load('dist/bin.js');
  const all = [...loaded.values()].join('');
  expect(all).toContain('too many arguments'); // What commander says.
  expect(all.length).toBeLessThan(100_000);
});
