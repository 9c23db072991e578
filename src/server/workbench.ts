import type { Context, Hono, MiddlewareHandler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change, Desk } from './desk.js';
import { INDEX_POLICY, indexPage } from './index-page.js';
import { Refused } from './problem.js';
import { readRequest } from './requests.js';

/** How many pages are told of changes at once. */
const MOST_FOLLOWED = 200;
/** Milliseconds after which a page is told that it still is followed: a connection that is gone shows then. */
const BEAT = 15_000;

/** What of the application the pages use. */
interface WorkbenchParts {
  bodyOf(c: Context): Promise<string>;
  stopping: AbortSignal;
  isSmall: MiddlewareHandler;
}

/** The pages of scenarios: a list of them, each with its workbench, what becomes of its file, and saving it. */
export function addWorkbench(app: Hono, desk: Desk, { bodyOf, stopping, isSmall }: WorkbenchParts): void {
  app.get('/', c => c.html(indexPage(desk.seats()), 200, { 'content-security-policy': INDEX_POLICY }));
  app.get('/workbench/:key', async c => {
    const page = await desk.page(c.req.param('key'));
    if (page === undefined) throw new Refused('not-found');
    // The page states its own policy, which is narrower than any that could be stated for it here.
    return c.html(page, 200, {
      'content-security-policy': "frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
  });
  app.put('/workbench/:key/scenario', isSmall, async c => {
    const { text, version } = readRequest('request-save', await bodyOf(c));
    const key = c.req.param('key');
    if (!desk.seats().some(one => one.key === key)) throw new Refused('not-found');
    if (!desk.save) throw new Refused('read-only');
    const saved = await desk.save(key, text, version);
    if (saved === 'changed') throw new Refused('changed-meanwhile');
    if ('diagnostics' in saved) throw new Refused('invalid-files', undefined, saved.diagnostics);
    return c.json({ format: 'saved/1', version: saved.version });
  });
  let followed = 0;
  app.get('/workbench/:key/changes', c => {
    const key = c.req.param('key');
    if (!desk.seats().some(one => one.key === key)) throw new Refused('not-found');
    if (followed >= MOST_FOLLOWED) throw new Refused('busy', `${MOST_FOLLOWED} pages are open already`);
    followed += 1;
    return streamSSE(c, async stream => {
      const changes: Change[] = [];
      let wake = () => {};
      const stop = desk.follow(key, change => {
        changes.push(change);
        wake();
      });
      const end = new Promise<'end'>(resolve => {
        stream.onAbort(() => resolve('end'));
        stopping.addEventListener('abort', () => resolve('end'), { once: true });
      });
      try {
        await stream.writeSSE({ event: 'open', data: '{}' });
        while (!stream.aborted && !stopping.aborted) {
          for (let change = changes.shift(); change; change = changes.shift())
            await stream.writeSSE({ event: change.kind, data: JSON.stringify(change) });
          const woken = new Promise<'woken'>(resolve => {
            wake = () => resolve('woken');
          });
          let timer: ReturnType<typeof setTimeout> | undefined;
          const beat = new Promise<'beat'>(resolve => {
            timer = setTimeout(() => resolve('beat'), BEAT);
          });
          const what = changes.length > 0 ? 'woken' : await Promise.race([woken, end, beat]);
          clearTimeout(timer);
          if (what === 'end') break;
          if (what === 'beat') await stream.writeSSE({ event: 'beat', data: '{}' });
        }
      } finally {
        followed -= 1;
        stop();
      }
    });
  });
}
