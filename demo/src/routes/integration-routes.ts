import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { join } from 'node:path';
import { postedPage } from '../pages/posted-page.js';
import type { PageElements } from '../pages/page.js';
import type { ShopEnv } from '../visit.js';

/** What the pages are told. */
export interface IntegrationDeps {
  /** Folder beside which the built pages are. */
  readonly assetsFolder: string;
  readonly describeElements: (customerId: string | null) => Promise<PageElements>;
}

/** `GET /integrations/:framework/`: the smallest page of each framework; `POST /posted` shows what its form sends. */
export function integrationRoutes({ assetsFolder, describeElements }: IntegrationDeps) {
  const files = serveStatic({ root: join(assetsFolder, '..') });
  return new Hono<ShopEnv>()
    .get('/favicon.ico', (c) => c.redirect('/assets/icon.svg'))
    .get('/integrations/*', pointAtService(describeElements), files)
    .post('/posted', async (c) => {
      const entries = [...(await c.req.formData()).entries()];
      const texts = entries.map(([name, value]) => [name, String(value)] as const);
      return c.html(postedPage(await c.var.visit.page(), texts));
    });
}

/** The pages name a service and a workspace as a person would type them; here they get the ones of this shop. */
function pointAtService(describeElements: IntegrationDeps['describeElements']) {
  return createMiddleware<ShopEnv>(async (c, next) => {
    await next();
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) return;
    const { endpoint, workspace } = await describeElements(null);
    const page = (await c.res.text())
      .replaceAll('http://127.0.0.1:8787', endpoint)
      .replaceAll('data-workspace="toko-kopi"', `data-workspace="${workspace}"`);
    c.res = undefined;
    c.res = c.html(page);
  });
}
