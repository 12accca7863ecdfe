import type { OpenAPIHono } from '@hono/zod-openapi';
import { errorStatus } from '@hemat/shared/schemas';
import { createRoutes } from '../create-routes.js';
import { errorExample } from '../http/described-answers.js';
import { reasonCodes } from '../http/reason-codes.js';
import { nameSchemas } from './name-schemas.js';
import { describeWebhooks } from './webhook-descriptions.js';

/** An OpenAPI 3.1 description. */
export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

// The keys of the table are its codes.
const allErrorCodes = [...(Object.keys(errorStatus) as (keyof typeof errorStatus)[]), ...reasonCodes];

const description = `Discount codes for storefronts: one rule decides in the browser, at the lock and at the payment.

Every answer is \`{"data", "error", "meta"}\`; errors also as RFC 9457 with \`Accept: application/problem+json\`. Amounts are integers
in the currency's minor unit. \`null\` means absent. Lists are newest first, with an opaque \`cursor\`. Every POST takes an
\`Idempotency-Key\`, kept for 24 hours.`;

const tags = [
  { name: 'Checkout', description: 'The life of a code on an order: validate, lock, redeem, release.' },
  { name: 'Discount codes', description: 'Codes as their owner manages them.' },
  { name: 'Redemptions', description: 'The ledger.' },
  { name: 'Stats', description: 'What codes have brought, and what the module costs.' },
  { name: 'Storefront', description: 'What pages may call, without a secret.' },
  { name: 'Workspace', description: 'Settings and modules.' },
  { name: 'API keys', description: 'Who may call.' },
  { name: 'Session', description: 'Signing in and out, for the dashboard.' },
  { name: 'Members', description: 'Who belongs to the workspace, and as what.' },
  { name: 'Webhooks', description: 'Endpoints that are told of events, and what became of each.' },
  { name: 'Audit log', description: 'Who did what.' },
  { name: 'Partners', description: 'Workspaces of accounts. Act for one with `Hemat-On-Behalf-Of`.' },
];

/** The OpenAPI 3.1 description of every call, made from the routes themselves. `url` is where the service is; default `/`. */
export function openApiDocument(url = '/'): OpenApiDocument {
  nameSchemas();
  const app = createRoutes();
  const { openAPIRegistry } = app;
  openAPIRegistry.registerComponent('securitySchemes', 'secretKey', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'sk_live_…',
    description: 'A secret key, for back ends. From a web page it is refused and written into the audit log.',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'publishableKey', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'pk_live_…',
    description: 'A publishable key, for pages: it names the workspace and nothing more.',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'signature', {
    type: 'apiKey',
    in: 'header',
    name: 'Signature',
    description:
      'RFC 9421 with `hmac-sha256` over `@method`, `@target-uri` and, where there are any, `content-digest` of the body and `hemat-on-behalf-of`; parameters `keyid`, `created` (±300 s) and a new `nonce`.',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-hemat-session',
    description:
      "Somebody who has signed in, from a page of the service's own; plain HTTP on one's own machine: `hemat-session`. The header `Hemat-Workspace` says for which workspace, where the person belongs to several. Viewers have the scope `read`, managers also `validate`, `redeem` and `manage`, owners all.",
  });
  describeWebhooks(openAPIRegistry);
  for (const code of allErrorCodes) openAPIRegistry.registerComponent('examples', code, errorExample(code));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Hemat', version: '1.0.0', description, license: { name: 'MIT' } },
    servers: [{ url }],
    tags,
  });
}
