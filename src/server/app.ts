import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RuleSet } from '../model/rule-set.js';
import type { Desk } from './desk.js';
import { ENDPOINTS } from './endpoints.js';
import { gate, type Limits } from './gate.js';
import { headers, onlyOwn } from './guard.js';
import { type Problem, problemOf, Refused } from './problem.js';
import { readRequest } from './requests.js';
import { listed } from './rule-sets.js';
import { type Held, WORK } from './work.js';
import { addWorkbench } from './workbench.js';

/** What a server is made of. */
export interface Serving {
  /** The rule sets that it holds now, by id. */
  ruleSets(): ReadonlyMap<string, RuleSet>;
  /** The scenarios that can be worked on in a browser. */
  desk: Desk;
  /** The text of the OpenAPI document. */
  openApi: string;
  /** Whether a host, with its port, is this server. */
  isOwn(host: string): boolean;
  limits: Limits;
  /** Ends what otherwise goes on as long as a page is open. */
  stopping: AbortSignal;
  /** Told of what should not have happened. The client is told nothing of it. */
  onFault(error: unknown): void;
}

/** The HTTP interface as a function of requests: it reads no file, and answers every error as a problem. */
export function createApp({ ruleSets, desk, openApi, isOwn, limits, stopping, onFault }: Serving): Hono {
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
  const through = gate(limits, stopping);
  const isSmall = bodyLimit({
    maxSize: limits.body,
    onError: () => {
      throw new Refused('too-large', `at most ${limits.body} bytes are taken`);
    },
  });
  addWorkbench(app, desk, { bodyOf, stopping, isSmall, through });
  for (const one of ENDPOINTS) {
    const work = WORK[one.request] as (asked: unknown, held: Held) => Promise<object>;
    app.post(one.path, isSmall, async c => {
      const request = readRequest(one.request, await bodyOf(c));
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

/** The text of a body that is sent as JSON. */
async function bodyOf(c: Context): Promise<string> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refused('not-as-json');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer());
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('not-json', 'it is no text in UTF-8');
  }
}

function answer(c: Context, problem: Problem, more: Record<string, string> = {}): Response {
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...(problem.status === 503 && { 'retry-after': '1' }),
    ...more,
  });
}
