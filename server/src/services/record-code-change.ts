import type { DiscountCode } from '@hemat/shared/schemas';
import type { WriteTransaction } from '../storage/storage.js';
import type { CallDeps } from './deps.js';
import { recordEffect } from './record-effect.js';

/** A change of a code as its owner makes it. */
export interface CodeChange {
  readonly type: 'discount_code.created' | 'discount_code.updated' | 'discount_code.archived';
  readonly before: DiscountCode | null;
  readonly after: DiscountCode;
}

/** Writes the event and the audit row of a change to a code, in the write that makes it. */
export async function recordCodeChange(
  tx: WriteTransaction,
  deps: CallDeps,
  { type, before, after }: CodeChange,
): Promise<void> {
  await recordEffect(deps, tx, {
    workspaceId: deps.workspace.id,
    actor: deps.actor,
    event: { type, data: { discountCode: after } },
    action: type,
    target: { type: 'discount_code', id: after.id },
    before,
    after,
  });
}
