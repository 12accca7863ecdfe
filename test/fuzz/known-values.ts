import { joinAs, password, tokenOf } from '../http/support/page.js';
import type { TestService } from '../http/support/test-service.js';

/** What a caller could know of a service. */
export interface Known {
  /** Values that mean something to it, by the name of the field or parameter that carries them. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
  /** Bodies that are right, by call, where a schema alone hardly ever meets the laws. */
  readonly bodies: Readonly<Record<string, readonly object[]>>;
  /** What must stand in no log. */
  readonly secrets: readonly string[];
}

/** Names whose values are never drawn from the schema alone: a batch of a million strings would be made in the background. */
export const onlyKnown: ReadonlySet<string> = new Set(['count', 'url', 'newPassword']);

const unknownUlid = '01JZZZZZZZZZZZZZZZZZZZZZZZ';
const strangers = (prefix: string) => [`${prefix}_${unknownUlid}`, prefix];
let round = 0;

/** Fills a service with a little of everything, new at each call, as the requests before have used up what there was. */
export async function makeKnown(service: TestService): Promise<Known> {
  round += 1;
  const { ask, slug, id } = service;
  const made = async (path: string, body: object): Promise<Made> => {
    const answer = await ask('POST', path, { body });
    if (answer.status > 201) throw new Error(answer.text);
    return answer.data as Made;
  };
  const page = async (path: string) => (await ask('GET', path)).data as Page;
  const codes = [`FUZZ${round}`, `Fuzz-Ongkir-${round}`, `FUZZ-HOLD-${round}`];
  const fields = [
    { public: true },
    { type: 'shipping_percent', value: 50 },
    { limitPolicy: 'hold', maxUsesTotal: 3 },
  ];
  const ids: string[] = [];
  for (const [place, code] of codes.entries()) {
    ids.push((await service.makeCode({ code, ...fields[place] })).id);
  }
  const orderIds = [1, 2, 3, 4, 5, 6].map((place) => `order-${round}-${place}`);
  const line = { lineId: '1', productId: 'kopi', quantity: 2, unitAmount: 50_000 };
  const cart = { currency: 'IDR', lineItems: [line] };
  const rows: string[] = [];
  for (const [place, orderId] of orderIds.slice(0, 4).entries()) {
    const path = `/v1/discount-codes/${place % 2 === 0 ? 'lock' : 'redeem'}`;
    const { redemption } = await made(path, { orderId, code: codes[place % 3], ...cart });
    rows.push(redemption?.id ?? '');
  }
  const { quote = '' } = await made('/v1/discount-codes/validate', { code: codes[0], ...cart });
  for (const { id: old } of (await page('/v1/webhooks/endpoints')).items) {
    await ask('DELETE', `/v1/webhooks/endpoints/${old}`);
  }
  const endpoint = await made('/v1/webhooks/endpoints', { url: 'https://hooks.example.com/hemat' });
  const key = await made('/v1/api-keys', { name: 'spare', kind: 'bearer' });
  const invited = await made('/v1/members', { email: `invited-${round}@example.com`, role: 'viewer' });
  const listed = await page('/v1/discount-codes?limit=1');
  const events = await page('/v1/webhooks/events');
  const invitations = await page('/v1/invitations');
  const viewer = await joinAs(service, 'viewer');
  const token = tokenOf(invited.link ?? '');
  return {
    secrets: [quote, token, key.secret ?? '', endpoint.secret ?? '', viewer.cookie?.split('=')[1] ?? ''],
    values: {
      'discount-codes.id': [...ids, ...strangers('disc'), rows[0]],
      'redemptions.id': [...rows, ...strangers('red'), ids[0]],
      'api-keys.id': [key.apiKey?.id, ...strangers('ak')],
      'endpoints.id': [endpoint.endpoint?.id, ...strangers('whep')],
      'events.id': [...events.items.map((event) => event.id), ...strangers('evt')],
      'members.id': [viewer.memberId, ...strangers('mem')],
      'invitations.id': [...invitations.items.map((invitation) => invitation.id), ...strangers('inv')],
      code: [...codes, codes[0]?.toLowerCase(), 'NO-SUCH'],
      codes: [[codes[0]], [codes[0], codes[1]], ['NO-SUCH']],
      orderId: orderIds,
      orderIds: [orderIds, ['order-9']],
      workspace: [slug, id],
      accountId: [id, 'acc_fuzz1', 'acc_fuzz2'],
      slug: [slug, 'fuzz-1', 'fuzz-2'],
      currency: ['IDR', 'IDR', 'IDR', 'USD', 'idr'],
      defaultCurrency: ['IDR', 'USD'],
      timeZone: ['Asia/Jakarta', 'UTC'],
      region: ['ID', 'ID-JK'],
      customerId: ['pembeli-1', 'pembeli-2'],
      quote: [quote],
      cursor: [listed.nextCursor],
      subtotal: [0, 1, 100_000, 10 ** 12],
      count: [1, 3],
      url: ['https://hooks.example.com/hemat'],
      email: [viewer.email, 'owner@example.com'],
      token: [token],
      password: [password],
      currentPassword: [password],
      newPassword: [password],
    },
    bodies: {
      'POST /v1/discount-codes': [
        { code: `NEW-${round}`, type: 'percent', value: 10, title: '10%', public: true },
        { code: `MONEY-${round}`, type: 'fixed', value: 5000, currency: 'IDR', minPurchaseAmount: 20_000 },
        { code: `TAGS-${round}`, type: 'percent', value: 33.33, scope: 'tags', tagFilter: ['kopi'] },
        { code: `HOLD-${round}`, type: 'shipping_percent', value: 100, limitPolicy: 'hold', holdMinutes: 5 },
        { type: 'percent', value: 33.33, kind: 'onetime', count: 3 },
      ],
      'PATCH /v1/discount-codes/{id}': [{ title: 'Hemat' }, { maxUsesTotal: 100 }],
      'POST /v1/discount-codes/lock': [{ orderId: orderIds[4], code: codes[0], ...cart }],
      'POST /v1/discount-codes/redeem': [
        { orderId: orderIds[0] },
        { orderId: orderIds[5], code: codes[0], ...cart },
      ],
      'POST /v1/redemptions/{id}/refund-preview': [{ lines: [{ lineId: '1', quantity: 1 }] }],
      'POST /v1/admin/workspaces': [{ accountId: 'acc_fuzz1', slug: 'fuzz-1' }],
    },
  };
}

/** What the calls above answer, as far as it is used. */
interface Made {
  readonly link?: string;
  readonly quote?: string;
  readonly secret?: string;
  readonly redemption?: { readonly id: string };
  readonly apiKey?: { readonly id: string };
  readonly endpoint?: { readonly id: string };
}

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}
