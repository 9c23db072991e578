import { execFileSync, execSync } from 'node:child_process';
import { expect, it } from 'vitest';

const shell = (command: string) =>
  execSync(command, { encoding: 'utf8', shell: '/bin/bash', stdio: ['ignore', 'pipe', 'pipe'] });

it('prints a completion script, and completes commands and options', () => {
  expect(shell('node dist/bin.js completion bash')).toContain('complete');
  expect(shell('node dist/bin.js complete -- appr')).toContain('appraise');
  expect(shell('node dist/bin.js complete -- appraise --form')).toContain('--format');
});

it('ends quietly when the reader of a pipe goes away', () => {
  expect(
    shell('set -o pipefail; node dist/bin.js facts rules/patron-backed-regimes 2>&1 | head -n 1').trim(),
  ).not.toBe('');
});

it('exits with 2 and no stack for a wrong option', () => {
  const ended = (() => {
    try {
      execFileSync('node', ['dist/bin.js', 'appraise', '--nonsense'], { encoding: 'utf8', stdio: 'pipe' });
      return undefined;
    } catch (error) {
      return error as { status: number; stderr: string };
    }
  })();
  expect(ended?.status).toBe(2);
  expect(ended?.stderr).not.toContain('    at ');
});

it('says in a line that the disk is full, and shows no stack', () => {
  const said = shell('node dist/bin.js facts rules/patron-backed-regimes 2>&1 > /dev/full || echo "exit $?"');
  expect(said).toBe('cannot write the output (ENOSPC)\nexit 2\n');
});

it('says in a line that a folder cannot be made, where the file system refuses all names', () => {
  const scenario = 'scenarios/myanmar-2025.yaml';
  const ended = (command: string) =>
    shell(`timeout 20 env ${command} 2>&1 > /dev/null || echo "exit $?"`).split('\n');
  expect(ended('node dist/bin.js init /proc/none')).toContain('exit 2');
  expect(ended(`node dist/bin.js flips ${scenario} --max 1 --write /proc/none`)).toContain('exit 2');
  expect(ended(`XDG_CACHE_HOME=/proc/none node dist/bin.js appraise ${scenario}`)).toEqual(['']);
});
