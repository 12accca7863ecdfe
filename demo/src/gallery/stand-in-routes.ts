import type { TeaserItem } from '@hemat/shared/schemas';
import { Hono, type Context } from 'hono';

/** Longer than the elements wait for an answer. */
const slowMs = 9000;

/** Speak in the discount service's place, for the states that a working service does not stay in. */
export function standInRoutes({ now }: { readonly now: () => number }) {
  return new Hono()
    .all('/gallery/stand-ins/slow/*', async (c) => {
      await pause(slowMs, c.req.raw.signal);
      return away(c);
    })
    .all('/gallery/stand-ins/away/*', away)
    .get('/gallery/stand-ins/none/*', (c) => c.json(envelope(promoList([], now()), null)))
    .get('/gallery/stand-ins/ended/*', (c) => c.json(envelope(promoList([endedPromo], now()), null)));
}

const endedPromo: TeaserItem = {
  code: 'AGUSTUS17',
  title: 'Diskon 17% sepanjang Agustus 2025',
  estimatedDiscount: 0,
  eligible: false,
  missing: [],
  terms: {
    id: 'disc_gallery',
    code: 'AGUSTUS17',
    version: 1,
    title: 'Diskon 17% sepanjang Agustus 2025',
    type: 'percent',
    value: 17,
    currency: null,
    scope: 'cart',
    productIds: [],
    tagFilter: [],
    minPurchaseAmount: null,
    maxDiscountAmount: null,
    regions: null,
    combinesWith: [],
    startsAt: null,
    expiresAt: '2025-08-31T17:00:00.000Z',
    customerEligibility: 'all',
    customerRequired: false,
    roundingIncrement: null,
  },
};

function promoList(items: readonly TeaserItem[], now: number) {
  return { items, currency: 'IDR', serverTime: new Date(now).toISOString() };
}

/** What the discount service says while it is away. */
function away(c: Context): Response {
  return c.json(envelope(null, { code: 'UNAVAILABLE', message: 'Try again in a moment.' }), 503);
}

function envelope(data: unknown, error: unknown) {
  return { data, error, meta: { requestId: 'req_gallery', timestamp: '2026-01-01T00:00:00.000Z' } };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
