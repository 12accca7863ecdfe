import type { ApiKeyScope, CreateDiscountCodeInput, DiscountCode } from '@hemat/shared/schemas';
import type { Hono, MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import type { AppEnv, CallContext } from '../../http/call.js';
import { callerOf } from '../../http/caller-of.js';
import { perform } from '../../http/perform.js';
import { archiveDiscountCode } from '../../services/archive-discount-code.js';
import { countDiscountCodes } from '../../services/count-discount-codes.js';
import { createDiscountCode } from '../../services/create-discount-code.js';
import type { CallDeps } from '../../services/deps.js';
import { listDiscountCodes } from '../../services/list-discount-codes.js';
import { loadDiscountCode } from '../../services/load-discount-code.js';
import { done } from '../../services/outcome.js';
import { patchDiscountCode } from '../../services/patch-discount-code.js';
import { pathPart, serve } from '../serve.js';
import { withBody, withQuery } from '../with-body.js';
import { patchCodeBody } from './code-body.js';
import { Listed } from './forjio-dialect.js';
import { listQuery, type ListQuery } from './list-query.js';
import { presentCode } from './present-code.js';

/** What the doors of this family do each their own way. */
export interface ForjioDoor {
  /** Everything a call passes before its handler: its size, who calls, its body. */
  readonly admit: (scopes: readonly ApiKeyScope[], needsModule?: boolean) => MiddlewareHandler<AppEnv>[];
  readonly createBody: z.ZodType<CreateDiscountCodeInput>;
  /** Of a call that made something. */
  readonly createdStatus: 200 | 201;
  /** Whether `data` of a list of codes is the rows alone, or an object of rows and places. */
  readonly listData: 'rows' | 'object';
}

/** The five calls by which a code is managed: make, list, get, change, archive. */
export function codeCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  const write = door.admit(['manage']);
  const read = door.admit(['read']);
  const created = () => door.createdStatus;
  serve(
    app,
    'POST /discount-codes',
    write,
    withBody(door.createBody, (c, body) =>
      perform(c, (deps) => createDiscountCode(deps, body), { status: created, present: shown(c) }),
    ),
  );
  serve(
    app,
    'GET /discount-codes',
    read,
    withQuery(listQuery, (c, query) => perform(c, (deps) => listCodes(deps, door, query))),
  );
  serve(app, 'GET /discount-codes/:id', read, (c) =>
    perform(c, (deps) => loadDiscountCode(deps, pathPart(c, 'id')), { present: shown(c) }),
  );
  serve(
    app,
    'PATCH /discount-codes/:id',
    write,
    withBody(patchCodeBody, (c, body) =>
      perform(c, (deps) => patchDiscountCode(deps, { ...body, id: pathPart(c, 'id') }), {
        present: shown(c),
      }),
    ),
  );
  serve(app, 'DELETE /discount-codes/:id', write, (c) =>
    perform(c, (deps) => archiveDiscountCode(deps, pathPart(c, 'id')), {
      present: ({ id, active, archivedAt }) => ({ id, active, archivedAt }),
    }),
  );
}

function shown(c: CallContext): (code: DiscountCode) => unknown {
  return (code) => presentCode(code, callerOf(c.get('call')).workspace);
}

async function listCodes(deps: CallDeps, { listData }: ForjioDoor, { limit, cursor, active }: ListQuery) {
  const filter = active === undefined ? undefined : (`${active}` as const);
  const listed = await listDiscountCodes(deps, { limit, cursor, active: filter });
  if (!listed.ok) return listed;
  const { items, nextCursor, hasMore } = listed.value;
  const rows = items.map((code) => presentCode(code, deps.workspace));
  const page = { limit, nextCursor, hasMore };
  if (listData === 'rows') return done(new Listed(rows, page));
  const total = await countDiscountCodes(deps, active);
  return done(new Listed({ items: rows, total, nextCursor, hasMore }, page));
}
