import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/version.js';
import { text } from '../support/shipped.js';

const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });

describe('the npm package', () => {
  it('installs into an empty folder, starts a project there and appraises it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-pack-'));
    run('npm', ['pack', '--pack-destination', folder, '--silent'], '.');
    const [tarball] = readdirSync(folder).filter(name => name.endsWith('.tgz'));
    run('npm', ['init', '--yes'], folder);
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball!)], folder);
    run('npx', ['demarche', 'init', 'demo'], folder);
    expect(run('npx', ['demarche', 'appraise', 'demo/scenarios/example.yaml'], folder)).toContain(
      'Negotiate passage',
    );
    const script =
      "import('demarche').then(m => console.log(typeof m.appraise)); import('demarche/files').then(m => console.log(typeof m.readRuleSet))";
    expect(run('node', ['-e', script], folder)).toBe('function\nfunction\n');
    const testing = ['-e', "import('demarche/testing').then(m => console.log(typeof m.scenarioArbitrary))"];
    expect(() => run('node', testing, folder)).toThrow("Cannot find package 'fast-check'");
    const { version } = JSON.parse(text('node_modules/fast-check/package.json'));
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `fast-check@${version}`], folder);
    expect(run('node', testing, folder)).toBe('function\n');
    const schema =
      "console.log(require('demarche/schemas/scenario.schema.json').title, require('demarche/package.json').name)";
    expect(run('node', ['-e', schema], folder)).toBe('ScenarioFile demarche\n');
  }, 240_000);

  it('names its version in one place and in results', () => {
    const { name, version } = JSON.parse(text('package.json'));
    expect(PROGRAM).toEqual({ name, version });
  });
});
