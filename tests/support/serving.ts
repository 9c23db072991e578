import type { RuleSet } from '../../src/model/rule-set.js';
import { createApp, type Serving } from '../../src/server/app.js';
import { EMPTY } from '../../src/server/desk.js';
import { LIMITS } from '../../src/server/gate.js';
import { isLoopback } from '../../src/server/guard.js';

export const HOST = '127.0.0.1:4070';

/** A server of these rule sets without a socket, and what it was told of as a fault. */
export function serving(ruleSets: readonly RuleSet[], more: Partial<Serving> = {}) {
  const faults: unknown[] = [];
  const held = new Map(ruleSets.map(one => [one.id, one]));
  const app = createApp({
    ruleSets: () => held,
    desk: EMPTY,
    stopping: new AbortController().signal,
    openApi: '{}',
    isOwn: isLoopback(4070),
    limits: LIMITS,
    onFault: error => faults.push(error),
    ...more,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } });
  /** Sends JSON, or a text as it is. */
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { app, ask, post, faults };
}
