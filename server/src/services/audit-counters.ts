import {
  listBatchDrift,
  listCodeDrift,
  listCustomerDrift,
  listPaidOrderDrift,
  listStringDrift,
  repairCounter,
  type CounterDrift,
} from '../storage/repositories/counter-drift.js';
import type { Reader } from '../storage/storage.js';
import type { Deps } from './deps.js';
import { recordEffect } from './record-effect.js';

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
      await repairCounter(tx, found, deps.now());
      const { workspaceId, discountCodeId, customerId, stringKey, counter, stored, expected } = found;
      await recordEffect(deps, tx, {
        workspaceId,
        actor: { kind: 'system', id: null },
        event: null,
        action: 'counter.repaired',
        target:
          discountCodeId === null
            ? { type: 'customer', id: customerId ?? '' }
            : { type: 'discount_code', id: discountCodeId },
        before: { counter, customerId, stringKey, value: stored },
        after: { counter, customerId, stringKey, value: expected },
      });
    }
    return { drift, repaired: drift.length > 0 };
  });
}

/** Every counter that does not say what the ledger says. */
export async function listDrift(db: Reader): Promise<CounterDrift[]> {
  const lists = [listCodeDrift, listStringDrift, listBatchDrift, listCustomerDrift, listPaidOrderDrift];
  const drift: CounterDrift[] = [];
  for (const list of lists) drift.push(...(await list(db)));
  return drift;
}
