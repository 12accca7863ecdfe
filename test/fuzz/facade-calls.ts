import type { createApp } from '@hemat/server';
import type { DescribedOperation } from './described-operation.js';
import type { Known } from './known-values.js';

const doors = /^\/(?:api|hl|storlaunch)\//;

/** Every call that the façades answer, as the app itself knows them: no description has them. */
export function facadeCalls(app: ReturnType<typeof createApp>): readonly DescribedOperation[] {
  const calls = app.routes.filter(({ method, path }) => method !== 'ALL' && doors.test(path));
  return [...new Set(calls.map(({ method, path }) => `${method} ${path}`))].map((call) => {
    const [method = '', pattern = ''] = call.split(' ');
    const path = pattern.replaceAll(/:(\w+)/g, '{$1}');
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const asked = path.endsWith('validate') && method === 'GET' ? ['couponCode', 'finalAmount'] : lists(path);
    return {
      method,
      path,
      parameters: [
        ...named.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }) as const),
        ...asked.map((name) => ({ name, in: 'query', schema: { type: 'string' } }) as const),
      ],
      bodies: ['GET', 'DELETE'].includes(method) ? {} : { 'application/json': {} },
      answers: {},
    };
  });
}

function lists(path: string): readonly string[] {
  return /(?:discount-codes|coupons|events|audit-log|applicable\/\{accountId\})$/.test(path)
    ? ['cursor', 'limit', 'page', 'startingAfter', 'subtotal', 'productId', 'q']
    : [];
}

/** What is known of a service, with right bodies for the calls of every door. */
export function knownAtDoors(calls: readonly DescribedOperation[], known: Known): Known {
  const right = rightBodies(known);
  const bodies = calls.flatMap(({ method, path }) => {
    const end = Object.keys(right).find((tail) => `${method} ${path}`.match(new RegExp(`^${tail}$`)));
    return end === undefined ? [] : [[`${method} ${path}`, right[end] ?? []] as const];
  });
  const { values } = known;
  const codeIds = values['discount-codes.id'] ?? [];
  return {
    ...known,
    values: {
      ...values,
      'coupon.id': codeIds,
      'coupons.id': codeIds,
      couponCode: values.code ?? [],
      finalAmount: ['100000', '0'],
      limit: ['1', '50'],
      startingAfter: codeIds,
    },
    bodies: Object.fromEntries(bodies),
  };
}

/** By call, its path as far as doors have it in common. */
function rightBodies({ values }: Known): Readonly<Record<string, readonly object[]>> {
  const [code] = values.code ?? [];
  const [codeId] = values['discount-codes.id'] ?? [];
  const name = `DOOR-${String(code)}`;
  const cart = {
    subtotal: 100_000,
    currency: 'IDR',
    items: [{ productId: 'kopi', quantity: 1, price: 100_000 }],
  };
  const discount = {
    discountType: 'percentage',
    eligibleCustomerType: 'all',
    minimumPurchase: 0,
    value: 10,
    totalCoupons: 1,
  };
  const campaign = {
    name,
    expiredAt: '2030-01-01T00:00:00Z',
    discount,
    coupon: { code: name, type: 'reusable' },
  };
  const question = { couponCode: code, finalAmount: 100_000, customerEmail: 'pembeli@example.com' };
  return {
    'POST .*/discount-codes': [{ code: name, type: 'percent', value: 10, currency: 'IDR' }],
    'PATCH .*/discount-codes/\\{id\\}': [{ title: 'Hemat' }, { active: true }],
    'POST .*/discount-codes/validate': [{ code, ...cart }],
    'POST .*/validate-discount': [{ code, workspace: values.workspace?.[0], ...cart }],
    'POST .*/discount-codes/redeem': [
      { orderId: 'door-1', code, ...cart },
      { orderId: 'door-2', discountCodeId: codeId, appliedAmount: 10_000, orderGrossIdr: 100_000 },
    ],
    'POST .*/admin/workspaces': [{ accountId: 'acc_fuzz1', slug: 'fuzz-1' }],
    'POST .*/webhooks/endpoints': [{ url: 'https://hooks.example.com/hemat' }],
    'PATCH .*/webhooks/endpoints/\\{id\\}': [{ active: true }],
    'POST .*/webhooks/events/\\{id\\}/retry': [{}],
    'POST .*/api-keys': [{ name: 'Toko' }],
    'POST .*/api-keys/\\{id\\}/revoke': [{}],
    '(POST|PATCH) .*/modules': [{ module: 'marketing', enabled: true }, { marketing: true }],
    'POST .*/coupons?/create': [campaign],
    'POST .*/coupons?/validate': [question],
    'POST .*/coupons/check': [question],
  };
}
