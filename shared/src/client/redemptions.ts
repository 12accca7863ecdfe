import type { PageOnWire } from '../schemas/page.js';
import type { ReconcileAnswer, ReconcileInput } from '../schemas/reconcile.js';
import type { Redemption } from '../schemas/redemption.js';
import type { RefundPreviewAnswer, RefundPreviewInput } from '../schemas/refund-preview.js';
import type { ReverseAnswer, ReverseInput } from '../schemas/reverse.js';
import type { CallOptions, PostOptions } from './call-options.js';
import { listAll, type PageQuery } from './list-all.js';
import type { Transport } from './transport.js';

/** Which redemptions of the ledger. */
export interface RedemptionQuery extends PageQuery {
  readonly status?: Redemption['status'];
  /** A code in any spelling. */
  readonly code?: string;
  /** The shop's order id. */
  readonly orderId?: string;
  /** Created at or after, ISO 8601. */
  readonly from?: string;
  /** Created before, ISO 8601. */
  readonly to?: string;
}

/** The ledger: what was locked, counted, given back. Every call throws HematError. */
export interface RedemptionCalls {
  /** One page, newest first. */
  list(query?: RedemptionQuery, options?: CallOptions): Promise<PageOnWire<Redemption>>;
  /** Every redemption of the query, newest first, page by page as they are asked for. */
  listAll(query?: RedemptionQuery, options?: CallOptions): AsyncGenerator<Redemption, void, undefined>;
  /** `NOT_FOUND` where the workspace has no such redemption. */
  get(redemptionId: string, options?: CallOptions): Promise<Redemption>;
  /** The order was refunded: gives the use back, unless `restoreUse: false`. `reversed` is false when it had been done before. */
  reverse(redemptionId: string, input?: ReverseInput, options?: PostOptions): Promise<ReverseAnswer>;
  /** What was really paid for these units; partial refunds add up to exactly that. Stores nothing. */
  refundPreview(
    redemptionId: string,
    input: RefundPreviewInput,
    options?: CallOptions,
  ): Promise<RefundPreviewAnswer>;
  /** Compares the shop's paid orders of a period with the ledger, and counts what was missed unless `repair: false`. */
  reconcile(input: ReconcileInput, options?: PostOptions): Promise<ReconcileAnswer>;
}

/** The calls on `/v1/redemptions`. */
export function createRedemptionCalls(transport: Transport): RedemptionCalls {
  const path = (redemptionId: string) => `redemptions/${encodeURIComponent(redemptionId)}`;
  const list: RedemptionCalls['list'] = (query = {}, options) =>
    transport.get('redemptions', { ...query }, options);
  return {
    list,
    listAll: (query = {}, options) => listAll((page) => list({ ...query, ...page }, options)),
    get: (redemptionId, options) => transport.get(path(redemptionId), {}, options),
    reverse: (redemptionId, input = {}, options) =>
      transport.post(`${path(redemptionId)}/reverse`, input, options),
    refundPreview: (redemptionId, input, options) =>
      transport.ask(`${path(redemptionId)}/refund-preview`, input, options),
    reconcile: (input, options) => transport.post('redemptions/reconcile', input, options),
  };
}
