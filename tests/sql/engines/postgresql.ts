import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Row } from './engine.js';

/** The newest of the servers that Debian installs side by side. */
function binaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map(version => join(root, version, 'bin')).find(bin => existsSync(join(bin, 'initdb')));
}

const BIN = binaries();

/** How to get it, where it is not there; undefined where it is. */
export const noPostgresql =
  BIN === undefined ? 'PostgreSQL is not installed: apt-get install postgresql' : undefined;

/** The server does not run as root: there, everything is done as the user that the package makes. */
const asServer = (command: string, args: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]];

function must(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(...asServer(command, args), {
    encoding: 'utf8',
    input: input ?? '',
    cwd: tmpdir(),
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
}

function id(of: '-u' | '-g'): number {
  return Number(spawnSync('id', [of, 'postgres'], { encoding: 'utf8' }).stdout);
}

/** A server of its own in an empty folder, on a socket there and on no port. Statements go through psql, as people run them. */
export async function postgresql(): Promise<Engine> {
  if (BIN === undefined) throw new Error(noPostgresql);
  const folder = mkdtempSync(join(tmpdir(), 'demarche-postgresql-'));
  chmodSync(folder, 0o700);
  if (process.getuid?.() === 0) chownSync(folder, id('-u'), id('-g'));
  const data = join(folder, 'data');
  must(join(BIN, 'initdb'), [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C',
  ]);
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(...asServer(join(BIN, 'postgres'), ['-D', data, ...settings]), {
    stdio: 'ignore',
    cwd: tmpdir(),
  });
  const psql = (input: string) =>
    must(
      join(BIN!, 'psql'),
      ['-h', folder, '-U', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1', '-f', '-'],
      input,
    );
  await ready(() => psql('SELECT 1;'));
  return {
    dialect: 'postgresql',
    async run(statements) {
      const last = statements.at(-1)!.replace(/;\s*$/, '');
      const before = statements.slice(0, -1).map(one => `${one.replace(/;\s*$/, '')};\n`);
      const asked = /^(SELECT|WITH|--|VALUES)/.test(last)
        ? `SELECT row_to_json(r) FROM (\n${last}\n) AS r;`
        : `${last};`;
      return psql(`${before.join('')}${asked}\n`)
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Row);
    },
    async close() {
      must(join(BIN!, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate']);
      if (server.exitCode === null) await new Promise(done => server.once('exit', done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(isReady: () => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return isReady();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise(done => setTimeout(done, 100));
    }
  }
}
