import { describe, expect, it } from 'vitest';
import { validateProblem, validateSaved } from '../../../src/schema/generated/result-validators.js';
import type { Change, Desk } from '../../../src/server/desk.js';
import { HOST, serving } from '../../support/serving.js';

/** One scenario, kept in memory. */
function desk(more: Partial<Desk> = {}) {
  const followers = new Set<(change: Change) => void>();
  const saved: string[] = [];
  const own: Desk = {
    seats: () => [{ key: 'a', title: '<b>A</b>', asOf: '2025-01-01', ruleSet: 'R' }],
    page: async key => (key === 'a' ? '<!doctype html>A' : undefined),
    async save(_, text, version) {
      if (version !== 'v1') return 'changed';
      if (text === 'lost') return 'gone';
      if (text === 'wrong') return { diagnostics: [] };
      saved.push(text);
      return { version: 'v2' };
    },
    report: async (_, text) => (text === 'wrong' ? { diagnostics: [] } : `<!doctype html>${text}`),
    follow(_, tell) {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    ...more,
  };
  return { own, followers, saved };
}

const json = { 'content-type': 'application/json' };
const put = (server: ReturnType<typeof serving>, path: string, body: object, headers = {}) =>
  server.ask(path, { method: 'PUT', body: JSON.stringify(body), headers: { ...json, ...headers } });

describe('the pages of scenarios', () => {
  it('are listed, with titles as text, and each is there under its key alone', async () => {
    const { ask } = serving([], { desk: desk().own });
    const list = await ask('/');
    const text = await list.text();
    expect(text).toContain('href="/workbench/a"');
    expect(text).toContain('&lt;b>A&lt;/b>');
    expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await ask('/workbench/a')).text()).toContain('A');
    for (const path of ['/workbench/b', '/workbench/..%2F..%2Fetc%2Fpasswd', '/workbench/b/changes'])
      expect((await ask(path)).status).toBe(404);
  });

  it('are saved as they were opened, and not over what somebody else wrote', async () => {
    const { own, saved } = desk();
    const server = serving([], { desk: own });
    const good = await put(server, '/workbench/a/scenario', { text: 'new', version: 'v1' });
    expect(validateSaved(JSON.parse(await good.text()))).toBe(true);
    const status = async (path: string, body: object, headers = {}) => {
      const answer = await put(server, path, body, headers);
      expect(validateProblem(JSON.parse(await answer.text()))).toBe(true);
      return answer.status;
    };
    expect(await status('/workbench/a/scenario', { text: 'new', version: 'v0' })).toBe(409);
    expect(await status('/workbench/a/scenario', { text: 'lost', version: 'v1' })).toBe(410);
    expect(await status('/workbench/a/scenario', { text: 'wrong', version: 'v1' })).toBe(422);
    expect(await status('/workbench/a/scenario', { text: 'x' })).toBe(400);
    expect(await status('/workbench/b/scenario', { text: 'x', version: 'v1' })).toBe(404);
    const foreign = { origin: 'http://evil.example' };
    expect(await status('/workbench/a/scenario', { text: 'x', version: 'v1' }, foreign)).toBe(403);
    expect(saved).toEqual(['new']);
  });

  it('are reported on as their text has them, by pages of the same server alone', async () => {
    const { ask } = serving([], { desk: desk().own });
    const post = (path: string, text: string, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify({ text, version: 'v1' }),
        headers: { ...json, ...headers },
      });
    const page = await post('/workbench/a/report', 'T');
    expect([page.headers.get('content-type'), await page.text()]).toEqual([
      'text/html; charset=UTF-8',
      '<!doctype html>T',
    ]);
    expect((await post('/workbench/a/report', 'wrong')).status).toBe(422);
    expect((await post('/workbench/b/report', 'T')).status).toBe(404);
    expect((await post('/workbench/a/report', 'T', { origin: 'http://evil.example' })).status).toBe(403);
  });

  it('are not saved where nothing may be', async () => {
    const { own } = desk();
    const { save: _, ...readOnly } = own;
    const answer = await put(serving([], { desk: readOnly }), '/workbench/a/scenario', {
      text: 'x',
      version: 'v1',
    });
    expect([answer.status, JSON.parse(await answer.text()).type]).toEqual([
      403,
      'urn:demarche:problem:read-only',
    ]);
  });

  it('are told of changes until they are closed, or the server stops', async () => {
    const { own, followers } = desk();
    const stopping = new AbortController();
    const { app } = serving([], { desk: own, stopping: stopping.signal });
    const open = async () => {
      const answer = await app.request(`http://${HOST}/workbench/a/changes`, { headers: { host: HOST } });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      return { answer, reader, next: async () => (await reader.read()).value ?? '' };
    };
    const [first, second] = [await open(), await open()];
    expect(await first.next()).toContain('event: open');
    expect(await second.next()).toContain('event: open');
    for (const tell of followers) tell({ kind: 'scenario', text: 'a\nb', version: 'v9' });
    const told = await first.next();
    expect(told).toContain('event: scenario');
    expect(told).toContain('"version":"v9"');
    await first.reader.cancel();
    stopping.abort();
    while (!(await second.reader.read()).done);
    await expect.poll(() => followers.size).toBe(0);
  });
});
