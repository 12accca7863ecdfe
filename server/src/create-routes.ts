import { OpenAPIHono } from '@hono/zod-openapi';
import type { App } from './http/app-type.js';
import type { AppEnv } from './http/call.js';
import { adminRoutes } from './routes/admin.js';
import { apiKeyRoutes } from './routes/api-keys.js';
import { auditLogRoutes } from './routes/audit-log.js';
import { checkoutRoutes } from './routes/checkout.js';
import { codeFileRoutes } from './routes/code-files.js';
import { codeTotalsRoutes } from './routes/code-totals.js';
import { discountCodeRoutes } from './routes/discount-codes.js';
import { embedRoutes } from './routes/embed.js';
import { memberRoutes } from './routes/members.js';
import { oneTimeStringRoutes } from './routes/one-time-strings.js';
import { redemptionRoutes } from './routes/redemptions.js';
import { sessionRoutes } from './routes/session.js';
import { statsRoutes } from './routes/stats.js';
import { storefrontRoutes } from './routes/storefront.js';
import { webhookRoutes } from './routes/webhooks.js';
import { workspaceRoutes } from './routes/workspace.js';

/** Every described call, below `/v1`. */
export function createRoutes(): App {
  const v1 = new OpenAPIHono<AppEnv>().basePath('/v1');
  storefrontRoutes(v1);
  checkoutRoutes(v1);
  codeFileRoutes(v1);
  discountCodeRoutes(v1);
  oneTimeStringRoutes(v1);
  redemptionRoutes(v1);
  statsRoutes(v1);
  codeTotalsRoutes(v1);
  workspaceRoutes(v1);
  apiKeyRoutes(v1);
  memberRoutes(v1);
  sessionRoutes(v1);
  webhookRoutes(v1);
  auditLogRoutes(v1);
  adminRoutes(v1);
  embedRoutes(v1);
  return v1;
}
