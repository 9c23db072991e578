import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Refused } from './problem.js';

/**
 * Refuses what was meant for another host, or was sent by a page of another site. A page that somebody visits can send requests
 * to this machine, and by DNS rebinding even under a name of its own: both show in `Host`, `Origin` and `Sec-Fetch-Site`.
 */
export function onlyOwn(isOwn: (host: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    const [host, origin, site] = ['host', 'origin', 'sec-fetch-site'].map(name => c.req.header(name));
    const isForeign =
      host === undefined ||
      !isOwn(host) ||
      (origin !== undefined && !(origin.startsWith('http://') && isOwn(origin.slice('http://'.length)))) ||
      site === 'cross-site' ||
      site === 'same-site';
    if (isForeign) throw new Refused('foreign-origin');
    await next();
  };
}

/** Whether a host is this machine under one of its own names, at the port that is listened to. */
export const isLoopback = (port: number) => (host: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].some(name => host.toLowerCase() === `${name}:${port}`);

/** What every answer says of how it may be used: by nobody else, not as anything else, and unless it says so itself to load nothing. */
export const headers: MiddlewareHandler = async (c, next) => {
  await common(c, next);
  if (!c.res.headers.has('content-security-policy'))
    c.res.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
};

const common = secureHeaders({
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
});
