import { join } from 'node:path';
import { hasFields } from './has-fields.js';
import { initHemat, runHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import { runTogether } from '../support/run-together.js';
import type { RunningProcess } from '../support/start-process.js';
import { askManagement } from './ask-management.js';
import { benchCart, benchDiscount, benchSubtotal } from './bench-cart.js';
import type { Case } from './case.js';
import { codeCount } from './ceiling/open-ceiling-database.js';
import { cores, pinned } from './machine.js';

const origin = 'https://shop.example.com';

/** A fresh workspace in `data` whose public calls may come from the bench's origin. */
export async function prepareHemat(data: string, databaseUrl?: string): Promise<HematHome> {
  return initHemat(data, 'bench', databaseUrl);
}

/** Starts the service on its core with everything on; it believes the forwarded addresses that the load makes up. */
export async function startHemat(
  home: HematHome,
  data: string,
  core = cores.server,
): Promise<RunningProcess> {
  return serveHemat(home, {
    env: { HEMAT_TRUSTED_PROXIES: '127.0.0.1' },
    logFile: join(data, 'service.log'),
    wrap: (command) => pinned(core, command),
  });
}

/** The calls of a checkout against the service, on 1,000 stored codes as the bare servers hold. */
export async function hematCases(home: HematHome, server: RunningProcess) {
  const manage = askManagement(server.url, home.secretKey);
  await manage('PATCH', '/v1/workspace', { allowedOrigins: [origin] });
  const rule = { type: 'percent', value: 10, currency: 'IDR', minPurchaseAmount: 100 };
  const codes = Array.from({ length: codeCount }, (_, index) => `BENCH${index}`);
  await runTogether(codes, 32, (code) => manage('POST', '/v1/discount-codes', { ...rule, code }));
  await manage('POST', '/v1/discount-codes', { ...rule, code: 'HOT', maxUsesTotal: 1_000_000_000 });

  const secret = { 'content-type': 'application/json', authorization: `Bearer ${home.secretKey}` };
  const browser = { 'content-type': 'application/json', origin, 'x-forwarded-for': '[ip]' };
  const order = { orderId: 'order-[n]', code: 'BENCH[code]', currency: 'IDR', subtotal: benchSubtotal };
  const ask = (headers: Record<string, string>, path: string, body: unknown) => ({
    method: 'POST' as const,
    path: `/v1${path}`,
    headers,
    body: JSON.stringify(body),
  });
  const applies = { applies: true, discountAmount: benchDiscount };
  const counts = { created: true };
  return {
    validate: {
      name: 'validate',
      server,
      question: ask(secret, '/discount-codes/validate', { code: 'BENCH[code]', ...benchCart }),
      status: 200,
      isRight: dataHas(applies),
    },
    publicValidate: {
      name: 'public validate',
      server,
      question: ask(browser, '/storefront/public/validate-discount', {
        workspace: home.slug,
        code: 'BENCH[code]',
        ...benchCart,
      }),
      status: 200,
      isRight: dataHas(applies),
    },
    redeem: {
      name: 'redeem',
      server,
      question: ask(secret, '/discount-codes/redeem', order),
      status: 201,
      isRight: dataHas(counts),
    },
    lock: {
      name: 'lock',
      server,
      question: ask(secret, '/discount-codes/lock', {
        orderId: 'locked-[n]',
        code: 'BENCH[code]',
        ...benchCart,
      }),
      status: 201,
      isRight: dataHas({ ...counts, discountAmount: benchDiscount }),
    },
    hotCode: {
      name: 'redeem of one hot capped code',
      server,
      question: ask(secret, '/discount-codes/redeem', { ...order, orderId: 'hot-[n]', code: 'HOT' }),
      status: 201,
      isRight: dataHas(counts),
    },
  } satisfies Record<string, Case>;
}

/** Throws unless the counters agree with the ledger after the load. */
export async function auditHemat(home: HematHome): Promise<void> {
  const report = await runHemat(home, 'audit');
  console.log(`\nhemat audit: ${report.trim()}`);
}

function dataHas(expected: Readonly<Record<string, unknown>>): (body: unknown) => boolean {
  return (body) =>
    typeof body === 'object' && body !== null && 'data' in body && hasFields(body.data, expected);
}
