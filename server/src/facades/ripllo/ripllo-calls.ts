import { Hono } from 'hono';
import type { AppEnv } from '../../http/call.js';
import { refuse } from '../../http/send.js';
import { codeCalls, type ForjioDoor } from '../forjio/code-calls.js';
import { forjioDialect } from '../forjio/forjio-dialect.js';
import type { RefusalTable } from '../refusal-table.js';
import { speak } from '../speak.js';
import { adminCalls } from './admin-calls.js';
import { auditCalls } from './audit-calls.js';
import { checkoutCalls } from './checkout-calls.js';
import { keyCalls } from './key-calls.js';
import { webhookCalls } from './webhook-calls.js';

/** Everything of Ripllo that is about discount codes, behind a door; its other paths answer a JSON 404. */
export function riplloCalls(door: ForjioDoor, refusals: RefusalTable): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(speak(forjioDialect(refusals)));
  checkoutCalls(app, door);
  codeCalls(app, door);
  keyCalls(app, door);
  auditCalls(app, door);
  webhookCalls(app, door);
  adminCalls(app, door);
  app.all('*', (c) => refuse(c, { code: 'NOT_FOUND' }));
  return app;
}
