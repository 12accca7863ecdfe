/** What a shop process is told to do, as one line of JSON on its standard input. */
export interface ShopPlan {
  /** Of the database. */
  readonly url: string;
  readonly secret: string;
  readonly secretKey: string;
  /** Leads the ids of its orders. */
  readonly round: string;
  /** It sends itself a signal (default SIGKILL) at the n-th passing of a point; null leaves that to others. */
  readonly killAt: {
    readonly point: string;
    readonly passing: number;
    readonly signal?: 'SIGKILL' | 'SIGSTOP';
  } | null;
  /** Orders after which it ends by itself; null goes on. */
  readonly orders: number | null;
  /** How often it repeats a call that is told to come back. Default 0. */
  readonly repeats?: number;
  /** Set on the handle that writes a SQLite database. */
  readonly pragmas: readonly string[];
}

/** One call of the shop; the same call again is the same order under the same idempotency key. */
export interface ShopCall {
  readonly path: string;
  readonly key: string;
  readonly body: string;
}

/** The codes that the shop uses. None is ever used up. */
export const shopCodes = [
  { code: 'FAULT-HONOR', limitPolicy: 'honor' },
  { code: 'FAULT-HOLD', limitPolicy: 'hold', maxUsesTotal: 100_000_000 },
  { code: 'FAULT-STRICT', limitPolicy: 'strict', maxUsesTotal: 100_000_000, maxUsesPerCustomer: 50_000_000 },
];

const cart = { currency: 'IDR', subtotal: 250_000 };

/** The calls of one order in their turn: most are locked and paid, some paid at once, some given back. */
export function callsOfOrder(round: string, client: number, n: number): ShopCall[] {
  const orderId = `${round}-${client}-${n}`;
  const order = { orderId, customerId: `c-${(client + n) % 40}` };
  const full = { ...order, code: shopCodes[n % shopCodes.length]?.code, ...cart };
  const call = (verb: string, body: object): ShopCall => ({
    path: `/v1/discount-codes/${verb}`,
    key: `${orderId}-${verb}`,
    body: JSON.stringify(body),
  });
  const way = (client + n) % 4;
  if (way === 0) return [call('redeem', full)];
  return [call('lock', full), way === 3 ? call('release', { orderId }) : call('redeem', order)];
}
