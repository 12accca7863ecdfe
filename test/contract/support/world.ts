import { randomBytes } from 'node:crypto';
import {
  createDiscountCodeInput,
  lockInput,
  redeemInput,
  validateInput,
  type DiscountCode,
  type LockAnswer,
  type RedeemAnswer,
  type Redemption,
  type ReleaseAnswer,
} from '@hemat/shared/schemas';
import { createDeps } from '../../../server/src/create-deps.js';
import { auditCounters } from '../../../server/src/services/audit-counters.js';
import { createDiscountCode } from '../../../server/src/services/create-discount-code.js';
import type { CallDeps } from '../../../server/src/services/deps.js';
import { lockOrder } from '../../../server/src/services/lock-order.js';
import type { Outcome } from '../../../server/src/services/outcome.js';
import { redeemOrder } from '../../../server/src/services/redeem-order.js';
import { releaseOrder } from '../../../server/src/services/release-order.js';
import { validateCodes, type ValidateVerdict } from '../../../server/src/services/validate-codes.js';
import { workspaceFromRow } from '../../../server/src/services/workspace-from-row.js';
import { findDiscountCodeById } from '../../../server/src/storage/repositories/discount-codes.js';
import { listEvents } from '../../../server/src/storage/repositories/events.js';
import { insertWorkspace } from '../../../server/src/storage/repositories/workspaces.js';
import type { Storage } from '../../../server/src/storage/storage.js';
import type { WorkspacesTable } from '../../../server/src/storage/tables.js';

/** A workspace on a database with a clock of its own, and the verbs on it as a route calls them. */
export interface World {
  readonly deps: CallDeps;
  /** Moves the clock. */
  readonly pass: (ms: number) => void;
  readonly createCode: (fields: object) => Promise<DiscountCode>;
  readonly validate: (body: object) => Promise<ValidateVerdict>;
  readonly lock: (body: object) => Promise<Outcome<LockAnswer>>;
  readonly redeem: (body: object) => Promise<Outcome<RedeemAnswer>>;
  readonly release: (orderId: string) => Promise<Outcome<ReleaseAnswer>>;
  /** Uses and live holds of a code as the counters say. */
  readonly counters: (code: Pick<DiscountCode, 'id'>) => Promise<{ uses: number; holds: number }>;
  /** Types and redemptions of the outbox, oldest first. */
  readonly events: () => Promise<{ type: string; data: Redemption }[]>;
  /** How many counters do not say what the ledger says. */
  readonly drift: () => Promise<number>;
}

/** 2026-06-01, noon. */
export const startOfWorld = Date.UTC(2026, 5, 1, 12);

/** A workspace on `storage`; several worlds on one storage see each other's rows only where isolation is broken. */
export async function createWorld(storage: Storage, settings: Partial<WorkspacesTable> = {}): Promise<World> {
  let now = startOfWorld;
  const base = createDeps({ storage, secret: 'a secret of thirty-two bytes or so', now: () => now });
  const row = workspaceRow(base.newId('usr'), settings);
  await storage.write((tx) => insertWorkspace(tx, row));
  const deps: CallDeps = {
    ...base,
    workspace: workspaceFromRow(row),
    actor: { kind: 'api_key', id: 'ak_contract' },
  };
  return {
    deps,
    pass: (ms) => {
      now += ms;
    },
    createCode: async (fields) => valueOf(await createDiscountCode(deps, codeOf(fields))),
    validate: async (body) =>
      valueOf(await validateCodes(deps, { audience: 'secret', body: validateInput.parse(body) })),
    lock: (body) => lockOrder(deps, lockInput.parse(body)),
    redeem: (body) => redeemOrder(deps, redeemInput.parse(body)),
    release: (orderId) => releaseOrder(deps, { orderId }),
    counters: async ({ id }) => {
      const row = await findDiscountCodeById(storage.reader, deps.workspace.id, id);
      return { uses: row?.uses_total ?? -1, holds: row?.holds_total ?? -1 };
    },
    events: async () => {
      const rows = await listEvents(storage.reader, { workspaceId: deps.workspace.id, limit: 1_000 });
      return rows.flatMap(({ type, data }) => {
        // The outbox holds what the verbs wrote; the events of codes have no redemption.
        const { redemption } = JSON.parse(data) as { redemption?: Redemption };
        return redemption === undefined ? [] : [{ type, data: redemption }];
      });
    },
    drift: async () => (await auditCounters(deps)).drift.length,
  };
}

/** The value of an outcome that must not be a refusal. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The code of an outcome's refusal; `ok` where it is none. */
export function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.refusal.code;
}

function codeOf(fields: object) {
  return createDiscountCodeInput.parse({ type: 'percent', value: 10, ...fields });
}

function workspaceRow(id: string, settings: Partial<WorkspacesTable>): WorkspacesTable {
  return {
    id,
    slug: `shop-${randomBytes(6).toString('hex')}`,
    name: 'Shop',
    plan: 'starter',
    marketing_enabled: 1,
    default_currency: 'IDR',
    time_zone: 'Asia/Jakarta',
    rounding_increment: null,
    allowed_origins: '[]',
    public_reasons: 'full',
    default_limit_policy: 'honor',
    default_hold_minutes: 60,
    order_url_template: null,
    module_fee_basis_points: 30,
    version: 1,
    created_at: startOfWorld,
    updated_at: startOfWorld,
    ...settings,
  };
}
