import { openApiDocument } from '@hemat/server';
import { reasons } from '@hemat/shared';
import { errorStatus } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../server/src/storage/unavailable-error.js';
import { joinAs, openPage } from './support/page.js';
import { signRequest } from './support/sign-request.js';
import { openTestService, type Answer, type TestService } from './support/test-service.js';

// Every code of the error table is reached over HTTP: a new code without a way to reach it does not compile.
type Reach = (service: TestService) => Promise<Answer>;

const cart = { currency: 'IDR', subtotal: 100_000 };
let orders = 0;
const newOrder = () => `order-${(orders += 1)}`;
const validateFromPage = (service: TestService, headers: Record<string, string> = {}) =>
  service.ask('POST', '/v1/storefront/public/validate-discount', {
    key: null,
    headers,
    body: { workspace: service.slug, code: 'NOPE', ...cart },
  });
const signed = async (service: TestService, stray: { createdAgo?: number; secret?: string } = {}) => {
  const { secret, ...plan } = stray;
  const key = await service.makeKey('signed', ['read']);
  return signRequest(service, { ...key, ...(secret && { secret }) }, { path: '/v1/workspace', ...plan });
};

const reach: Readonly<Record<keyof typeof errorStatus, Reach>> = {
  VALIDATION_ERROR: ({ ask }) => ask('POST', '/v1/discount-codes', { body: {} }),
  AUTH_REQUIRED: ({ ask }) => ask('GET', '/v1/workspace', { key: null }),
  INVALID_API_KEY: ({ ask }) => ask('GET', '/v1/workspace', { key: 'sk_live_nonsense' }),
  INVALID_CREDENTIALS: (service) =>
    openPage(service).ask('POST', '/v1/session', { body: { email: 'nobody@example.com', password: 'x' } }),
  BAD_SIGNATURE: async (service) =>
    service.ask('GET', '/v1/workspace', await signed(service, { secret: 'another' })),
  CLOCK_SKEW: async (service) =>
    service.ask('GET', '/v1/workspace', await signed(service, { createdAgo: 301 })),
  REPLAYED_REQUEST: async (service) => {
    const request = await signed(service);
    expect((await service.ask('GET', '/v1/workspace', request)).status).toBe(200);
    return service.ask('GET', '/v1/workspace', request);
  },
  SECRET_KEY_IN_BROWSER: ({ ask }) =>
    ask('GET', '/v1/workspace', { headers: { origin: 'https://shop.example' } }),
  FORBIDDEN: async ({ ask, makeKey }) =>
    ask('GET', '/v1/audit-log', { key: (await makeKey('bearer', ['read'])).secret }),
  UPGRADE_REQUIRED: async ({ ask, makeWorkspace }) => {
    const { secretKey } = await makeWorkspace({ plan: 'free' });
    return ask('PATCH', '/v1/modules', { key: secretKey, body: { marketing: true } });
  },
  ORIGIN_NOT_ALLOWED: async (service) => {
    const allow = (allowedOrigins: string[]) =>
      service.ask('PATCH', '/v1/workspace', { body: { allowedOrigins } });
    await allow(['https://shop.example']);
    const answer = await validateFromPage(service, { origin: 'https://elsewhere.example' });
    await allow([]);
    return answer;
  },
  NOT_FOUND: ({ ask }) => ask('GET', '/v1/discount-codes/disc_none'),
  CODE_EXISTS: async ({ ask, makeCode }) => {
    const code = (await makeCode()).code.toLowerCase();
    return ask('POST', '/v1/discount-codes', { body: { code, type: 'percent', value: 5 } });
  },
  FIELD_IMMUTABLE: async ({ ask, makeCode }) =>
    ask('PATCH', `/v1/discount-codes/${(await makeCode()).id}`, { body: { code: 'ANOTHER' } }),
  QUOTE_CHANGED: async ({ ask, makeCode }) => {
    const { id, code } = await makeCode();
    const shown = await ask('POST', '/v1/discount-codes/validate', { body: { code, ...cart } });
    await ask('PATCH', `/v1/discount-codes/${id}`, { body: { value: 5 } });
    const body = { code, ...cart, orderId: newOrder(), quote: shown.data.quote };
    return ask('POST', '/v1/discount-codes/lock', { body });
  },
  ORDER_ALREADY_DISCOUNTED: (service) => askTwice(service, 'lock'),
  REDEMPTION_CONFLICT: (service) => askTwice(service, 'redeem'),
  MARKETING_MODULE_DISABLED: async ({ ask, makeWorkspace }) => {
    const { secretKey } = await makeWorkspace({ marketing: false });
    return ask('GET', '/v1/discount-codes', { key: secretKey });
  },
  ENDPOINT_LIMIT_REACHED: async ({ ask, makeWorkspace }) => {
    const { secretKey: key } = await makeWorkspace();
    for (let made = 0; made < 20; made += 1) await makeEndpoint(ask, key);
    return makeEndpoint(ask, key);
  },
  ENDPOINT_DISABLED: async ({ ask }) => {
    const { endpoint } = (await makeEndpoint(ask)).data;
    await ask('PATCH', `/v1/webhooks/endpoints/${endpoint.id}`, { body: { active: false } });
    return ask('POST', `/v1/webhooks/endpoints/${endpoint.id}/test`);
  },
  DELIVERY_PENDING: async ({ ask }) => {
    const { endpoint } = (await makeEndpoint(ask)).data;
    const event = await ask('POST', `/v1/webhooks/endpoints/${endpoint.id}/test`);
    return ask('POST', `/v1/webhooks/events/${event.data.id}/retry`);
  },
  IDEMPOTENCY_KEY_IN_USE: async ({ ask }) => {
    const headers = { 'idempotency-key': 'two-at-once' };
    const body = { code: 'TWO-AT-ONCE', type: 'percent', value: 5 };
    const both = await Promise.all([1, 2].map(() => ask('POST', '/v1/discount-codes', { headers, body })));
    return both.find(({ status }) => status !== 201) ?? Promise.reject(new Error('both were answered'));
  },
  LAST_OWNER: async (service) => {
    const { memberId } = await joinAs(service, 'owner');
    return service.ask('DELETE', `/v1/members/${memberId}`);
  },
  BODY_TOO_LARGE: ({ ask }) => ask('POST', '/v1/discount-codes', { body: { code: 'x'.repeat(65_536) } }),
  UNSUPPORTED_MEDIA_TYPE: ({ ask }) =>
    ask('POST', '/v1/discount-codes', { body: 'code=X', headers: { 'content-type': 'text/plain' } }),
  IDEMPOTENCY_KEY_REUSED: async ({ ask }) => {
    const headers = { 'idempotency-key': 'for-another' };
    await ask('POST', '/v1/discount-codes', { headers, body: { code: 'ONE', type: 'percent', value: 5 } });
    return ask('POST', '/v1/discount-codes', { headers, body: { code: 'TWO', type: 'percent', value: 5 } });
  },
  RATE_LIMITED: async () => {
    const once = { points: 1, seconds: 60 };
    const limited = await openTestService({
      rateLimits: { requests: once, misses: once, workspaceMisses: once, signIns: once },
    });
    await validateFromPage(limited);
    const answer = await validateFromPage(limited);
    await limited.close();
    return answer;
  },
  INTERNAL_ERROR: (service) => askWhileBroken(service, new Error('a bug')),
  UNAVAILABLE: (service) => askWhileBroken(service, new UnavailableError('locked', { retryAfterSeconds: 2 })),
};

