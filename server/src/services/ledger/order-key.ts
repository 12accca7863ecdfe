import type { OrderKey } from '../../storage/repositories/orders.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';

/** The shop system an order belongs to where the caller names none. */
export const defaultSource = 'default';

/** Which order a request speaks of. */
export function orderKey(
  { workspace }: Pick<CallDeps, 'workspace'>,
  body: { readonly orderId: string; readonly externalSource?: string | null | undefined },
): OrderKey {
  return {
    workspaceId: workspace.id,
    externalSource: body.externalSource ?? defaultSource,
    externalRef: body.orderId,
  };
}

/** Which order a row of the ledger belongs to. */
export function orderKeyOf(row: RedemptionsTable): OrderKey {
  return {
    workspaceId: row.workspace_id,
    externalSource: row.external_source,
    externalRef: row.external_ref,
  };
}
