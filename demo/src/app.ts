import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { galleryRoutes } from './gallery/gallery-routes.js';
import { standInRoutes } from './gallery/stand-in-routes.js';
import { problemPage } from './pages/problem-page.js';
import { cartRoutes } from './routes/cart-routes.js';
import { catalogueRoutes } from './routes/catalogue-routes.js';
import { checkoutRoutes } from './routes/checkout-routes.js';
import { codeRoutes } from './routes/code-routes.js';
import { integrationRoutes } from './routes/integration-routes.js';
import { orderRoutes } from './routes/order-routes.js';
import { paymentRoutes, type PaymentDeps } from './routes/payment-routes.js';
import { refundRoutes } from './routes/refund-routes.js';
import { visitRoutes } from './routes/visit-routes.js';
import { recogniseVisit, type ShopEnv, type VisitDeps } from './visit.js';

/** What the shop is made from. */
export interface AppDeps extends PaymentDeps, VisitDeps {
  /** Origin of the discount service: the one other place that pages may load a script from and talk to. */
  readonly serviceOrigin: string;
  /** Folder of style sheet, script and pictures. */
  readonly assetsFolder: string;
  /** Told of what should not happen. */
  readonly report: (error: unknown) => void;
}

const longestBody = 64 * 1024;

/** The shop's pages and forms. */
export function createApp(deps: AppDeps) {
  const app = new Hono<ShopEnv>();
  app.use(
    '/assets/*',
    serveStatic({ root: deps.assetsFolder, rewriteRequestPath: (path) => path.replace(/^\/assets/, '') }),
  );
  app.route('/', standInRoutes(deps));
  app.use('/integrations/*', headers(deps.serviceOrigin, ['vue', 'svelte-trusted-html']));
  app.use(
    headers(deps.serviceOrigin),
    recogniseVisit(deps),
    bodyLimit({ maxSize: longestBody }),
    csrf(),
    readableForms,
  );
  app.route('/', catalogueRoutes());
  app.route('/', cartRoutes(deps));
  app.route('/', checkoutRoutes(deps));
  app.route('/', orderRoutes(deps));
  app.route('/', refundRoutes(deps));
  app.route('/', paymentRoutes(deps));
  app.route('/', codeRoutes(deps));
  app.route('/', visitRoutes(deps));
  app.route('/', galleryRoutes(deps));
  app.route('/', integrationRoutes(deps));

  app.notFound(async (c) => c.html(await problemPage(await c.var.visit.page(), 'notFound'), 404));
  app.onError(async (error, c) => {
    const status = error instanceof HTTPException ? error.status : 500;
    if (status === 500) deps.report(error);
    const problem = status === 403 ? 'forbidden' : status === 500 ? 'broken' : 'unreadable';
    return c.html(await problemPage(await c.var.visit.page(), problem), status);
  });
  return app;
}

/** Every POST of a page is a form; one that is none is refused before a route reads it. The gateway's webhook is JSON. */
const readableForms = createMiddleware<ShopEnv>(async (c, next) => {
  if (c.req.method === 'POST' && c.req.path !== '/webhooks/payment') {
    await c.req.formData().catch((cause: unknown) => {
      throw new HTTPException(400, { cause });
    });
  }
  await next();
});

/** Strict enough that only the shop's own files and the service's script run, and no script may write HTML but the elements'. */
function headers(serviceOrigin: string, frameworkPolicies: readonly string[] = []) {
  return secureHeaders({
    referrerPolicy: 'same-origin',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", serviceOrigin],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'", serviceOrigin],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['lit-html', ...frameworkPolicies],
    },
  });
}
