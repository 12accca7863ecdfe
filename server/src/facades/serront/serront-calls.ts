import type { Modules } from '@hemat/shared/schemas';
import { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../../http/call.js';
import { callerOf } from '../../http/caller-of.js';
import { perform } from '../../http/perform.js';
import type { Workspace } from '../../services/deps.js';
import { loadModules } from '../../services/load-modules.js';
import { patchModules } from '../../services/patch-modules.js';
import { forjioDialect } from '../forjio/forjio-dialect.js';
import { serve } from '../serve.js';
import { speak } from '../speak.js';
import { withBody } from '../with-body.js';
import { serrontDoor } from './serront-door.js';
import { serrontRefusals } from './serront-refusals.js';
import { storefrontCalls } from './storefront-calls.js';

/** A switch in either form: `{marketing: true}`, or `{module: "marketing", enabled: true}`. */
const moduleBody = z.union([
  z.object({ marketing: z.boolean() }),
  z
    .object({ module: z.enum(['marketing']), enabled: z.boolean() })
    .transform(({ enabled }) => ({ marketing: enabled })),
]);

/** What of Serront is its own: the Marketing switch and the storefront's public calls. */
export function serrontCalls(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const speech = speak(forjioDialect(serrontRefusals));
  app.use('/modules', speech);
  app.use('/public/storefront/*', speech);
  const change = withBody(moduleBody, (c, { marketing }) => {
    const { workspace } = callerOf(c.get('call'));
    return perform(c, (deps) => patchModules(deps, { marketing }), { present: presentModules(workspace) });
  });
  serve(app, 'GET /modules', serrontDoor.admit(['read'], false), (c) => {
    const { workspace } = callerOf(c.get('call'));
    return perform(c, loadModules, { present: presentModules(workspace) });
  });
  serve(app, 'PATCH /modules', serrontDoor.admit(['admin'], false), change);
  serve(app, 'POST /modules', serrontDoor.admit(['admin'], false), change);
  storefrontCalls(app);
  return app;
}

/** Hemat takes no payments: that module is never on here. */
function presentModules({ id }: Workspace) {
  return ({ marketing, plan }: Modules) => ({
    modules: { payment: false, marketing },
    plugipayAccountId: null,
    ripploAccountId: marketing ? id : null,
    available: { payment: false, marketing: plan !== 'free' },
  });
}
