import type { CallContext } from './call.js';
import { headerOf } from './header-of.js';

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a call that may carry a cookie comes from a page of our own: by Fetch Metadata, else by its Origin, whatever its content
 * type. Who sends neither is no browser and has no business with a cookie. Safe methods always pass. Source: W3C Fetch Metadata.
 */
export function isFromOwnPage(c: CallContext): boolean {
  if (safe.has(c.req.method)) return true;
  const site = headerOf(c, 'sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = headerOf(c, 'origin');
  return origin !== undefined && URL.canParse(origin) && isOwn(c, new URL(origin));
}

function isOwn(c: CallContext, origin: URL): boolean {
  const { publicUrl } = c.get('call').app.settings;
  // Where nobody said what the world calls us, a proxy may have ended TLS: then the host alone decides.
  if (publicUrl === null) return origin.host === new URL(c.req.url).host;
  return origin.origin === new URL(publicUrl).origin;
}
