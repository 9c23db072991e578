import type { Context, Hono, MiddlewareHandler } from 'hono';
import { addChanges } from './changes.js';
import type { Desk } from './desk.js';
import type { gate } from './gate.js';
import { INDEX_POLICY, indexPage } from './index-page.js';
import { Refused } from './problem.js';
import { readRequest } from './requests.js';

/** What of the application the pages use. */
interface WorkbenchParts {
  bodyOf(c: Context): Promise<string>;
  stopping: AbortSignal;
  isSmall: MiddlewareHandler;
  through: ReturnType<typeof gate>;
}

/** The pages of scenarios: a list of them, each with its workbench, what becomes of its file, saving it, and the report on it. */
export function addWorkbench(
  app: Hono,
  desk: Desk,
  { bodyOf, stopping, isSmall, through }: WorkbenchParts,
): void {
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
    if (saved === 'gone') throw new Refused('gone-meanwhile');
    if ('diagnostics' in saved) throw new Refused('invalid-files', undefined, saved.diagnostics);
    return c.json({ format: 'saved/1', version: saved.version });
  });
  app.post('/workbench/:key/report', isSmall, async c => {
    const { text } = readRequest('request-save', await bodyOf(c));
    const key = c.req.param('key');
    if (!desk.seats().some(one => one.key === key)) throw new Refused('not-found');
    const page = await through(c.req.raw.signal, signal => desk.report(key, text, signal));
    if (typeof page !== 'string') throw new Refused('invalid-files', undefined, page.diagnostics);
    return c.html(page);
  });
  addChanges(app, desk, stopping);
}
