import { publicValidateInput } from '@hemat/shared/schemas';
import type { Hono, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../../http/call.js';
import { answerPreflight, openToOrigins } from '../../http/cors.js';
import { judgeForShopper } from '../../http/judge-for-shopper.js';
import { limitBody } from '../../http/limit-body.js';
import { limitRequests } from '../../http/limit-requests.js';
import { nameWorkspace } from '../../http/name-workspace.js';
import { parseBody } from '../../http/parse-body.js';
import { perform } from '../../http/perform.js';
import { performCacheable } from '../../http/perform-cacheable.js';
import { listPublicPromos } from '../../services/list-public-promos.js';
import type { RefusalTable } from '../refusal-table.js';
import { serve } from '../serve.js';
import { withBody, withQuery } from '../with-body.js';
import { applicableQuery } from './applicable-query.js';
import { presentPromo } from './present-promo.js';
import { presentVerdict } from './present-verdict.js';

/** What a browser's call passes before its body is read, and after. */
export const publicCheck: readonly MiddlewareHandler<AppEnv>[] = [
  openToOrigins,
  limitBody,
  limitRequests('validate'),
  parseBody,
  nameWorkspace,
];

const publicList: readonly MiddlewareHandler<AppEnv>[] = [
  openToOrigins,
  limitRequests('read'),
  nameWorkspace,
];

/** The public list of promos at `path`, which names the workspace. */
export function promoList(app: Hono<AppEnv>, path: `/${string}`): void {
  app.options(path, openToOrigins, answerPreflight);
  serve(
    app,
    `GET ${path}`,
    publicList,
    withQuery(applicableQuery, (c, query) =>
      performCacheable(
        c,
        (deps) => listPublicPromos(deps, query),
        ({ items }) => ({ items: items.map(presentPromo) }),
      ),
    ),
  );
}

/** The public question at `path`; the body names the workspace. */
export function publicValidate(
  app: Hono<AppEnv>,
  path: `/${string}`,
  reasons: RefusalTable['reasons'],
): void {
  app.options(path, openToOrigins, answerPreflight);
  serve(
    app,
    `POST ${path}`,
    publicCheck,
    withBody(publicValidateInput, (c, body) =>
      perform(c, (deps) => judgeForShopper(c, deps, body), {
        isRead: true,
        present: (verdict) => presentVerdict(verdict, reasons),
      }),
    ),
  );
}
