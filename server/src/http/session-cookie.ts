import { sessionSeconds } from '../auth/limits-of-sign-in.js';
import type { CallContext } from './call.js';
import { headerOf } from './header-of.js';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The session that a browser carries, as a sign-in answered it. */
export function readSessionCookie(c: CallContext): string | undefined {
  const header = headerOf(c, 'cookie');
  if (header === undefined) return undefined;
  const begin = `${kindOf(c).name}=`;
  const pair = header.split(';').find((part) => part.trim().startsWith(begin));
  return pair?.trim().slice(begin.length);
}

/** Has the browser keep a session until it ends unused. */
export function keepSessionCookie(c: CallContext, value: string): void {
  setCookie(c, value, sessionSeconds.life);
}

/** Has the browser forget its session. */
export function dropSessionCookie(c: CallContext): void {
  setCookie(c, '', 0);
}

function setCookie(c: CallContext, value: string, maxAgeSeconds: number): void {
  const { name, attributes } = kindOf(c);
  const { headers } = c.get('call');
  headers['set-cookie'] =
    `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${attributes}`;
}

/**
 * `__Host-` cookies are bound to this host and to TLS; a sister host can neither read nor plant one. Browsers keep them off plain
 * HTTP, so a service on this very machine, or one that says it is reached over HTTP, has one without. Source: RFC 6265bis, 4.1.3.
 */
function kindOf(c: CallContext): { readonly name: string; readonly attributes: string } {
  const { publicUrl } = c.get('call').app.settings;
  const { protocol, hostname } = new URL(publicUrl ?? c.req.url);
  const isPlain = protocol === 'http:' && (publicUrl !== null || loopback.test(hostname));
  return isPlain
    ? { name: 'hemat-session', attributes: '' }
    : { name: '__Host-hemat-session', attributes: '; Secure' };
}
