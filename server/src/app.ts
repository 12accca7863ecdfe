import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from './app-deps.js';
import type { App } from './http/app-type.js';
import { beginCall } from './http/begin-call.js';
import type { AppEnv } from './http/call.js';
import { answerError } from './http/answer-error.js';
import { refuse } from './http/send.js';
import { validationHook } from './http/validation-hook.js';
import { adminRoutes } from './routes/admin.js';
import { apiKeyRoutes } from './routes/api-keys.js';
import { auditLogRoutes } from './routes/audit-log.js';
import { checkoutRoutes } from './routes/checkout.js';
import { discountCodeRoutes } from './routes/discount-codes.js';
import { healthRoutes } from './routes/health.js';
import { redemptionRoutes } from './routes/redemptions.js';
import { scriptRoutes } from './routes/script.js';
import { storefrontRoutes } from './routes/storefront.js';
import { workspaceRoutes } from './routes/workspace.js';

/** The HTTP service over its dependencies; it listens to nothing by itself. */
export function createApp(deps: AppDeps): App {
  const app = new OpenAPIHono<AppEnv>();
  app.use(beginCall(deps));
  app.onError(answerError);
  app.notFound((c) => refuse(c, { code: 'NOT_FOUND' }));
  healthRoutes(app);
  scriptRoutes(app, deps.settings.scriptFolder);
  const v1 = new OpenAPIHono<AppEnv>({ defaultHook: validationHook });
  storefrontRoutes(v1);
  checkoutRoutes(v1);
  discountCodeRoutes(v1);
  redemptionRoutes(v1);
  workspaceRoutes(v1);
  apiKeyRoutes(v1);
  auditLogRoutes(v1);
  adminRoutes(v1);
  app.route('/v1', v1);
  return app;
}
