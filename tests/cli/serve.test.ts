import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { demarche } from '../support/cli.js';

const SCENARIO = 'scenarios/example.yaml';
let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

/** A project of `init`, served by a process of its own. */
async function served(...more: string[]) {
  const project = mkdtempSync(join(tmpdir(), 'demarche-serve-'));
  await demarche(['init', project]);
  return { project, ...(await start(project, ...more)) };
}

async function start(project: string, ...more: string[]) {
  const child = spawn('node', ['dist/bin.js', 'serve', project, '--port', '0', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  const said = { out: '', err: '' };
  child.stderr.on('data', text => {
    said.err += text;
  });
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', text => {
      said.out += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out);
      if (found) resolve(found[0]);
    });
    void ended.then(code => reject(new Error(`it ended with ${code}: ${said.err}`)));
  });
  return { child, url, said, ended };
}

const ask = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

it('answers as `appraise` does, and ends when it is told to', async () => {
  const { project, url, child, ended, said } = await served();
  const path = join(project, SCENARIO);
  const answer = await ask(`${url}/v1/appraise`, { scenario: readFileSync(path, 'utf8'), outlook: true });
  const { manifest, ...rest } = JSON.parse(await answer.text());
  const { manifest: other, ...wanted } = JSON.parse((await demarche(['appraise', path, '-f', 'json'])).out);
  expect(rest).toEqual(wanted);
  expect({ ...manifest, command: other.command }).toEqual(other);
  const document = JSON.parse(await (await fetch(`${url}/openapi.json`)).text());
  expect(Object.keys(document.paths)).toContain('/v1/appraise');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(said.err).toBe('');
});

it('takes a thousand requests at once, and bodies that are none, and goes on answering', async () => {
  const { project, url, child, ended, said } = await served();
  const scenario = readFileSync(join(project, SCENARIO), 'utf8');
  const many = await Promise.all(
    Array.from({ length: 1000 }, (_, i) =>
      i % 10 === 0
        ? fetch(`${url}/v1/appraise`, {
            method: 'POST',
            body: '\0{',
            headers: { 'content-type': 'application/json' },
          })
        : ask(`${url}/v1/appraise`, { scenario }),
    ),
  );
  const of = (status: number) => many.filter(one => one.status === status).length;
  expect([of(200) + of(503), of(400)]).toEqual([900, 100]);
  expect(of(200)).toBeGreaterThan(500);
  await raw(url, 'POST /v1/appraise HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n');
  await raw(url, 'rubbish\r\n\r\n');
  await raw(url, 'POST /v1/appraise HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n');
  expect((await ask(`${url}/v1/appraise`, { scenario })).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(said.err).toBe('');
});

/** Sends bytes as they are, and waits for the other side to close. */
function raw(url: string, text: string): Promise<void> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', () => undefined);
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

it('ends what it is working on before it stops, and takes no more', async () => {
  const { url, child, ended } = await start('rules/patron-backed-regimes');
  const scenario = readFileSync('scenarios/myanmar-2025.yaml', 'utf8');
  const working = ask(`${url}/v1/robustness`, { scenario, uncertainWeights: 'any', evidence: true });
  await new Promise(resolve => setTimeout(resolve, 300));
  child.kill('SIGTERM');
  expect((await working).status).toBe(200);
  expect(await ended).toBe(0);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

it('is there for this machine under its own names alone', async () => {
  const { url } = await served();
  const { port } = new URL(url);
  const status = (host: string) =>
    new Promise(resolve => {
      request({ host: '127.0.0.1', port, path: '/healthz', headers: { host } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });
  expect(await status(`localhost:${port}`)).toBe(200);
  expect(await status(`evil.example:${port}`)).toBe(403);
});

it('reads a rule set again when it changes, and keeps it while it has errors', async () => {
  const { project, url, said } = await served();
  const file = join(project, 'rules/example/rule-set.yaml');
  const text = readFileSync(file, 'utf8');
  const version = async () =>
    JSON.parse(await (await fetch(`${url}/v1/rule-sets`)).text()).ruleSets[0].version;
  const before = await version();
  const until = async (is: () => Promise<boolean> | boolean) => {
    for (let i = 0; i < 300 && !(await is()); i += 1) await new Promise(resolve => setTimeout(resolve, 100));
  };
  writeFileSync(file, text.replace(/version: .*/, "version: '7.7.7'"));
  await until(async () => (await version()) === '7.7.7');
  expect([before, await version()]).toEqual(['0.1.0', '7.7.7']);
  writeFileSync(file, text.replace('baseline: wait', 'baseline: weit'));
  await until(() => said.err.includes('still served'));
  expect(said.err).toContain('weit');
  expect(await version()).toBe('7.7.7');
});

it('says what stands in its way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-serve-'));
  expect(await demarche(['serve', folder])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('no rule set'),
  });
  expect(await demarche(['serve', 'nowhere'])).toMatchObject({ exit: 2 });
  expect(await demarche(['serve', '--port', '70000'])).toMatchObject({ exit: 2 });
  const { project, url } = await served();
  const { port } = new URL(url);
  const taken = await demarche(['serve', project, '--port', port]);
  expect([taken.exit, taken.err]).toEqual([2, expect.stringContaining('choose another with --port')]);
  cpSync(join(project, 'rules/example'), join(project, 'rules/copy'), { recursive: true });
  expect((await demarche(['serve', project, '--port', '0'])).err).toContain(
    'two rule sets have the id `example`',
  );
});