function makeEndpoint(ask: TestService['ask'], key?: string): Promise<Answer> {
  const body = { url: 'https://hooks.example.com/hemat' };
  return ask('POST', '/v1/webhooks/endpoints', { body, ...(key !== undefined && { key }) });
}

/** Two codes for one order, one after the other. */
async function askTwice({ ask, makeCode }: TestService, verb: 'lock' | 'redeem'): Promise<Answer> {
  const body = { ...cart, orderId: newOrder() };
  const [first, second] = [await makeCode(), await makeCode()];
  await ask('POST', `/v1/discount-codes/${verb}`, { body: { ...body, code: first.code } });
  return ask('POST', `/v1/discount-codes/${verb}`, { body: { ...body, code: second.code } });
}

/** Asks while the directory throws, as it does over a database that fails. */
async function askWhileBroken({ ask, deps: { directory } }: TestService, error: Error): Promise<Answer> {
  const { findWorkspace } = directory;
  directory.findWorkspace = () => Promise.reject(error);
  try {
    return await ask('GET', '/v1/workspace');
  } finally {
    directory.findWorkspace = findWorkspace;
  }
}

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

describe('every code of the error table', () => {
  it.each(Object.entries(reach))('%s is reached with its status and a sentence', async (code, how) => {
    const { status, error, data, meta } = await how(service);
    const wanted = errorStatus[code as keyof typeof errorStatus];
    expect({ status, code: error?.code, data }).toEqual({ status: wanted, code, data: null });
    expect(error?.message).toMatch(/\S.*(\.|…)$/);
    expect(meta.requestId).toMatch(/^req_/);
  });

  it('stands in the description, and so does every reason', () => {
    const declared = new Set(declaredCodes().map(({ code }) => code));
    for (const code of [...Object.keys(errorStatus), ...reasons]) expect(declared).toContain(code);
  });

  it('is declared with its own status and no other', () => {
    for (const { code, status } of declaredCodes()) {
      const wanted = code in errorStatus ? errorStatus[code as keyof typeof errorStatus] : 422;
      // A hold that ran out and lost its slot breaks a promise: a conflict.
      const allowed = code.endsWith('_REACHED') ? [422, 409] : [wanted];
      expect({ code, isAllowed: allowed.includes(status) }).toEqual({ code, isAllowed: true });
    }
  });

  it('has an example in the description', () => {
    const examples = Object.keys(openApiDocument().components?.examples ?? {});
    expect(examples.sort()).toEqual([...Object.keys(errorStatus), ...reasons].sort());
  });
});

/** Each code of the description with each status it is declared for. */
function declaredCodes(): { code: string; status: number }[] {
  const calls = Object.values(openApiDocument().paths ?? {}).flatMap((path) =>
    Object.values(path as Record<string, { responses: Record<string, { description: string }> }>),
  );
  return calls.flatMap(({ responses }) =>
    Object.entries(responses)
      .filter(([status]) => Number(status) >= 400)
      .flatMap(([status, { description }]) =>
        description.split(', ').map((code) => ({ code, status: Number(status) })),
      ),
  );
}

it('says when to come again, with 503 and with 429', async () => {
  expect((await reach.UNAVAILABLE(service)).headers.get('retry-after')).toBe('2');
  expect((await reach.RATE_LIMITED(service)).headers.get('retry-after')).toBe('60');
});

it('tells nothing of a bug but its request id', async () => {
  expect((await reach.INTERNAL_ERROR(service)).text).not.toContain('a bug');
});

it('asks for a key in the way of RFC 9110', async () => {
  const { headers } = await reach.AUTH_REQUIRED(service);
  expect(headers.get('www-authenticate')).toBe('Bearer realm="hemat"');
});
