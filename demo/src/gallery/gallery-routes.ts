import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { join } from 'node:path';
import type { ShopEnv } from '../visit.js';
import { galleryPage } from './gallery-page.js';
import { themes } from './theme.js';

/** Longer than the elements wait for an answer. */
const slowMs = 9000;

/** `GET /gallery/:theme`: every state of the elements in one look; beside it the looks' style sheets. */
export function galleryRoutes({
  assetsFolder,
  now,
}: {
  readonly assetsFolder: string;
  readonly now: () => number;
}) {
  return new Hono<ShopEnv>()
    .get(
      '/gallery/files/*',
      serveStatic({
        root: join(assetsFolder, '../gallery'),
        rewriteRequestPath: (path) => path.replace('/gallery/files', ''),
      }),
    )
    .get('/gallery', (c) => c.redirect('/gallery/default'))
    .get('/gallery/:theme', async (c) => {
      const theme = themes.find(({ id }) => id === c.req.param('theme'));
      return theme ? c.html(await galleryPage(await c.var.visit.page(), theme)) : c.notFound();
    })
    .all('/gallery/stand-ins/slow/*', async (c) => {
      await pause(slowMs, c.req.raw.signal);
      return away(c);
    })
    .all('/gallery/stand-ins/away/*', away)
    .get('/gallery/stand-ins/none/*', (c) => {
      const data = { items: [], currency: 'IDR', serverTime: new Date(now()).toISOString() };
      return c.json(envelope(data, null));
    });
}

/** Speaks as the discount service does while it is away. */
function away(c: Context): Response {
  return c.json(envelope(null, { code: 'UNAVAILABLE', message: 'Try again in a moment.' }), 503);
}

function envelope(data: unknown, error: unknown) {
  return { data, error, meta: { requestId: 'req_gallery', timestamp: '2026-01-01T00:00:00.000Z' } };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
