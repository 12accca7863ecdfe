import type { Site } from '../http/app-type.js';
import type { CallContext } from '../http/call.js';
import { readElementScript, type ElementScript } from '../http/element-script.js';
import { refuse } from '../http/send.js';

const year = 31_536_000;

/** The element script: `/v1.0.0/hemat.js` never changes, `/v1/hemat.js` follows the newest of its major version. */
export function scriptRoutes(app: Site, scriptFolder: string): void {
  const script = readElementScript(scriptFolder);
  const [major] = script?.version.split('.') ?? ['1'];
  app.get(`/v${major}/hemat.js`, (c) => sendScript(c, script, 'public, max-age=300'));
  app.get('/:version{v\\d+\\.\\d+\\.\\d+}/hemat.js', (c) =>
    c.req.param('version') === `v${script?.version}`
      ? sendScript(c, script, `public, max-age=${year}, immutable`)
      : refuse(c, { code: 'NOT_FOUND' }),
  );
}

function sendScript(c: CallContext, script: ElementScript | null, cacheControl: string): Response {
  if (script === null) return refuse(c, { code: 'NOT_FOUND' });
  const etag = `"${script.integrity}"`;
  const headers = {
    'access-control-allow-origin': '*',
    'cache-control': cacheControl,
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    etag,
    'x-content-type-options': 'nosniff',
  };
  const isKnown = c.req.header('if-none-match') === etag;
  return new Response(isKnown ? null : script.source, { status: isKnown ? 304 : 200, headers });
}
