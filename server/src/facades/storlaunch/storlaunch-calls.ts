import type { Modules } from '@hemat/shared/schemas';
import { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../../http/call.js';
import { perform } from '../../http/perform.js';
import { refuse } from '../../http/send.js';
import { loadModules } from '../../services/load-modules.js';
import { patchModules } from '../../services/patch-modules.js';
import { admitWithKey } from '../forjio/admit-with-key.js';
import { createCodeBody } from '../forjio/code-body.js';
import { codeCalls, type ForjioDoor } from '../forjio/code-calls.js';
import { forjioDialect } from '../forjio/forjio-dialect.js';
import { promoList, publicValidate } from '../forjio/public-calls.js';
import { serve } from '../serve.js';
import { speak } from '../speak.js';
import { withBody } from '../with-body.js';
import { storlaunchRefusals } from './storlaunch-refusals.js';

const door: ForjioDoor = {
  admit: admitWithKey,
  createBody: createCodeBody,
  createdStatus: 201,
  listData: 'rows',
};

const moduleBody = z.object({ module: z.enum(['marketing']), enabled: z.boolean() });

/** Storlaunch: codes, the public question and list, the module. */
export function storlaunchCalls(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(speak(forjioDialect(storlaunchRefusals)));
  publicValidate(app, '/storefront/public/validate-discount', storlaunchRefusals.reasons);
  promoList(app, '/storefront/public/:workspace/discount-codes');
  codeCalls(app, door);
  serve(app, 'GET /modules', door.admit(['read'], false), (c) =>
    perform(c, loadModules, { present: presentModules }),
  );
  serve(
    app,
    'POST /modules',
    door.admit(['admin'], false),
    withBody(moduleBody, (c, { enabled }) =>
      perform(c, (deps) => patchModules(deps, { marketing: enabled }), { present: presentModules }),
    ),
  );
  app.all('*', (c) => refuse(c, { code: 'NOT_FOUND' }));
  return app;
}

function presentModules({ marketing, plan }: Modules) {
  return { modules: { marketing }, allowed: { marketing: plan !== 'free' }, plan };
}
