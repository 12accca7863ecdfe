import { Hono } from 'hono';
import type { AppDeps } from './app-deps.js';
import { createRoutes } from './create-routes.js';
import { facadeRoutes } from './facades/facade-routes.js';
import { answerError } from './http/answer-error.js';
import type { Site } from './http/app-type.js';
import { beginCall } from './http/begin-call.js';
import type { AppEnv } from './http/call.js';
import { refuseNul } from './http/refuse-nul.js';
import { RememberingRouter } from './http/remembering-router.js';
import { refuse } from './http/send.js';
import { dashboardRoutes } from './routes/dashboard.js';
import { docsRoutes } from './routes/docs.js';
import { healthRoutes } from './routes/health.js';
import { scriptRoutes } from './routes/script.js';

/** The HTTP service over its dependencies; it listens to nothing by itself. */
export function createApp(deps: AppDeps): Site {
  const app = new Hono<AppEnv>({ router: new RememberingRouter() });
  app.use(beginCall(deps), refuseNul);
  app.onError(answerError);
  app.notFound((c) => refuse(c, { code: 'NOT_FOUND' }));
  healthRoutes(app);
  scriptRoutes(app, deps.settings.scriptFolder);
  docsRoutes(app, deps.settings.publicUrl);
  dashboardRoutes(app, deps.settings.dashboardFolder);
  app.route('/', createRoutes());
  facadeRoutes(app);
  return app;
}
