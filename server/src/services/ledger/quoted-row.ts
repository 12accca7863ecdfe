import { lineAllocations, type AppliedQuote, type Cart } from '@hemat/shared';
import type { CodeFactsRow } from '../../storage/repositories/code-facts.js';
import type { OrderKey } from '../../storage/repositories/orders.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';

/** A quote that was answered for an order. */
export interface QuotedOrder {
  readonly key: OrderKey;
  readonly customerId: string | null;
  readonly cart: Cart;
  readonly answer: AppliedQuote;
  /** The stored codes, place by place as in the answer. */
  readonly codes: readonly CodeFactsRow[];
  /** Rows the order has already. */
  readonly rows: readonly RedemptionsTable[];
  /** Epoch ms. */
  readonly now: number;
}

/** The row of one code of a quote, not yet locked or redeemed; a code the order had before keeps its id. */
export function quotedRow(
  deps: Pick<CallDeps, 'newId'>,
  order: QuotedOrder,
  position: number,
): { readonly before: RedemptionsTable | null; readonly row: Omit<RedemptionsTable, 'status'> } {
  const { key, answer, cart, now } = order;
  const quoted = answer.codes[position];
  const code = order.codes[position];
  if (quoted === undefined || code === undefined) throw new RangeError('a quote has no such place');
  const before = order.rows.find((row) => isRowOf(row, code)) ?? null;
  const row = {
    workspace_id: key.workspaceId,
    id: before?.id ?? deps.newId('red'),
    discount_code_id: code.id,
    code: quoted.code,
    string_key: code.string_key,
    rule_version: quoted.version,
    external_source: key.externalSource,
    external_ref: key.externalRef,
    customer_id: order.customerId,
    limit_policy: code.limit_policy,
    over_limit: 0,
    currency: answer.currency,
    subtotal: answer.subtotal,
    shipping_amount: answer.shippingAmount,
    discount_amount: quoted.discountAmount,
    shipping_discount: quoted.shippingDiscount,
    total: answer.total,
    allocations: JSON.stringify(lineAllocations(cart, quoted.allocations)),
    position,
    fee_amount: 0,
    hold_expires_at: null,
    locked_at: null,
    redeemed_at: null,
    redeemed_day: null,
    released_at: null,
    expired_at: null,
    reversed_at: null,
    use_restored: 0,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
  return { before, row };
}

/** Each string of a batch has a row of its own. */
function isRowOf(row: RedemptionsTable, code: CodeFactsRow): boolean {
  return row.discount_code_id === code.id && row.string_key === code.string_key;
}
