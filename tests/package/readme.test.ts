import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { text } from '../support/shipped.js';

const [appraise, test] = [...text('README.md').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) =>
  block!.trim(),
);

it('the first command of the README installs, builds and appraises, from a copy of what is in the repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-readme-'));
  execSync(`git ls-files -z | xargs -0 cp --parents -t ${folder}`, { shell: '/bin/bash' });
  const out = execFileSync('bash', ['-c', appraise!.replace('npm ci', 'npm ci --prefer-offline --silent')], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(out).toContain('Myanmar, March 2025 (as of 2025-03-04), judged by human-rights-organisation');
  expect(out).toContain('Repeat: demarche appraise scenarios/myanmar-2025.yaml');
}, 240_000);

it('the second is what continuous integration runs', () => {
  const commands = text('.ci/run').trim().split('\n').slice(-2);
  expect(commands.join(' && ')).toBe(test);
});
