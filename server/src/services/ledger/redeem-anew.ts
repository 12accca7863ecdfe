import { moduleFee, quote, type Cart } from '@hemat/shared';
import type { Redemption } from '@hemat/shared/schemas';
import { countPaidOrder } from '../../storage/repositories/customers.js';
import { setOrderContent, type OrderContent, type OrderKey } from '../../storage/repositories/orders.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { AskedCode } from '../asked-codes.js';
import type { CallDeps } from '../deps.js';
import { refused, type Outcome } from '../outcome.js';
import { readFacts, type Customer } from '../read-facts.js';
import { applyChanges, type CountedChange } from './apply-changes.js';
import { discounted } from './open-order.js';
import { quotedRow } from './quoted-row.js';
import { refuseQuote } from './refuse-quote.js';

/** A paid order that has no lock to stand on. */
export interface UnlockedPayment {
  readonly key: OrderKey;
  readonly codes: readonly AskedCode[];
  readonly cart: Cart;
  /** What the order keeps of it. */
  readonly content: OrderContent;
  readonly customer: Customer;
  /** Rows the order has from before. */
  readonly rows: readonly RedemptionsTable[];
}

/**
 * Validates the codes in full, as a lock would, and counts them at once: a cap that is full refuses under every policy. Refused
 * while the Marketing module is off, as nothing was promised before.
 */
export async function redeemAnew(
  deps: CallDeps,
  tx: WriteTransaction,
  payment: UnlockedPayment,
): Promise<Outcome<Redemption[]>> {
  const { key, codes, cart, content, customer, rows } = payment;
  if (!deps.workspace.marketingEnabled) return refused({ code: 'MARKETING_MODULE_DISABLED' });
  const now = deps.now();
  const read = await readFacts(deps, tx, { codes, customer, now });
  const answer = quote(cart, read.candidates, read.facts);
  if (!answer.applies) return refuseQuote(answer, codes, read.candidates);
  const found = read.rows.filter((row) => row !== undefined);
  const quoted = { key, customerId: customer.id, cart, answer, codes: found, rows, now };
  const changes = found.map((caps, position): CountedChange => {
    const { before, row } = quotedRow(deps, quoted, position);
    const fee = position === 0 ? moduleFee(answer.total, deps.workspace.moduleFeeBasisPoints) : 0;
    const next: RedemptionsTable = { ...row, status: 'redeemed', redeemed_at: now, fee_amount: fee };
    return { before, next, caps, whenFull: 'refused' };
  });
  await setOrderContent(tx, key, discounted(content, customer.id, answer));
  if (customer.id !== null) {
    await countPaidOrder(tx, { workspaceId: key.workspaceId, customerId: customer.id, now });
  }
  return applyChanges(deps, tx, changes);
}
