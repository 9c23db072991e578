import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change, Desk } from './desk.js';
import { Refused } from './problem.js';

/** How many pages are told of changes at once. */
const MOST_FOLLOWED = 200;
/** Milliseconds after which a page is told that it still is followed: a connection that is gone shows then. */
const BEAT = 15_000;

/** Tells the page of a scenario what becomes of its file and its rules, as events, until it is closed or the server stops. */
export function addChanges(app: Hono, desk: Desk, stopping: AbortSignal): void {
  let followed = 0;
  app.get('/workbench/:key/changes', c => {
    const key = c.req.param('key');
    if (!desk.seats().some(one => one.key === key)) throw new Refused('not-found');
    if (followed >= MOST_FOLLOWED) throw new Refused('busy', `${MOST_FOLLOWED} pages are open already`);
    followed += 1;
    return streamSSE(c, async stream => {
      const ended = new AbortController();
      const end = () => ended.abort();
      stream.onAbort(end);
      stopping.addEventListener('abort', end, { once: true });
      if (stopping.aborted) end();
      const queue = queueOf(ended.signal);
      let stop = () => {};
      try {
        stop = desk.follow(key, queue.add);
        await stream.writeSSE({ event: 'open', data: '{}' });
        while (!ended.signal.aborted) {
          const change = await queue.next();
          await stream.writeSSE({ event: change?.kind ?? 'beat', data: JSON.stringify(change ?? {}) });
        }
      } finally {
        followed -= 1;
        stopping.removeEventListener('abort', end);
        stop();
      }
    });
  });
}

/** Changes in the order in which they came. `next` gives nothing where there was none for a while, or the end has come. */
function queueOf(end: AbortSignal) {
  const changes: Change[] = [];
  let wake = () => {};
  end.addEventListener('abort', () => wake(), { once: true });
  return {
    add(change: Change) {
      changes.push(change);
      wake();
    },
    async next(): Promise<Change | undefined> {
      if (changes.length === 0 && !end.aborted)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, BEAT);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      return changes.shift();
    },
  };
}
