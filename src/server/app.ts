import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RuleSet } from '../model/rule-set.js';
import { ENDPOINTS, type Endpoint } from './endpoints.js';
import { gate, type Limits } from './gate.js';
import { headers, onlyOwn } from './guard.js';
import { type Problem, problemOf, Refused } from './problem.js';
import { readRequest } from './requests.js';
import { listed } from './rule-sets.js';
import { type Held, WORK } from './work.js';

/** What a server is made of. */
export interface Serving {
  /** The rule sets that it holds now, by id. */
  ruleSets(): ReadonlyMap<string, RuleSet>;
  /** The text of the OpenAPI document. */
  openApi: string;
  /** Whether a host, with its port, is this server. */
  isOwn(host: string): boolean;
  limits: Limits;
  /** Told of what should not have happened. The client is told nothing of it. */
  onFault(error: unknown): void;
}

/** The HTTP interface as a function of requests: it reads no file, and answers every error as a problem. */
export function createApp({ ruleSets, openApi, isOwn, limits, onFault }: Serving): Hono {
  const app = new Hono();
  app.use(headers);
  app.use(onlyOwn(isOwn));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        answer(c, problemOf('wrong-method', `ask by ${methods.join(' or ')}`), { allow: methods.join(', ') }),
    }),
  );
  app.get('/healthz', c => c.json({ status: 'ok' }));
  app.get('/v1/rule-sets', c => c.json(listed(ruleSets().values())));
  app.get('/openapi.json', c => c.body(openApi, 200, { 'content-type': 'application/json' }));
  const through = gate(limits);
  const isSmall = bodyLimit({
    maxSize: limits.body,
    onError: () => {
      throw new Refused('too-large', `at most ${limits.body} bytes are taken`);
    },
  });
  for (const one of ENDPOINTS) {
    const work = WORK[one.request] as (asked: unknown, held: Held) => Promise<object>;
    app.post(one.path, isSmall, async c => {
      const request = await requestOf(one, c);
      const answer = await through(c.req.raw.signal, signal =>
        work(request, { ruleSets: ruleSets(), signal }),
      );
      return c.json(answer);
    });
  }
  app.notFound(c => answer(c, problemOf('not-found')));
  app.onError((error, c) => {
    if (error instanceof Refused) return answer(c, error.problem);
    if (!c.req.raw.signal.aborted) onFault(error);
    return answer(c, problemOf('unexpected'));
  });
  return app;
}

async function requestOf(one: Endpoint, c: Context) {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refused('not-as-json');
  const bytes = await c.req.arrayBuffer();
  let body: string;
  try {
    body = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('not-json', 'it is no text in UTF-8');
  }
  return readRequest(one.request, body);
}

function answer(c: Context, problem: Problem, more: Record<string, string> = {}): Response {
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...(problem.status === 503 && { 'retry-after': '1' }),
    ...more,
  });
}
