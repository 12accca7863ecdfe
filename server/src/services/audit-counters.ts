import {
  listBatchDrift,
  listCodeDrift,
  listCustomerDrift,
  listPaidOrderDrift,
  listStringDrift,
  repairCounter,
  type CounterDrift,
} from '../storage/repositories/counter-drift.js';
import { listStatsDrift, repairStats } from '../storage/repositories/stats-drift.js';
import type { Reader } from '../storage/storage.js';
import type { Deps } from './deps.js';
import { recordEffect, type Effect } from './record-effect.js';

/** What `hemat audit` found. */
export interface CounterAudit {
  /** Every counter that did not say what the ledger says; empty when all is well. */
  readonly drift: readonly CounterDrift[];
  /** Whether they were set right. */
  readonly repaired: boolean;
}

/** Counts the ledger of every workspace anew and compares; with `repair` the counters are set to what the ledger says. */
export async function auditCounters(
  deps: Deps,
  { repair = false }: { readonly repair?: boolean } = {},
): Promise<CounterAudit> {
  const { storage } = deps;
  if (!repair) return { drift: await listDrift(storage.reader), repaired: false };
  return storage.write(async (tx) => {
    const drift = await listDrift(tx);
    for (const found of drift) {
      if (found.of !== undefined) await repairStats(tx, found, found.of);
      else await repairCounter(tx, found, deps.now());
      const { workspaceId, customerId, stringKey, counter, of, stored, expected } = found;
      await recordEffect(deps, tx, {
        workspaceId,
        actor: { kind: 'system', id: null },
        event: null,
        action: 'counter.repaired',
        target: targetOf(found),
        before: { counter, customerId, stringKey, of, value: stored },
        after: { counter, customerId, stringKey, of, value: expected },
      });
    }
    return { drift, repaired: drift.length > 0 };
  });
}

function targetOf({ workspaceId, discountCodeId, customerId }: CounterDrift): Effect['target'] {
  if (discountCodeId !== null) return { type: 'discount_code', id: discountCodeId };
  return customerId === null ? { type: 'workspace', id: workspaceId } : { type: 'customer', id: customerId };
}

/** Every counter that does not say what the ledger says. */
export async function listDrift(db: Reader): Promise<CounterDrift[]> {
  const lists = [
    listCodeDrift,
    listStringDrift,
    listBatchDrift,
    listCustomerDrift,
    listPaidOrderDrift,
    listStatsDrift,
  ];
  const drift: CounterDrift[] = [];
  for (const list of lists) drift.push(...(await list(db)));
  return drift;
}
