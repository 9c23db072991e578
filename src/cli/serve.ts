import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { openApiText } from '../files/schemas.js';
import { createApp } from '../server/app.js';
import { LIMITS } from '../server/gate.js';
import { isLoopback } from '../server/guard.js';
import { deskOf } from './desk.js';
import { EXIT, type Io, Stop } from './io.js';
import { keptRuleSets } from './kept-rule-sets.js';
import { servedFiles } from './served-files.js';
import type { Settings } from './settings.js';

/** The only address that is listened on: nothing of this is for other machines. */
const HERE = '127.0.0.1';

type Asked = Pick<Settings, 'quiet' | 'color'> & { port: number; readOnly?: boolean };

/** `demarche serve [PATH…]` */
export async function serveCommand(paths: readonly string[], asked: Asked, io: Io): Promise<number> {
  const { folders, scenarios } = await servedFiles(paths, asked.quiet === true, io);
  const kept = await keptRuleSets(folders, asked, io);
  const desk = await deskOf(scenarios, kept, asked.readOnly !== true);
  const stopping = new AbortController();
  const openApi = await openApiText();
  let isOwn = (_host: string) => false;
  const app = createApp({
    ruleSets: kept.ruleSets,
    desk,
    openApi,
    stopping: stopping.signal,
    isOwn: host => isOwn(host),
    limits: LIMITS,
    onFault: error => io.err(`a request failed, which is a bug: ${messageOf(error)}\n`),
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: LIMITS.time, headersTimeout: 10_000 },
  }) as Server;
  const port = await listen(server, asked.port);
  isOwn = isLoopback(port);
  io.out(`Demarche listens on http://${HERE}:${port} until it is stopped with Ctrl+C.\n`);
  await stopped();
  kept.stop();
  stopping.abort();
  await close(server);
  return EXIT.done;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'something else listens there: choose another with --port'
          : error.message;
      reject(new Stop(EXIT.usage, `cannot listen on port ${port}: ${why}`));
    });
    server.listen(port, HERE, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Waits for Ctrl+C, or for whoever started this to end it. */
function stopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Takes no more, and ends what is being worked on; what takes longer than any request may is cut off. */
function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => server.closeAllConnections(), LIMITS.time);
    // A connection that is kept for a next request is idle only once it was answered.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
