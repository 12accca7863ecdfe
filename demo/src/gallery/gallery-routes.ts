import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { join } from 'node:path';
import type { ShopEnv } from '../visit.js';
import { galleryPage } from './gallery-page.js';
import { themes } from './theme.js';

/** `GET /gallery/:theme`: every state of the elements in one look; beside it the looks' style sheets. */
export function galleryRoutes({ assetsFolder }: { readonly assetsFolder: string }) {
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
    });
}
